import { expect, test } from 'vitest'
import fc from 'fast-check'
import { SOFT_HYPHEN, loadHyphenation } from '../../pipeline/language/hyphenation.ts'
import { toSerbianLatin } from '../../pipeline/language/serbian-latin.ts'

test.each([
  ['en', 'organised', 'organ|ised'],
  ['sq', 'përmbajtjeve', 'për|mbaj|tjeve'],
  ['sq', 'tregojnë', 'tre|gojnë'],
  ['mk', 'радикализацијата', 'ради|кали|заци|јата'],
  ['mk', 'потрагата', 'потра|гата'],
  ['mk', 'поставија', 'поста|вија'],
  ['sr-Cyrl', 'радикализације', 'ради|кали|зације'],
] as const)('%s: %s', async (tag, word, parts) => {
  expect((await loadHyphenation(tag))(word).replaceAll(SOFT_HYPHEN, '|')).toBe(parts)
})

test('Serbian Latin is parted where its Cyrillic form is, digraphs whole', async () => {
  const words = ['конјунктура', 'акропољ', 'инјекција', 'надживети', 'одељењима', 'стручњакиња', 'осамнаестогодишњакиња']
  const [cyrillic, latin] = [await loadHyphenation('sr-Cyrl'), await loadHyphenation('sr-Latn', words)]
  for (const word of words) expect(latin(toSerbianLatin(word))).toBe(toSerbianLatin(cyrillic(word)))
})

test('nothing but soft hyphens is added, and no part is a letter by itself', async () => {
  const hyphenate = await loadHyphenation('mk')
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('абвгдѓежзѕијклљмнњопрстќуфхцчџш')), minLength: 1, maxLength: 30 }),
      (word) => {
        const hyphenated = hyphenate(word)
        expect(hyphenated.replaceAll(SOFT_HYPHEN, '')).toBe(word)
        const parts = hyphenated.split(SOFT_HYPHEN)
        if (parts.length > 1) expect([parts[0]!.length >= 3, parts.at(-1)!.length >= 3]).toEqual([true, true])
      },
    ),
  )
})
