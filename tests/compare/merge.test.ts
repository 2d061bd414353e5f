import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeOf } from '../../pipeline/compare/merge.ts'

const text = fc.array(fc.constantFrom('the', 'Plan', 'of', '6', 'June', '.', ','), { maxLength: 8 }).map((words) => words.join(' '))

test('where one side alone changed the merge is that side, and the order of the sides does not matter', () => {
  fc.assert(
    fc.property(text, text, text, (base, theirs, own) => {
      expect(mergeOf(base, theirs, base)).toBe(theirs)
      expect(mergeOf(base, base, own)).toBe(own)
      expect(mergeOf(base, own, own)).toBe(own)
      expect(mergeOf(base, theirs, own)).toBe(mergeOf(base, own, theirs))
    }),
    { examples: [['. of', 'the of', 'the the']] },
  )
})

test.each([
  ['two write this today', 'three write this today', 'two write this tomorrow', 'three write this tomorrow'],
  ['two write this today', 'two write this', 'all two write this today', 'all two write this'],
  ['two write this today', 'three write this today', 'four write this today', undefined],
  ['two write this today', 'two read this today', 'two write that today', undefined],
  ['two write this', 'two write this here', 'two write this there', undefined],
])('%s / %s / %s', (base, theirs, own, merged) => {
  expect(mergeOf(base, theirs, own)).toBe(merged)
})
