import { alphabetOf, lookAlikeIn, scriptOf, type Alphabet } from '../../language/alphabets.ts'
import { romanFromCyrillic } from '../../language/roman.ts'
import type { TextRule } from '../rule.ts'
import { foreignStem, hasOther, isAcronymWithEnding, isWithVariable, letterRuns } from './letter-runs.ts'

/** Both scripts inside one word, where no look-alike explains it. */
export const mixedScript: TextRule = {
  id: 'mixed-script',
  looksAt: 'text',
  severity: 'error',
  meaning: 'one word has letters of both scripts; a Latin stem with a Cyrillic ending needs a hyphen',
  example: { bad: 'RCCа', good: 'RCC-а' },
  find: ({ tag, prose }, _, english) =>
    (hasOther(prose, alphabetOf(tag).script) ? letterRuns(prose) : [])
      .filter(
        ({ text, mixed }) =>
          mixed && !isWithVariable(text, english?.raw, prose.visible) && !isExplained(text, alphabetOf(tag), english?.raw),
      )
      .map(({ text, start, end }) => ({
        message: 'This word has letters of both scripts.',
        found: Array.from(text)
          .map((letter) => (scriptOf(letter) === alphabetOf(tag).script ? letter : `[${letter}]`))
          .join(''),
        expected: 'one script in a word; LinkedIn-у, RCC-а with a hyphen',
        remedy: 'Write the bracketed letters anew with the right keyboard, or set a hyphen before the ending.',
        start,
        end,
        // One letter may be a word of its own, whose space is missing.
        severity: (foreignStem(text, english?.raw)?.length ?? text.length) < text.length - 1 ? 'warning' : undefined,
      })),
}

/** True if each letter of the wrong script looks like one of the language’s, or the word is a Roman numeral. It is then left to `confusable`. */
function isExplained(word: string, alphabet: Alphabet, english: string | undefined): boolean {
  const { script, borrowed } = alphabet
  if (romanFromCyrillic(word) !== undefined) return true
  if (isAcronymWithEnding(word) || (script === 'Cyrillic' && foreignStem(word, english))) return false
  const strange = Array.from(word.normalize('NFC')).filter(
    (letter) => scriptOf(letter) !== script && !/\p{M}/u.test(letter) && !borrowed.includes(letter.toLowerCase()),
  )
  return strange.length < word.length && strange.every((letter) => lookAlikeIn(alphabet, letter) !== undefined)
}
