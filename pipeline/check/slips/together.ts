import { slip, type Line, type LineSlip } from './line.ts'

const TOGETHER = {
  message: 'These lines are meant to stand one below the other, but run together in one paragraph.',
  expected: 'a backslash at the end of each line but the last, or an empty line between them',
  remedy: 'Write a backslash at the end of each line but the last; or put an empty line between them.',
  sure: false,
}

/** The slip of lines that stand each by itself, as their beginnings or ends tell. `text` is that of the whole paragraph. */
export function* togetherSlips(lines: readonly Line[], text: string): Generator<LineSlip> {
  const contents = lines.filter((line) => PAGED.test(line.text) && DOTTED.test(line.text))
  if (contents.length >= 2 && contents.length >= lines.length - 1) {
    yield slip(contents, { ...CONTENTS, sure: false })
    return
  }
  const said = saidBelow(lines)
  if (said) yield slip([said], { ...SAID, sure: false })
  const found = labelledLines(lines) ?? wordedRun(lines) ?? letterLines(lines) ?? (areShort(lines, text) ? lines : undefined)
  if (found) yield slip(found, TOGETHER)
}

export const CONTENTS = {
  message: 'This is the table of contents of another program, whose numbers are those of its pages.',
  expected: 'nothing: the contents are made by themselves',
  remedy: 'Remove it.',
}
/** An entry of contents: dots, or a tab, and the number of a page. */
export const PAGED = /\p{L}[^\n]*(?:\.{4,}|(?:\. ?){4,}|…{2,}|\t)[ \t]*(?:\d{1,3}|[ivx]{1,5})[ \t]*$/u
const DOTTED = /(?:\.{4,}|(?:\. ?){4,}|…{2,})/u

const SAID = {
  message: 'This line says who is quoted, and would be printed in one line with the quotation.',
  expected: 'a backslash at the end of the line before',
  remedy: 'Write a backslash at the end of the line before, or put an empty line between the two.',
}

/** The last line, where it names after a dash who has said those before. */
function saidBelow(lines: readonly Line[]): Line | undefined {
  const [before, last] = lines.slice(-2)
  if (!before || !last || last.isOwn || !/[.!?…][”“"»’]?[ \t]*$|[”“"»][ \t]*$/u.test(before.text)) return undefined
  return /^(?:[—–―]|--)[ \t]?\p{Lu}[^.!?]{1,60}\.?[ \t]*$/u.test(last.text) ? last : undefined
}

/** What begins or ends a line that stands by itself. */
interface LabelRow {
  readonly mark: RegExp
  /** Lines that have it: two of a paragraph, or all from the first or second on. */
  readonly has: 'two' | 'all'
}

const LABELS: readonly LabelRow[] = [
  // A time of day: 9:00, 09.30–10.00, 9 a.m.
  { mark: /^(?:\uFFFC{2})?(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d(?![\d.,:]\d|\d)|(?=[ \u00A0]?[ap]\.?m\b))/iu, has: 'two' },
  // A date in digits: 12.5.2018, 2018-05-12.
  { mark: /^(?:\uFFFC{2})?(?:[0-3]?\d\.[ \u00A0]?(?:0?[1-9]|1[0-2])\.(?:[ \u00A0]?(?:\d{4}|\d{2})\b\.?|(?!\d))|\d{4}-\d{2}-\d{2}(?!\d))/u, has: 'two' },
  // Strong words, as the name of a day.
  { mark: /^\uFFFC{2}\p{Lu}[^\uFFFC]{1,40}\uFFFC{2}[ \t:–—]/u, has: 'all' },
  // Room to write in, or dots that lead to the number of a page.
  { mark: /[:\p{L}][ \t]*(?:_{4,}|\.{4,}|(?:\. ?){4,}|…{2,})[ \t]*\d{0,4}[ \t]*$/u, has: 'all' },
  // A word and a colon: Place: Prishtina.
  { mark: /^(?:\uFFFC{2})?\p{Lu}[\p{L}\p{N} .’'/()-]{0,28}:[ \t]+\S/u, has: 'all' },
  // A number and what it counts or dates: 12 May, 2 eggs.
  { mark: /^(?:\uFFFC{2})?\d{1,4}(?:[.,]\d+)?[ \u00A0](?:[%€$£]|\p{L})/u, has: 'all' },
  // What several people say.
  { mark: /^[“„«]/u, has: 'all' },
  // What is typed into a terminal.
  { mark: /^[$%][ \t]+\S/u, has: 'all' },
] // prettier-ignore

function labelledLines(lines: readonly Line[]): readonly Line[] | undefined {
  for (const { mark, has } of LABELS) {
    const from = lines.findIndex(({ text }) => mark.test(text))
    if (from < 0 || (has === 'all' && from > 1)) continue
    const found = lines.slice(from).filter(({ text }) => mark.test(text))
    if (found.length < 2 || (has === 'all' && found.length < lines.length - from)) continue
    if (found.slice(1).some(({ isOwn }) => !isOwn)) return found
  }
  return undefined
}

/** A word or a sign and a number: Article 1, § 1, Day 1. */
const WORDED = /^(\p{Lu}\p{L}{1,14}\.?|§)[ \u00A0]?(\d{1,3})(?=[.:)–—-]|[ \t]|$)/u

/** Two lines that begin with the same word and with numbers that follow each other. */
function wordedRun(lines: readonly Line[]): readonly Line[] | undefined {
  const worded = lines.flatMap((line) => {
    const [, word, number] = WORDED.exec(line.text) ?? []
    return word === undefined ? [] : [{ line, word, number: Number(number) }]
  })
  const isNext = (at: number): boolean =>
    !worded[at]!.line.isOwn && worded[at]!.word === worded[at - 1]!.word && worded[at]!.number === worded[at - 1]!.number + 1
  const next = worded.findIndex((_, at) => at > 0 && isNext(at))
  return next > 0 ? [worded[next - 1]!.line] : undefined
}

/** Words that begin a letter, in the languages of these editions. */
const GREETING =
  /^(?:Dear|Hello|Hi|Të? nderuar|[IE] nderuar|Përshëndetje|Почитуван|Поштован|Драг|Уважаем|Poštovan|Štovan|Drag|Sayın|Merhaba)[^\n.?;]{0,60}[,!:][ \t]*$/u
/** Words that end one. */
const CLOSING =
  /^(?:(?:Best|Kind|Warm|With)\b[^\n.]{0,20}\b(?:regards|wishes)|(?:Yours|Sincerely|Respectfully|Regards)\b[^\n.]{0,12}|Me (?:respekt|nderim|përshëndetje)\p{L}*|Со почит|Срдечно|Срдачно|С[ао]? (?:поштовањем|уважение)|S? ?(?:poštovanjem|štovanjem)|Srdačno|Saygılar\p{L}*)[,.]?[ \t]*$/u

/** The line after which a letter begins, or its name follows. */
function letterLines(lines: readonly Line[]): readonly Line[] | undefined {
  const at = lines.findIndex(({ text }, index) => (index === 0 && GREETING.test(text)) || CLOSING.test(text))
  const next = lines[at + 1]
  return at >= 0 && next && !next.isOwn ? [lines[at]!] : undefined
}

/** How the lines of an address, a verse or a list begin: with a capital, a number, an address on the web, or strong words. */
const NAMED = /^(?:\uFFFC{1,2})?(?:[“„«"(]|© ?)?[\p{Lu}\p{N}+]|^\uFFFB/u
/** How any line of words begins. */
const WORDS = /^(?:\uFFFC{1,2})?(?:[“„«"(]|© ?)?[\p{L}\p{N}+]|^\uFFFB/u
const SENTENCE_END = /[.!?…;][ \t]*$/u
const PAUSE = /[,;:.!?—–][ \t]*$/u
/** What goes on in the next line: several things with commas between them in a longer line, a small word, signs between links. */
const GOES_ON =
  /^(?=.{40}).*,.*,[ \t]*$|[@\uFFFB].*,[ \t]*$|(?<!\p{L})(?:and|or|of|in|to|the|an?|for|at|on|by|from|with|as|is|was|that|which|since|e|dhe|të|në|me|për|nga|и|на|во|од|за|со|до|у|са|i|u|na|od|za|do|s)[ \t]*$|[·•|/—–-][ \t]*$/u
/** Longer lines may have been broken for want of room: of two lines or of verse, and of several lines that all begin with a name. */
const [SHORT, MIDDLING] = [45, 60]

/**
 * True for lines that end long before a line is full, and not with a sentence, so that they were not broken for want of room:
 * addresses, verses, names. A line of its own for each sentence, or for each clause, is how some write prose.
 */
function areShort(lines: readonly Line[], text: string): boolean {
  const before = lines.slice(0, -1)
  // Lines of rights.
  if (lines.filter((line) => line.text.startsWith('©')).length > 1) return false
  const longest = lines.reduce((most, line) => Math.max(most, line.text.length), 0)
  if (longest > MIDDLING) return false
  const share = (mark: RegExp, of: readonly Line[]): number => of.filter((line) => mark.test(line.text)).length / of.length
  if (before.length === 0 || lines.slice(1).some(({ isOwn }) => isOwn)) return false
  if (share(GOES_ON, before) > (lines.length > 3 ? 1 / 4 : 0) || share(WORDS, lines) < 1 || isInCapitals(lines)) return false
  const named = share(NAMED, lines)
  const ended = share(SENTENCE_END, before)
  if (lines.length === 2) return longest <= SHORT && named === 1 && ended === 0 && isPair(lines, text)
  if (named === 1 && ended < 1 / 2) return true
  return lines.length > 3 && longest <= SHORT && ended <= 1 / 3 && (named >= 2 / 3 || share(PAUSE, lines) >= 3 / 4)
}

/** True for two lines that make no sentence together, or of which the first is strong as a title is. The second line of an item stands further to the right. */
function isPair([first, second]: readonly Line[], text: string): boolean {
  if (/:[ \t]*$/.test(first!.text) && second!.text.startsWith('\uFFFB')) return false
  if (second!.text.startsWith('(') || /\n[ \t]{2,}/.test(text)) return false
  return /^\uFFFC{2}[^\uFFFC]+\uFFFC{2}[ \t]*$/u.test(first!.text) || !/[.!?][ \t]*$/.test(second!.text)
}

/** True for a text in capitals, in which they tell nothing of its lines. Lines of a word or two tell it by their length. */
function isInCapitals(lines: readonly Line[]): boolean {
  const text = lines.map((line) => (/\S\s+\S+\s+\S/u.test(line.text) ? line.text : '')).join('')
  return (text.match(/\p{Lu}/gu)?.length ?? 0) > (text.match(/\p{Ll}/gu)?.length ?? 0)
}
