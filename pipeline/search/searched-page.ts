import type { SearchedDocument } from './engine.js'

/** Parts of a page that are not its text, by the names of their elements and by their classes. */
const NO_TEXT = new Set(['nav', 'script', 'style', 'svg', 'button', 'template', 'details', 'search'])
const NO_TEXT_CLASSES = /\b(?:note-beside|band|organisers|download|download-all|cite|draft|draft-mark|data-footnote-backref)\b/
/** Calls of notes: a number in a sentence. */
const CALL = /\bdata-footnote-ref\b/
/** Elements within a line. */
const INLINE = new Set('a abbr b bdi br cite code del em i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(' '))
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** Attributes as runs, so that none is tried twice. */
const TOKEN = /<!--[^]*?-->|<(\/?)([a-z][a-z0-9-]*)([^'">]*(?:(?:"[^"]*"|'[^']*')[^'">]*)*)>|[^<]+/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' }

/**
 * What is searched of an edition: the text of its published page by section, whatever template made it. A section begins at a
 * heading that has an id.
 * @param folder the document’s
 * @param page its HTML
 */
export function searchedPage(folder: string, page: string): SearchedDocument {
  const sections: { id: string; title: string; text: string }[] = [{ id: '', title: '', text: descriptionOf(page) }]
  /** The element that is left out, and how deep in elements of its name. */
  let left: { readonly name: string; depth: number } | undefined
  let heading: { readonly name: string; readonly id: string; text: string } | undefined
  const start = page.search(/<main\b/)
  const end = page.lastIndexOf('</main>')
  const write = (text: string): void => {
    if (heading) heading.text += text
    else sections.at(-1)!.text += text
  }
  for (const [token, closing, tag, attributes = ''] of page.slice(Math.max(start, 0), end < 0 ? undefined : end).matchAll(TOKEN)) {
    const name = tag?.toLowerCase()
    if (left) {
      if (name === left.name) left.depth += closing === '' ? 1 : -1
      if (left.depth === 0) left = undefined
    } else if (name === undefined) {
      if (!token.startsWith('<')) write(decoded(token))
    } else if (closing === '' && !VOID.has(name) && isLeftOut(name, attributes)) {
      left = { name, depth: 1 }
    } else {
      if (!INLINE.has(name) || name === 'br') write('\n')
      if (!/^h[1-6]$/.test(name)) continue
      const id = /\bid="([^"]*)"/.exec(attributes)?.[1]
      if (closing === '' && (id !== undefined || name === 'h1')) heading = { name, id: id === undefined ? '' : decoded(id), text: '' }
      if (closing !== '' && heading) {
        const title = linesOf(heading.text).join(' ')
        if (heading.id === '') sections[0]!.title = title
        else sections.push({ id: heading.id, title, text: '' })
        heading = undefined
      }
    }
  }
  return [folder, sections[0]!.title, sections.map(({ id, title, text }) => [id, title, linesOf(text).join('\n')])]
}

function isLeftOut(name: string, attributes: string): boolean {
  const classes = /\bclass="([^"]*)"/.exec(attributes)?.[1]
  return NO_TEXT.has(name) || (classes !== undefined && NO_TEXT_CLASSES.test(classes)) || CALL.test(attributes)
}

function descriptionOf(page: string): string {
  const description = /<meta name="description" content="([^"]*)">/.exec(page)?.[1]
  return description === undefined ? '' : `${decoded(description)}\n`
}

/** Lines of text without what the source of the page breaks and indents. */
function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.replaceAll(/[ \t\r]+/g, ' ').trim())
  return lines.filter((line) => line !== '')
}

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
    return String.fromCodePoint(Number.parseInt(hex ?? decimal!, hex === undefined ? 10 : 16))
  })
}
