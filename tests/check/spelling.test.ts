import { expect, test } from 'vitest'
import { loadSpeller } from '../../pipeline/language/spelling.ts'
import { checkPairs } from '../bench/checks/pairs.ts'

test.each([
  ['mk', 'конференција', 'конферренција'],
  ['sr-Cyrl', 'безбедност', 'безбдност'],
  ['sr-Latn', 'bezbednost', 'bezbdnost'],
] as const)('the dictionary of %s comes with npm', async (tag, right, wrong) => {
  const speller = await loadSpeller(tag, [])
  expect([speller!.knows(right), speller!.knows(wrong)]).toEqual([true, false])
  expect(speller!.suggest(wrong)).toContain(right)
})

test('an unknown word is named once, with how often it stands and what may be meant; names and acronyms are none', async () => {
  const spellers = new Map([['mk' as const, await loadSpeller('mk', ['онлајн'])]])
  const english = 'A conference.'
  const pairs = ['Конферренција онлајн, RCC-а.', 'Уште една конферренција, КЦБС 2018.', 'И таа конферренција.'].map((text, index) => ({ key: `k${index}`, english, text })) // prettier-ignore
  const found = checkPairs('mk', pairs, ['spelling'], undefined, spellers)
  expect(found.map(({ key, reason, severity }) => [key, reason, severity])).toEqual([
    ['k0', 'No dictionary has the word “Конферренција”.', 'info'],
    ['k1', 'No dictionary has the word “конферренција”, which stands 2 times.', 'info'],
  ])
  expect(found[1]!.expected?.[0]).toContain('конференција')
})

test('months cut short, as a table has them, are words', async () => {
  const spellers = new Map([['sr-Latn' as const, await loadSpeller('sr-Latn', [])]])
  const pairs = ['Jan', 'Feb', 'Apr', 'Avg', 'Sept', 'Okt', 'Dec', 'Febr', 'Dcc'].map((text) => ({ key: text, english: 'Month', text }))
  expect(checkPairs('sr-Latn', pairs, ['spelling'], undefined, spellers).map(({ key }) => key)).toEqual(['Dcc'])
})

test('a language without a dictionary says so', () => {
  const found = checkPairs('sq', [{ key: 'k', english: 'A conference.', text: 'Një konferencë.' }], ['spelling'], undefined, new Map([['sq', undefined]])) // prettier-ignore
  expect(found.map(({ reason }) => reason)).toEqual([
    'No dictionary of this language is installed, so that its spelling was not looked at.',
  ])
})
