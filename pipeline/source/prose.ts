import type { Paragraph, Root } from 'mdast'

/** Possible beginnings of Markdown marks, entities, escapes and addresses (CommonMark 0.31; GFM’s extended autolinks). */
const MARKS = /[*_`[\]<>\\@~]|&#?[a-z\d]+;|:\/\/|www\./i

/** A single line at the margin that begins with a letter and does not end in white space, and the empty lines after it. */
const LINE = /^[\p{L}“"(][^\n\r\t\0]*(?<!\s)\n*$/u

/** True if a text may contain a Markdown mark. Otherwise it is pure prose. */
export function hasMarks(text: string): boolean {
  return MARKS.test(text)
}

/** True if a block between empty lines is a paragraph of pure prose. */
export function isProse(block: string): boolean {
  return LINE.test(block) && !hasMarks(block)
}

/** The tree of prose blocks, each after an empty line, equal to the parser’s. Most of a long document is prose. */
export function proseTree(text: string): Root {
  const children: Paragraph[] = []
  let line = 1
  for (const { 0: run, index } of text.matchAll(/\n+|[^\n]+/g)) {
    if (run.startsWith('\n')) line += run.length
    else {
      const place = () => ({
        start: { line, column: 1, offset: index },
        end: { line, column: run.length + 1, offset: index + run.length },
      })
      children.push({ type: 'paragraph', children: [{ type: 'text', value: run, position: place() }], position: place() })
    }
  }
  return { type: 'root', children }
}
