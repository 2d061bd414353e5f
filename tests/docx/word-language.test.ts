import { expect, test } from 'vitest'
import { wordLanguage } from '../../pipeline/docx/word-language.ts'

test.each([
  ['sq', 'sq-AL'],
  ['mk', 'mk-MK'],
  ['en', 'en-GB'],
  ['sr-Cyrl', 'sr-Cyrl-RS'],
  ['sr-Latn', 'sr-Latn-RS'],
  ['de', 'de-DE'],
  ['fr-CH', 'fr-CH'],
  ['und', undefined],
  ['und-Latn', undefined],
  ['', undefined],
])('a text in “%s” is of the language %s in Word', (tag, language) => {
  expect(wordLanguage(tag)).toBe(language)
})
