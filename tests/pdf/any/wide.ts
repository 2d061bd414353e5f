import fc from 'fast-check'
import { indented } from './blocks.ts'
import { word } from './words.ts'

/** A passage with something that may be wider than the page. */
export interface WidePassage {
  readonly text: string
  /** How many signs its columns need at the least, side by side; nothing where lines may end anywhere in it. */
  readonly signs: number
}

const LETTERS = 'strengthsandinterinstitutionalisation'
const lettersOf = (length: number, from: number): string =>
  Array.from({ length }, (_, index) => LETTERS[(from + index) % LETTERS.length]).join('')

/** Words of a length, in one of which no line ends. */
const long = (most: number): fc.Arbitrary<string> =>
  fc.tuple(fc.integer({ min: 2, max: most }), fc.nat(LETTERS.length - 1)).map(([length, from]) => lettersOf(length, from))
const longest = (text: string): number => Math.max(0, ...text.split(/[\s/-]+/).map((each) => each.length))

const cell = (most: number): fc.Arbitrary<string> =>
  fc.oneof(
    { arbitrary: long(most), weight: 4 },
    { arbitrary: fc.array(long(most), { minLength: 2, maxLength: 4 }).map((all) => all.join(' ')), weight: 2 },
    fc.array(long(most), { minLength: 2, maxLength: 3 }).map((all) => all.join('-')),
    long(most).map((text) => `\`${text}\``),
    fc.constant(''),
  )

const table = fc.tuple(fc.integer({ min: 1, max: 14 }), fc.constantFrom(3, 8, 14, 30)).chain(([columns, most]) =>
  fc.array(fc.array(cell(most), { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 4 }).map((rows) => ({
    text: [rows[0]!, rows[0]!.map(() => '---'), ...rows.slice(1)].map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    signs: rows[0]!.reduce((sum, _, column) => sum + Math.max(...rows.map((cells) => longest(cells[column]!))) + 3, 0),
  })),
)

const breakable = fc
  .oneof(
    fc
      .array(fc.array(long(300), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
      .map((lines) => `\`\`\`\n${lines.map((each) => each.join(' ')).join('\n')}\n\`\`\``),
    long(300).map((text) => `cuff ${text} \`${text}\` **${text}** [${text}](https://example.org/${text})`),
    long(300).map((text) => `![cuff](map.png "${text}")`),
    long(300).map((text) => `### ${text}`),
    long(300).map((text) => `cuff[^note]\n\n[^note]: ${text} https://example.org/${text}/${text}?${text}=1`),
  )
  .map((text) => ({ text, signs: 0 }))

const PLACES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => indented(text, '- '),
  (text) => indented(text, '998. '),
  (text) => indented(`cuff\n\n${text}`, '> ', '> ').replaceAll(/^$/gm, '>'),
  (text) => indented(indented(indented(text, '- '), '- '), '- '),
]

/** A section with a table or code of any width, also in lists and quotations. */
export const widePassage: fc.Arbitrary<WidePassage> = fc
  .tuple(word, fc.oneof({ arbitrary: table, weight: 2 }, breakable), fc.constantFrom(...PLACES))
  .map(([heading, { text, signs }, place]) => ({
    text: `## ${heading} end\n\n${/^###|\[\^note\]:/m.test(text) ? text : place(text)}`,
    signs,
  }))
