import fc from 'fast-check'
import { toString } from 'mdast-util-to-string'
import { expect, test } from 'vitest'
import { parseInline } from '../../pipeline/source/markdown.ts'

/** Signs that mean something at a line’s beginning, in the midst of words, or nowhere. */
const PIECES = [
  'word',
  'јун',
  ' ',
  '  ',
  '\t',
  '\n',
  '\0',
  '6.',
  '-',
  '+',
  '#',
  '>',
  '|',
  '=',
  '!',
  '(',
  ')',
  ':',
  '"',
  '^',
  '{x}',
  '$',
  '…',
  '\u00A0',
  '\uFEFF',
]

test('a text without marks is what the parser makes of it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      // Emphasis at the end has the parser read the whole, whatever it is.
      expect(toString(parseInline(`${text} x`))).toBe(toString(parseInline(`${text} *x*`)))
    }),
  )
})
