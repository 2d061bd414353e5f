import { failure, type Failure } from '../problem.ts'

/** Limit of characters, far beyond any paragraph. */
const LONGEST = 20_000
/** Limit of marks, beyond any text of that length. Markdown and ICU parsers take quadratic time over runs of them. */
const MARKS = 1000
const MARK = /[*_[\]{}<`~!(]/g
/** Limit of lines in a paragraph. */
const LINES = 1000
/** Limit of cells added to rows of a table. Each row is filled up to the head’s columns, so that a few signs can create many. */
const FILLED = 5000
/** Limit of lines in front matter. */
const FRONT_LINES = 500
/** Limit of nested quotations and lists, and of indentation, which nests lists too. */
const DEEPEST = 20
const WIDEST = 200

/** The opening of a quotation, list item or note, after the former opening. */
const OPENING = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]+\]:)/y
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/
const QUOTED = /^[ \t]*>/
/** The delimiter row of a table. */
const DELIMITERS = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/

/**
 * Beginning of an HTML block that ends at an empty line (CommonMark 0.31, 4.6, the sixth kind), at the margin, where it ends all
 * open blocks. The parser looks for no marks in it; READMEs list people and sponsors so.
 */
const HTML =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[ \t]|\/?>|$)/i
/** HTML blocks that may contain empty lines, with their ends. They may also contain what looks like the sixth kind. */
const ENDED: readonly (readonly [begins: RegExp, ends: RegExp])[] = [
  [/^[ \t]*<(?:script|pre|style|textarea)(?:\s|>|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^[ \t]*<!--/, /-->/],
  [/^[ \t]*<\?/, /\?>/],
  [/^[ \t]*<!\[CDATA\[/, /\]\]>/],
  [/^[ \t]*<![a-z]/i, />/],
]
/** Limit of characters in such a block, except comments, which are searched one by one. */
const LONGEST_HTML = 100_000
const REMARK = /<!--/g

/** A definition on a line of its own. After an empty line or another definition it is not part of a paragraph. */
const DEFINITION = /^ {0,3}\[(?:\\.|[^[\]\\])+\]:[ \t]*\S+[ \t]*$/
/** Counts before a paragraph’s first line. */
const NOTHING = { lines: 0, marks: 0, characters: 0 }

/**
 * True for a text that is not prose and would occupy the parsers for long, such as a megabyte, or thousands of braces or
 * asterisks.
 */
export function isTooComplex(text: string): boolean {
  return text.length > LONGEST || marksIn(text) > MARKS
}

/**
 * Refuses Markdown that is not prose and would occupy the parser for minutes: deep nesting, runs of marks in paragraphs, items
 * and cells (cmark, test/pathological_tests.py), endless front matter, and tables that a few signs make huge (cmark-gfm
 * 0.29.0.gfm.7, “autocompleted cells”).
 * @throws Failure with the line
 */
export function refuseComplex(text: string, file: string): void {
  const front = refuseLongFront(text, file)
  let fence: { readonly mark: string; readonly isQuoted: boolean } | undefined
  let isTable = false
  let isHtml = false
  let ends: RegExp | undefined
  let isDefinition = false
  let before = ''
  let paragraph = NOTHING
  let columns = 0
  let filled = 0
  for (const [index, line] of text.split('\n').entries()) {
    if (index < front) continue
    const { depth, isItem, content } = opened(line)
    const isQuoted = QUOTED.test(line)
    // The end of a quotation ends code in it.
    if (fence?.isQuoted && !isQuoted) fence = undefined
    const mark = FENCE.exec(isQuoted ? content : line)?.[1]
    if (fence ? isQuoted === fence.isQuoted && mark?.startsWith(fence.mark) : mark !== undefined) {
      fence = fence || mark === undefined ? undefined : { mark, isQuoted }
      before = ''
    }
    if (fence) continue
    const begun: (typeof ENDED)[number] | undefined = ends || isHtml ? undefined : ENDED.find(([begins]) => begins.test(content))
    isHtml = !ends && !begun && line.trim() !== '' && (isHtml || HTML.test(line))
    ends = [ends ?? begun?.[1]].find((each) => each && !each.test(line))
    const wasTable = isTable
    isTable = content.trim() !== '' && (isTable || isDelimiters(content, before))
    if (isTable && !wasTable) columns = cellsOf(content)
    if (isTable) filled += Math.max(0, columns - cellsOf(content))
    isDefinition = DEFINITION.test(content) && (isDefinition || before.trim() === '')
    const begins = before.trim() === '' || isItem || isTable || isDefinition
    const known = begins || content.trim() === '' ? NOTHING : paragraph
    const marks = isHtml ? (line.match(REMARK)?.length ?? 0) : marksIn(line)
    paragraph = { lines: known.lines + 1, marks: known.marks + marks, characters: known.characters + line.length }
    before = content
    const excesses: readonly (readonly [isOne: boolean, found: string])[] = [
      [depth > DEEPEST, `${depth} quotations or lists in each other`],
      [line.length - line.trimStart().length > WIDEST, 'a line that begins far to the right'],
      [paragraph.marks > MARKS, `more than ${MARKS} marks of Markdown in one paragraph`],
      [paragraph.lines > LINES && !isHtml, `a paragraph of more than ${LINES} lines`],
      [paragraph.characters > (isHtml ? LONGEST_HTML : LONGEST), `a paragraph of more than ${isHtml ? LONGEST_HTML : LONGEST} characters`],
      [filled > FILLED, `tables whose rows leave out more than ${FILLED} cells`],
    ]
    const excess = excesses.find(([isOne]) => isOne)
    if (excess) throw tooComplex(excess[1], file, index + 1)
  }
}

/**
 * Number of lines of the front matter.
 * @throws Failure if it is too long: the parser takes quadratic time over its lines
 */
function refuseLongFront(text: string, file: string): number {
  const end = text.startsWith('---\n') ? /\n---(?:\n|$)/.exec(text)?.index : undefined
  if (end === undefined) return 0
  const lines = text.slice(0, end).split('\n')
  const long = lines.findIndex((line) => line.length > LONGEST)
  if (long !== -1) throw tooComplex(`a line of more than ${LONGEST} characters in the front matter`, file, long + 1)
  if (lines.length > FRONT_LINES) throw tooComplex(`front matter of more than ${FRONT_LINES} lines`, file, FRONT_LINES + 1)
  return lines.length
}

function tooComplex(found: string, file: string, line: number): Failure {
  return failure({
    rule: 'too-complex',
    file,
    position: { line, column: 1 },
    message: 'This text is too complex to be read.',
    found,
    expected: `paragraphs of at most ${LONGEST} characters, ${LINES} lines and ${MARKS} marks, ${DEEPEST} quotations or lists in each other, ${WIDEST} spaces before a line`,
    remedy:
      'Look for long runs of brackets, asterisks, spaces or quotation marks (>), and remove them; part long paragraphs by empty lines, and large tables in several.',
  })
}

/** Number of marks in a text, counted up to the limit. */
function marksIn(text: string): number {
  let marks = 0
  MARK.lastIndex = 0
  while (marks <= MARKS && MARK.test(text)) marks++
  return marks
}

/** The blocks that a line opens: their number, whether an item or note begins, and the rest of the line. */
function opened(line: string): { readonly depth: number; readonly isItem: boolean; readonly content: string } {
  let depth = 0
  let end = 0
  OPENING.lastIndex = 0
  while (OPENING.test(line)) {
    depth++
    end = OPENING.lastIndex
  }
  return { depth, isItem: /[^\s>]/.test(line.slice(0, end)), content: line.slice(end) }
}

/** True if a line makes a table of the line before. Both must have the same number of cells. */
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
