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
  ['an item', '1. first'],
  ['a heading', '# Heading'],
  ['an indent', '    code'],
  ['a space at the end', 'A line '],
])('%s is not prose', (_, text) => {
  expect(isProse(`${text}\n\n`)).toBe(false)
})

/** Letters, digits, signs that mean something at some place in Markdown, and those of these languages. */
const sign = fc.constantFrom(...Array.from('abwxyzčšëжљА0129.,:;!?-–—+=#|%$^/\'"„“’()  \u00A0\u00AD{}'))
const line = fc.string({ unit: sign, minLength: 1, maxLength: 30 }).filter((text) => isProse(text))

test('what is prose reads as the parser reads it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(line, fc.integer({ min: 2, max: 4 })), { minLength: 1, maxLength: 6 }), (blocks) => {
      const text = blocks.map(([block, empty]) => `${block}${'\n'.repeat(empty)}`).join('')
      expect(proseTree(text).children).toEqual(parser.parse(text).children)
    }),
    { numRuns: 2_000 },
  )
})
