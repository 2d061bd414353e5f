import { expect, test } from 'vitest'
import { withSizes } from '../../pipeline/html/downloads.ts'

test('a sign that nobody sees in a text is no place for the size of a file', () => {
  const page = '<p>a\u0001b\u0002c\u0003</p>'
  expect(withSizes(page, { zip: 1 }, { size: String } as never)).toBe(page)
})
