import fc from 'fast-check'
import { expect, test } from 'vitest'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { isProse, proseTree } from '../../pipeline/source/prose.ts'

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkFrontmatter, ['yaml']).freeze()

test.each([
  ['a mark', 'A *word*.'],
  ['an address', 'See www.example.org for more.'],
  ['two lines', 'A line\nand another.'],
  ['a numbered item', '1. first'],
  ['items with an empty line between', 'Text:\n\n- one\n\n- another'],
  ['an item in an item', 'Text:\n\n- one\n  - another'],
  ['an item with a box', 'Text:\n\n- [ ] one'],
  ['an item of another list', 'Text:\n\n- one\n* another'],
  ['a heading with number signs at its end', '# Heading #'],
  ['a heading of seven', '####### Heading'],
  ['an indent', '    code'],
  ['a space at the end', 'A line '],
])('%s is not prose', (_, text) => {
  expect(isProse(`${text}\n\n`)).toBe(false)
})

/** Letters, digits, signs that mean something at some place in Markdown, and those of these languages. */
const sign = fc.constantFrom(...Array.from('abwxyzčšëжљА0129.,:;!?-–—+=#|%$^/\'"„“’()  \u00A0\u00AD{}'))
const line = fc.string({ unit: sign, minLength: 1, maxLength: 30 }).filter((text) => isProse(text))
const heading = fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([depth, text]) => `${'#'.repeat(depth)} ${text}`)
const items = fc.array(line, { maxLength: 3 }).map((texts) => texts.map((text) => `\n- ${text}`).join(''))
const block = fc
  .tuple(fc.oneof(line, heading), fc.constantFrom('', '\n'), items)
  .map(([first, between, list]) => first + (list && between) + list)
  .filter((text) => isProse(text))

test('what is prose reads as the parser reads it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(block, fc.integer({ min: 2, max: 4 })), { minLength: 1, maxLength: 6 }), (blocks) => {
      const text = blocks.map(([own, empty]) => `${own}${'\n'.repeat(empty)}`).join('')
      expect(proseTree(text).children).toEqual(parser.parse(text).children)
    }),
    { numRuns: 2_000 },
  )
})
