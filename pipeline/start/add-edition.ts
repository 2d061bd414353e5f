import { isMap, isScalar, isSeq, parseDocument, type YAMLSeq } from 'yaml'

/**
 * Adds a language to the list `editions` of a publication.yaml, and leaves all else as it is written, comments too.
 * Law: the editions of what is returned are those of before, and the tag.
 * @param text which has been read as a publication’s
 * @returns nothing where the list is written in a way that only its writer can add to
 */
export function addEdition(text: string, tag: string): string | undefined {
  const list = listIn(text)
  if (!list?.range) return undefined
  const added = list.flow ? inBrackets(text, list, tag) : onLine(text, list, tag)
  const [before, after] = [tagsOf(list), tagsOf(listIn(added))]
  return JSON.stringify(after) === JSON.stringify([...before, tag]) ? added : undefined
}

function listIn(text: string): YAMLSeq | undefined {
  const { contents } = parseDocument(text)
  const list = isMap(contents) ? contents.get('editions', true) : undefined
  return isSeq(list) ? list : undefined
}

function tagsOf(list: YAMLSeq | undefined): unknown[] {
  return (list?.items ?? []).map((item) => (isScalar(item) ? item.value : undefined))
}

/** `[sq, mk]` → `[sq, mk, tr]`, after the last tag: what stands behind it, a comma or a comment, stays behind. */
function inBrackets(text: string, { items, range }: YAMLSeq, tag: string): string {
  const last = items.at(-1)
  const at = isScalar(last) && last.range ? last.range[1] : range![0] + 1
  return `${text.slice(0, at)}, ${tag}${text.slice(at)}`
}

/** A line more, which begins as that of the last tag does. */
function onLine(text: string, { items, range }: YAMLSeq, tag: string): string {
  const last = items.at(-1)
  const from = isScalar(last) && last.range ? last.range[0] : range![0]
  const start = text.lastIndexOf('\n', from - 1) + 1
  const end = text.indexOf('\n', from)
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const dash = text.slice(start, from).replace(/^.*:\s*(?=-)/, '')
  const before = end < 0 ? text + newline : text.slice(0, end + 1)
  return `${before}${dash}${tag}${newline}${end < 0 ? '' : text.slice(end + 1)}`
}
