import { failure } from '../problem.ts'

/** Far more characters than any paragraph has. */
const LONGEST = 20_000
/** More marks than a text of that length needs; Markdown’s and ICU’s parsers take quadratic time over runs of them. */
const MARKS = 1000
const MARK = /[*_[\]{}<`~!(]/g
/** More lines than a paragraph has, however short they are. */
const LINES = 1000
/** How deep quotations and lists may lie in each other, and how far a line may be indented, which nests lists too. */
const DEEPEST = 20
const WIDEST = 200

/** What opens a quotation, a list's item or a note, at the place where the last one ended. */
const OPENING = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]+\]:)/y
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/
/** The second line of a table. */
const DELIMITERS = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/

/** A definition on a line of its own; after an empty line or another one it is no paragraph’s. */
const DEFINITION = /^ {0,3}\[(?:\\.|[^[\]\\])+\]:[ \t]*\S+[ \t]*$/
/** Before a paragraph’s first line. */
const NOTHING = { lines: 0, marks: 0 }

/** Whether a text would keep the parsers busy without being prose: a megabyte, thousands of braces or asterisks. */
export function isTooComplex(text: string): boolean {
  return text.length > LONGEST || marksIn(text) > MARKS
}

/**
 * Refuses Markdown that would keep the parser busy for minutes without being prose: deep nesting, and paragraphs, items
 * and cells with runs of marks (cmark, test/pathological_tests.py).
 * @throws Failure with the line
 */
export function refuseComplex(text: string, file: string): void {
  let fence: string | undefined
  let isTable = false
  let isDefinition = false
  let before = ''
  let paragraph = NOTHING
  for (const [index, line] of text.split('\n').entries()) {
    const mark = FENCE.exec(line)?.[1]
    if (fence === undefined ? mark !== undefined : mark?.startsWith(fence)) {
      fence = fence === undefined ? mark : undefined
      before = ''
    }
    if (fence !== undefined) continue
    const depth = depthOf(line)
    isTable = line.trim() !== '' && (isTable || isDelimiters(line, before))
    isDefinition = DEFINITION.test(line) && (isDefinition || before.trim() === '')
    const begins = before.trim() === '' || depth > 0 || isTable || isDefinition
    const known = begins ? NOTHING : paragraph
    paragraph = line.trim() === '' ? NOTHING : { lines: known.lines + 1, marks: known.marks + marksIn(line) }
    before = line
    const found =
      depth > DEEPEST
        ? `${depth} quotations or lists in each other`
        : line.length - line.trimStart().length > WIDEST
          ? 'a line that begins far to the right'
          : paragraph.marks > MARKS
            ? `more than ${MARKS} marks of Markdown in one paragraph`
            : paragraph.lines > LINES
              ? `a paragraph of more than ${LINES} lines`
              : undefined
    if (found === undefined) continue
    throw failure({
      rule: 'too-complex',
      file,
      position: { line: index + 1, column: 1 },
      message: 'This text is too complex to be read.',
      found,
      expected: `paragraphs of at most ${LINES} lines and ${MARKS} marks, ${DEEPEST} quotations or lists in each other, ${WIDEST} spaces before a line`,
      remedy: 'Look for long runs of brackets, asterisks or quotation marks (>), and remove them; part long paragraphs by empty lines.',
    })
  }
}

/** How many marks a text has; of more than are allowed no more are counted. */
function marksIn(text: string): number {
  let marks = 0
  MARK.lastIndex = 0
  while (marks <= MARKS && MARK.test(text)) marks++
  return marks
}

function depthOf(line: string): number {
  let depth = 0
  OPENING.lastIndex = 0
  while (OPENING.test(line)) depth++
  return depth
}

/** Whether a line makes a table of the one before: both have as many cells, without which they are a paragraph. */
function isDelimiters(line: string, before: string): boolean {
  return before.includes('|') && DELIMITERS.test(line) && cellsOf(line) === cellsOf(before)
}

function cellsOf(line: string): number {
  return line
    .trim()
    .replaceAll(/\\./g, '')
    .replaceAll(/^\||\|$/g, '')
    .split('|').length
}
