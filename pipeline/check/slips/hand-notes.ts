import type { Nodes, Root } from 'mdast'
import { typedText } from './typed.ts'
import type { Slip } from './slip.ts'

/** How people number notes by hand: word¹ and ¹ Note, word [1] and [1] Note, word<sup>1</sup> and <sup>1</sup> Note. */
interface HandMark {
  /** The line of a note, with its number. */
  readonly note: RegExp
  /** A call within a text, with its number. */
  readonly call: RegExp
  readonly written: (number: string) => string
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
// In a typed text a sign U+FFFC stands for each character of a tag: five for <sup>, six for </sup>.
const MARKS: readonly HandMark[] = [
  {
    note: /^[ \t>]*([⁰¹²³⁴-⁹]{1,3})[.)]?[ \t\u00A0]*(?=[\p{L}“"„«(\uFFFB])/u,
    call: /(?<=[\p{L}\p{N}.,;:!?”"“’)»…\]])([⁰¹²³⁴-⁹]{1,3})(?![⁰¹²³⁴-⁹])/gu,
    written: (number) => Array.from(number, (digit) => RAISED[Number(digit)]).join(''),
  },
  {
    note: /^[ \t>]*\[(\d{1,3})\][ \t\u00A0]*(?=[\p{L}“"„«(\uFFFB\uFFFC])/u,
    call: /(?<=\S[ \u00A0]?)\[(\d{1,3})\](?![:(_[])/gu,
    written: (number) => `[${number}]`,
  },
  {
    note: /^[ \t>]*\uFFFC{5}(\d{1,3})\uFFFC{6}[ \t\u00A0]*(?=[\p{L}“"„«(\uFFFB])/u,
    call: /(?<=[\p{L}\p{N}.,;:!?”"“’)»…])\uFFFC{5}(\d{1,3})\uFFFC{6}/gu,
    written: (number) => `<sup>${number}</sup>`,
  },
]

/** A line of a text as it was typed. */
interface Line {
  readonly text: string
  readonly offset: number
  readonly block: Nodes
}

/** Notes that are typed as text, with their calls: nothing joins the two, and print sets them where they are typed. The first of each kind is told. */
export function handNotes(tree: Root, source: string): Slip[] {
  const lines = linesOf(tree, source)
  return MARKS.flatMap(({ note, call, written }): Slip[] => {
    const called = new Set(
      lines.flatMap(({ text }) => {
        const own = note.exec(text)?.[0].length ?? 0
        return [...text.slice(own).matchAll(call)].map(([, number]) => plain(number!))
      }),
    )
    const notes = lines.flatMap((line) => {
      const number = line.block.type === 'paragraph' ? note.exec(line.text)?.[1] : undefined
      return number !== undefined && called.has(plain(number)) ? [{ ...line, number: plain(number) }] : []
    })
    const [first] = notes
    if (!first) return []
    const { number } = first
    return [
      {
        offset: first.offset,
        block: first.block,
        sure: false,
        message:
          notes.length > 1
            ? `This note and ${notes.length - 1} more were typed by hand: nothing leads to them from the text, and in print they do not stand at the foot of their pages.`
            : 'This note was typed by hand: nothing leads to it from the text, and in print it does not stand at the foot of its page.',
        found: source.slice(first.offset, first.offset + 60).split('\n', 1)[0]!,
        expected: `[^${number}] after the word, and [^${number}]: before the note`,
        remedy: `Write [^${number}] in the place of ${written(number)} in the text, and [^${number}]: in its place before the note; and so with each other note.`,
      },
    ]
  })
}

/** The lines of a document’s paragraphs, headings and cells. */
function linesOf(tree: Root, source: string): Line[] {
  const lines: Line[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const start = node.position!.start.offset!
      if (!MAY_HOLD.test(source.slice(start, node.position!.end.offset))) return
      for (const { 0: text, index } of typedText(node, source).matchAll(/[^\n\r]+/g))
        lines.push({ text, offset: start + index, block: node })
    } else if ('children' in node) node.children.forEach(visit)
  }
  visit(tree)
  return lines
}

const MAY_HOLD = /[⁰¹²³⁴-⁹]|\[\d|<sup>/u

/** The number in usual digits. */
function plain(number: string): string {
  return Array.from(number, (digit) => (RAISED.includes(digit) ? RAISED.indexOf(digit) : digit)).join('')
}
