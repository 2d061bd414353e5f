import type { Paragraph, Root } from 'mdast'

/** What can begin a mark of Markdown, an entity, an escape or an address (CommonMark 0.31; GFM’s extended autolinks). */
const MARKS = /[*_`[\]<>\\@~]|&#?[a-z\d]+;|:\/\/|www\./i

/** A single line at the margin that begins with a letter and ends without white space, and the empty lines after it. */
const LINE = /^[\p{L}“"(][^\n\r\t\0]*(?<!\s)\n*$/u

/** Whether a text may hold a mark of Markdown; one that holds none is prose from end to end. */
export function hasMarks(text: string): boolean {
  return MARKS.test(text)
}

/** Whether a block, with empty lines around it, is a paragraph that says what is written and nothing else. */
export function isProse(block: string): boolean {
  return LINE.test(block) && !hasMarks(block)
}

/**
 * The tree of blocks that are prose, each after an empty line: what the parser gives, without the parser.
 * Most of a long document is prose.
 */
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
