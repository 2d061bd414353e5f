import type { BlockContent, ListItem, Paragraph, Root, Text } from 'mdast'

/** Possible beginnings of Markdown marks, entities, escapes and addresses (CommonMark 0.31; GFM’s extended autolinks). */
const MARKS = /[*_`[\]<>\\@~]|&#?[a-z\d]+;|:\/\/|www\./i

/** A line that begins with a letter and does not end in white space. */
const LINE = String.raw`[\p{L}“"(][^\n\r\t\0]*(?<!\s)`

/**
 * A paragraph of one line, or a heading, at the margin; a list of such lines after it, with no empty ones between; and the empty lines
 * at the end. A heading may end in number signs that are none of its text.
 */
const BLOCK = new RegExp(`^(?:${LINE}|#{1,6} ${LINE}(?<!#))(?:\\n+- ${LINE}(?:\\n- ${LINE})*)?\\n*$`, 'u')

/** True if a text may contain a Markdown mark. Otherwise it is pure prose. */
export function hasMarks(text: string): boolean {
  return MARKS.test(text)
}

/** True if a block between empty lines is a paragraph or a heading of pure prose, or has a list of it as well. */
export function isProse(block: string): boolean {
  return BLOCK.test(block) && !hasMarks(block)
}

/** What a line of prose begins with, and is none of its text. */
const PREFIX = /^(?:(#+)|-) /

/** The tree of prose blocks, equal to the parser’s. Most of a long document is prose. */
export function proseTree(text: string): Root {
  const children: BlockContent[] = []
  let line = 1
  for (const { 0: run, index } of text.matchAll(/\n+|[^\n]+/g)) {
    if (run.startsWith('\n')) {
      line += run.length
      continue
    }
    const [prefix = '', depth] = PREFIX.exec(run) ?? []
    const place = (from: number) => ({
      start: { line, column: from + 1, offset: index + from },
      end: { line, column: run.length + 1, offset: index + run.length },
    })
    const words: Text[] = [{ type: 'text', value: run.slice(prefix.length), position: place(prefix.length) }]
    if (depth !== undefined) {
      children.push({ type: 'heading', depth: depth.length as 1, children: words, position: place(0) })
      continue
    }
    const paragraph: Paragraph = { type: 'paragraph', children: words, position: place(prefix.length) }
    if (prefix === '') {
      children.push(paragraph)
      continue
    }
    const item: ListItem = { type: 'listItem', spread: false, checked: null, children: [paragraph], position: place(0) }
    const list = children.at(-1)
    if (list?.type !== 'list')
      children.push({ type: 'list', ordered: false, start: null, spread: false, children: [item], position: place(0) })
    else {
      list.children.push(item)
      list.position!.end = place(0).end
    }
  }
  return { type: 'root', children }
}
