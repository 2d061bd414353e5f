import type { Nodes, Root } from 'mdast'
import { nodesIn } from '../../source/nodes.ts'
import { listedNotes, type NumberedNote } from './listed-notes.ts'
import { typedText } from './typed.ts'
import type { Slip } from './slip.ts'

/** How people number notes by hand: word¹ and ¹ Note, word [1] and [1] Note, word<sup>1</sup> and <sup>1</sup> Note. */
interface HandMark {
  /** The line of a note, with its number. */
  readonly note: RegExp
  /** A call within a text, with its number, or several. */
  readonly call: RegExp
  readonly written: (number: number) => string
  /** How many notes a text calls at least, where the sign has other meanings too. */
  readonly least?: number
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/** Numbers of several notes in one call: 1, 2; 1–3. */
const NUMBERS = String.raw`(\d{1,3}(?:[ \u00A0]?[,;–-][ \u00A0]?\d{1,3})*)`
/** Brackets as they are typed, or with the backslashes of a conversion, for which a typed text has signs of their own. */
const [OPEN, CLOSED] = [String.raw`(?:\[|\uFFFA{2})`, String.raw`(?:\]|\uFFF9{2})`]
// In a typed text a sign U+FFFC stands for each character of a tag: five for <sup>, six for </sup>.
const MARKS: readonly HandMark[] = [
  {
    note: /^[ \t>]*([⁰¹²³⁴-⁹]{1,3})[.)]?[ \t\u00A0]*(?=[\p{L}“"„«(\uFFFB])/u,
    call: /(?<=[\p{L}\p{N}.,;:!?”"“’)»…\]])([⁰¹²³⁴-⁹]{1,3})(?![⁰¹²³⁴-⁹])/gu,
    written: (number) => Array.from(String(number), (digit) => RAISED[Number(digit)]).join(''),
  },
  {
    note: new RegExp(String.raw`^[ \t>]*${OPEN}(\d{1,3})${CLOSED}[ \t\u00A0]*(?=[\p{L}“"„«(\uFFFB\uFFFC])`, 'u'),
    call: new RegExp(String.raw`(?<=\S[ \u00A0]?)${OPEN}${NUMBERS}(?:, ?\p{L}{1,5}\.? ?\d[\d–-]*)?${CLOSED}(?![:(_]|\[\D)`, 'gu'),
    written: (number) => `[${number}]`,
  },
  {
    note: /^[ \t>]*\uFFFC{5}(\d{1,3})\uFFFC{6}[ \t\u00A0]*(?=[\p{L}“"„«(\uFFFB])/u,
    call: new RegExp(String.raw`(?<=[\p{L}\p{N}.,;:!?”"“’)»…])\uFFFC{5}${NUMBERS}\uFFFC{6}`, 'gu'),
    written: (number) => `<sup>${number}</sup>`,
  },
  // Paragraphs of a law have such numbers too, so that only a list below its heading answers them.
  {
    note: /(?!)/u,
    call: new RegExp(String.raw`(?<=[\p{L}”"’)\d][ \u00A0])\(${NUMBERS}\)(?=[.,;:!?]|[ \t]*$)`, 'gu'),
    written: (number) => `(${number})`,
    least: 2,
  },
]

/** A line of a text as it was typed. */
interface Line {
  readonly text: string
  readonly offset: number
  readonly block: Nodes
}

/** Notes that are typed as text or as a list, with their calls: nothing joins the two, and print sets them where they are typed. The first of each kind is told. */
export function handNotes(tree: Root, source: string): Slip[] {
  const lines = linesOf(tree, source)
  if (lines.length === 0) return []
  let listed: readonly NumberedNote[] | undefined
  return MARKS.flatMap((mark): Slip[] => {
    const called = callsOf(mark, lines)
    if (called.size === 0) return []
    const typed = lines.flatMap(({ text, offset, block }) => {
      const number = block.type === 'paragraph' ? mark.note.exec(text)?.[1] : undefined
      return number !== undefined && called.has(plain(number)) ? [{ number: plain(number), offset, block }] : []
    })
    if (typed.length > 0) return [told(typed, mark, source, mark.written(typed[0]!.number))]
    listed ??= listedNotes(tree, source)
    const list = answering(listed, lines, mark)
    return list.length > 0 ? [told(list, mark, source, 'its number')] : []
  })
}

/** The listed notes, if the text around them calls the first of them, and hardly a number that none of them has. */
function answering(listed: readonly NumberedNote[], lines: readonly Line[], mark: HandMark): readonly NumberedNote[] {
  const blocks = new Set(listed.map(({ block }) => block))
  const called = callsOf(
    mark,
    lines.filter(({ block }) => !blocks.has(block)),
  )
  const numbers = new Set(listed.map(({ number }) => number))
  const answered = called.intersection(numbers).size
  return called.has(1) && answered >= (mark.least ?? 1) && answered * 2 > called.size ? listed : []
}

function callsOf({ note, call }: HandMark, lines: readonly Line[]): ReadonlySet<number> {
  return new Set(
    lines.flatMap(({ text }) => {
      const own = note.exec(text)?.[0].length ?? 0
      return [...text.slice(own).matchAll(call)].flatMap(([, numbers]) => numbers!.split(/[^\d⁰¹²³⁴-⁹]+/u).map(plain))
    }),
  )
}

function told(notes: readonly NumberedNote[], { written }: HandMark, source: string, before: string): Slip {
  const { number, offset, block } = notes[0]!
  return {
    offset,
    block,
    sure: false,
    message:
      notes.length > 1
        ? `This note and ${notes.length - 1} more were typed by hand: nothing leads to them from the text, and in print they do not stand at the foot of their pages.`
        : 'This note was typed by hand: nothing leads to it from the text, and in print it does not stand at the foot of its page.',
    found: source.slice(offset, offset + 60).split('\n', 1)[0]!,
    expected: `[^${number}] after the word, and [^${number}]: before the note`,
    remedy: `Write [^${number}] in the place of ${written(number)} in the text, and [^${number}]: in the place of ${before} before the note; and so with each other note.`,
  }
}

/** The lines of a document’s paragraphs, headings and cells. What is a link already leads somewhere, and is left out. */
function linesOf(tree: Root, source: string): Line[] {
  const lines: Line[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const start = node.position!.start.offset!
      if (!MAY_HOLD.test(source.slice(start, node.position!.end.offset))) return
      let text = typedText(node, source)
      for (const { type, position } of nodesIn(node))
        if (type === 'link' || type === 'linkReference') {
          const [from, to] = [position!.start.offset! - start, position!.end.offset! - start]
          text = text.slice(0, from) + text.slice(from, to).replaceAll(/[\d⁰¹²³⁴-⁹]/gu, '\uFFFC') + text.slice(to)
        }
      for (const { 0: own, index } of text.matchAll(/[^\n\r]+/g)) lines.push({ text: own, offset: start + index, block: node })
    } else if ('children' in node) node.children.forEach(visit)
  }
  visit(tree)
  return lines
}

const MAY_HOLD = /[⁰¹²³⁴-⁹]|[[(]\d|<sup>/u

/** The number of usual or of raised digits. */
function plain(digits: string): number {
  return Number(Array.from(digits, (digit) => (RAISED.includes(digit) ? RAISED.indexOf(digit) : digit)).join(''))
}
