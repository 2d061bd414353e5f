import fc from 'fast-check'
import { createPublication, type Line, type SmallPublication } from '../small-publication.ts'

const WORDS = [
  'language',
  'report',
  'office',
  'newsroom',
  'between',
  'public',
  'difference',
  'audience',
  'own',
  'translated',
  'policy',
  'of',
  'in',
]

/** A text of so many words, always the same. */
export function words(count: number, from = 0): string {
  return Array.from({ length: count }, (_, index) => WORDS[(index * 7 + from * 3 + Math.floor(index / 5)) % WORDS.length]).join(' ')
}

const length = fc.integer({ min: 3, max: 60 })
const seed = fc.nat(1000)

/** The words of a note in blocks of so many, as they stand under its name. */
const SHAPES = {
  line: (blocks: readonly string[]): string => blocks.join(' '),
  paragraphs: (blocks: readonly string[]): string => blocks.join('\n\n    '),
  list: (blocks: readonly string[]): string => blocks.map((each, at) => (at === 0 ? each : `    - ${each}`)).join('\n\n'),
  numbers: (blocks: readonly string[]): string => blocks.map((each, at) => (at === 0 ? each : `    ${at + 97}. ${each}`)).join('\n\n'),
} as const

/** A call: how many words come before it, how many its note has, and as what. */
const call = fc.record({
  shape: fc.oneof(
    { weight: 6, arbitrary: fc.constant('line' as const) },
    fc.constantFrom('paragraphs' as const, 'list' as const, 'numbers' as const),
  ),
  before: fc.integer({ min: 0, max: 70 }),
  note: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 2, max: 40 }) }, fc.integer({ min: 40, max: 700 })),
  seed,
})

type Call = { readonly before: number; readonly note: number; readonly seed: number; readonly shape: keyof typeof SHAPES }

/** A block of a document: as Markdown, with `[^]` for each of its calls in their order. */
interface Block {
  readonly text: string
  readonly calls: readonly Call[]
}

const line = fc.tuple(length, seed, fc.array(call, { maxLength: 3 })).map(([count, from, calls]): Block => ({
  text: [...calls.map((each) => `${words(each.before + 1, each.seed)}[^]`), words(count, from)].join(' '),
  calls,
}))

const plain = fc.tuple(fc.integer({ min: 30, max: 160 }), seed).map(([count, from]): Block => ({ text: words(count, from), calls: [] }))

const joined = (blocks: readonly Block[], text: (texts: readonly string[]) => string): Block => ({
  text: text(blocks.map((each) => each.text)),
  calls: blocks.flatMap((each) => each.calls),
})

const block = fc.oneof(
  { weight: 6, arbitrary: line },
  { weight: 6, arbitrary: plain },
  fc.array(line, { minLength: 1, maxLength: 6 }).map((items) => joined(items, (texts) => texts.map((each) => `- ${each}`).join('\n'))),
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((items) => joined(items, (texts) => texts.map((each) => `1. ${each}\n\n   ${words(20)}`).join('\n\n'))),
  line.map((each) => joined([each], ([text]) => `> ${text}`)),
  line.map((each) => joined([each], ([text]) => `> [!NOTE]\n> ${text}`)),
  line.map((each) => joined([each], ([text]) => `*${text}*`)),
  fc.tuple(fc.integer({ min: 2, max: 5 }), seed, fc.boolean(), call).map(([count, from, isNoted, noted]): Block => ({
    text: `### ${words(count, from)}${isNoted ? '[^]' : ''}`,
    calls: isNoted ? [noted] : [],
  })),
  fc.tuple(fc.integer({ min: 2, max: 60 }), seed).map(([rows, from]): Block => ({
    text: ['| A | B |', '| --- | --- |', ...Array.from({ length: rows }, (_, row) => `| ${words(3, from + row)} | ${row} |`)].join('\n'),
    calls: [],
  })),
)

/** A block of a note has so many words. */
const BLOCK = 14

function inShape({ note, seed: from, shape }: Call): string {
  const count = Math.ceil(note / BLOCK)
  return SHAPES[shape](Array.from({ length: count }, (_, at) => words(Math.min(BLOCK, note - at * BLOCK), from + at)))
}

/** The Markdown of a document's body whose notes are called in anything, and are of any length. */
export const notedDocument = fc.array(block, { minLength: 12, maxLength: 45 }).map((blocks) => {
  const { text, calls } = joined(blocks, (texts) => texts.join('\n\n'))
  let number = 0
  const numbered = text.replaceAll('[^]', () => `[^${++number}]`)
  const notes = calls.map((each, index) => `[^${index + 1}]: Note ${index + 1}: ${inShape(each)}.`)
  return ['## First', numbered, ...notes].join('\n\n')
})

/** A report of some fifty pages with 130 notes, of which one in ten is long. */
export const report = [
  ...Array.from({ length: 260 }, (_, index) =>
    [
      ...(index % 20 === 0 ? [`## Chapter ${index / 20 + 1}`] : []),
      `${words(60 + (index % 9) * 8, index)}${index % 2 === 0 ? `[^${index / 2 + 1}]` : ''} ${words(20, index)}.`,
    ].join('\n\n'),
  ),
  ...Array.from(
    { length: 130 },
    (_, index) => `[^${index + 1}]: Note ${index + 1}: ${words(index % 10 === 0 ? 90 : 3 + (index % 12), index)}.`,
  ),
].join('\n\n')

/** A publication on A5 of documents by their names. */
export function publicationOf(documents: Readonly<Record<string, string>>): SmallPublication {
  return createPublication({
    'content/publication.yaml': 'title: Tests\npublisher: The tests\npaper: A5\neditions: [en]\n',
    ...Object.fromEntries(Object.entries(documents).map(([name, text]) => [`content/${name}/document.md`, `${text}\n`])),
  })
}

/** How much is free above the note of a page, in points. */
export function freeAbove(page: readonly Line[], note: string): number {
  const at = page.findIndex(({ text }) => text.includes(note))
  return page[at - 1]!.y - page[at]!.y
}
