import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kindOfChange } from '../../pipeline/compare/change.ts'
import { differenceOf, differenceText } from '../../pipeline/compare/difference.ts'

describe('a change of', () => {
  const CASES = {
    punctuation: [
      ['He said so; they agreed.', 'He said so. They agreed.'],
      ['the EU office', 'The EU Office'],
      ['It’s 6–7 June.', "It's 6-7 June"],
    ],
    wording: [
      ['The plan was adopted by all.', 'All adopted the plan.'],
      ['A small change in words.', 'A slight change in words.'],
    ],
    facts: [
      ['Nineteen people spoke.', 'Eighteen people spoke.'],
      ['It was on 6 June.', 'It was on 7 June.'],
      ['It was on 6 June.', 'It was on 6 July.'],
      ['a share of 5 %', 'a share of 5'],
      ['a balance of -5', 'a balance of 5'],
      ['the chair, Ana Popova, spoke', 'the chair, Ana Petrova, spoke'],
      ['see [the report](https://a.example/)', 'see [the report](https://b.example/)'],
    ],
    markup: [
      ['a *new* plan', 'a new plan'],
      ['a *new* plan', 'a **new** plan'],
    ],
  } as const

  test.each(Object.entries(CASES))('%s', (kind, pairs) => {
    for (const [before, after] of pairs) {
      expect([before, kindOfChange(before, after)]).toEqual([before, kind])
      expect([after, kindOfChange(after, before)]).toEqual([after, kind])
    }
  })

  test('plain texts is the same with and without parsing them as Markdown', () => {
    const words = fc.array(fc.constantFrom('the', 'Plan', 'of', '6', 'June', 'EU', 'adopted', '.', ',', '5%'), { maxLength: 8 })
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [before, after] = [a.join(' '), b.join(' ')]
        // An entity makes the parser run, and changes nothing.
        expect(kindOfChange(before, after)).toBe(kindOfChange(`${before} &#120;`, `${after} &#120;`))
      }),
    )
  })
})

test('the parts of a difference give both texts again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      const parts = differenceOf(before, after)
      const side = (without: string) => parts.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join('')
      expect(side('added')).toBe(before)
      expect(side('removed')).toBe(after)
    }),
  )
  expect(differenceText(differenceOf('on 6 June', 'on 7 June'))).toBe('on [-6-]{+7+} June')
})
