import fc from 'fast-check'
import { line, NOTE, picture, plainLine } from './lines.ts'
import { oddWords, word, words } from './words.ts'

/** Lines as a block with a mark before the first, and what stands before the others. */
export const indented = (text: string, first: string, rest = ' '.repeat(first.length)): string =>
  text
    .split('\n')
    .map((each, index) => (index === 0 ? first : each === '' ? '' : rest) + each)
    .join('\n')

const quoted = (text: string): string => indented(text, '> ', '> ').replaceAll(/^$/gm, '>')

/** Lists with so many digits before the first item. */
const STARTS = [1, 8, 98, 998]
const ALERTS = ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION']
const LINES_OF_DASHES = ['---', ':--', '--:', ':-:']

const cell = fc.oneof({ arbitrary: line, weight: 3 }, { arbitrary: oddWords, weight: 2 }, fc.constantFrom('', '12', '1,234.5', '–'))
const table = fc.integer({ min: 1, max: 4 }).chain((columns) => {
  const row = fc.array(cell, { minLength: columns, maxLength: columns })
  const dashes = fc.array(fc.constantFrom(...LINES_OF_DASHES), { minLength: columns, maxLength: columns })
  return fc
    .tuple(row, dashes, fc.array(row, { minLength: 1, maxLength: 4 }))
    .map(([head, below, rows]) => [head, below, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n'))
})

/** Words after others that move them along the line: all places where they may be parted come to its end. */
const moved = fc
  .tuple(fc.integer({ min: 0, max: 70 }), fc.array(fc.oneof(word, oddWords), { minLength: 8, maxLength: 14 }))
  .map(([length, all]) => `${'i'.repeat(length)} ${all.join(' ')}`.trimStart())

const code = fc
  .tuple(words, fc.array(fc.oneof(words, oddWords, fc.constantFrom('', '\tcuff', '    office')), { maxLength: 3 }))
  .chain(([first, lines]) =>
    fc
      .constantFrom('```js', '```', '~~~')
      .map((fence) => [fence, first, ...lines.map((each) => each.replaceAll('&shy;', '')), fence.slice(0, 3)].join('\n')),
  )

/** What holds nothing but lines. */
const alone: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: line, weight: 3 },
  { arbitrary: moved, weight: 2 },
  { arbitrary: table, weight: 2 },
  fc.tuple(table, line).map(([rows, source]) => `${rows}\n\nSource: ${source}`),
  code,
  fc.tuple(words, picture).map(([inner, file]) => `![${inner}](${file} "${inner}")`),
  fc.tuple(words, picture, line).map(([inner, file, after]) => `![${inner}](${file})\\\n${after}`),
  // A full stop tells where a line was to end from where a word is broken.
  fc.tuple(line, line).map(([first, second]) => `${first}.\\\n${second}.<br>${first}`),
  fc.constantFrom('___', '<!-- for editors -->\n\ncuff'),
)

/** What stands by itself, with what may stand in it. */
const { blocks } = fc.letrec<{ blocks: string; block: string; item: string }>((tie) => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((all) => all.join('\n\n')),
  item: fc.oneof({ arbitrary: tie('blocks'), weight: 3 }, { arbitrary: line, weight: 2 }),
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { arbitrary: alone, weight: 6 },
    {
      arbitrary: fc
        .tuple(fc.constantFrom('\n', '\n\n'), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
        .map(([between, items]) => items.map((item) => indented(item, '- ')).join(between)),
      weight: 2,
    },
    fc
      .array(fc.tuple(fc.constantFrom('- [x] ', '- [ ] '), line, tie('blocks')), { minLength: 1, maxLength: 2 })
      .map((items) => items.map(([mark, first, rest]) => indented(`${first}\n\n${rest}`, mark, '  ')).join('\n')),
    {
      arbitrary: fc
        .tuple(fc.constantFrom(...STARTS), fc.array(tie('item'), { minLength: 1, maxLength: 4 }))
        .map(([start, items]) => items.map((item, index) => indented(item, `${start + index}. `)).join('\n\n')),
      weight: 2,
    },
    tie('blocks').map(quoted),
    fc.tuple(fc.constantFrom(...ALERTS), tie('blocks')).map(([kind, inner]) => quoted(`[!${kind}]\n${inner}`)),
  ),
}))

const note = fc.oneof(
  plainLine,
  fc.tuple(plainLine, blocks).map(([first, rest]) => `${first}\n\n${rest.replaceAll(NOTE, '')}`),
)

/** A section of a document: a heading and anything in anything under it. */
export const anyPassage = fc.tuple(fc.constantFrom('##', '###'), plainLine, blocks, note).map(([level, heading, text, noted]) => {
  const body = `${level} ${heading} end\n\n${text}`
  return body.includes(NOTE) ? `${body}\n\n${indented(noted, `${NOTE}: `, '    ')}` : body
})
