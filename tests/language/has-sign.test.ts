import { expect, test } from 'vitest'
import { hasSign } from '../../pipeline/language/has-sign.ts'

/** Letters of both scripts, marks, signs, pairs and halves of pairs. */
const SIGNS = ['a', 'ë', 'ж', 'Ω', '\u0301', '\u2011', '5', ' ', '𝐀', '🙂', '\ud83d', '\ude42', '\uFFFD']
const CLASSES = [/\p{Script=Latin}/u, /[\p{L}--\p{Script=Cyrillic}]/v, /\p{M}/u, /\p{Cs}/u, /[^a-zё-џ]/, /\p{Emoji_Presentation}/u]

test('a test by a table tells what the expression tells, of each sign and between others', () => {
  for (const expression of CLASSES) {
    const has = hasSign(expression)
    for (const before of SIGNS)
      for (const sign of SIGNS) {
        const text = `${before}${sign}`
        expect(has(text), `${expression} in ${JSON.stringify(text)}`).toBe(expression.test(text))
        expect(has(sign), `${expression} in ${JSON.stringify(sign)}`).toBe(expression.test(sign))
      }
    expect(has('')).toBe(false)
  }
})
