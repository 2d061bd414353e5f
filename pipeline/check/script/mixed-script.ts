import { alphabetOf, lookAlike, scriptOf, type Alphabet } from '../../language/alphabets.ts'
import { romanFromCyrillic } from '../../language/roman.ts'
import type { TextRule } from '../rule.ts'
import { hasOther, isAcronymWithEnding, letterRuns } from './letter-runs.ts'

/** Both scripts inside one word, where no look-alike explains it. */
export const mixedScript: TextRule = {
  id: 'mixed-script',
  looksAt: 'text',
  severity: 'error',
  meaning: 'one word has letters of both scripts; a Latin stem with a Cyrillic ending needs a hyphen',
  example: { bad: 'RCCа', good: 'RCC-а' },
  find: ({ tag, prose }, _, english) =>
    (hasOther(prose, alphabetOf(tag).script) ? letterRuns(prose) : [])
      .filter(({ text, mixed }) => mixed && !isExplained(text, alphabetOf(tag)))
      .map(({ text, start, end }) => ({
        message: 'This word has letters of both scripts.',
        found: Array.from(text)
          .map((letter) => (scriptOf(letter) === alphabetOf(tag).script ? letter : `[${letter}]`))
          .join(''),
        expected: 'one script in a word; LinkedIn-у, RCC-а with a hyphen',
        remedy: 'Write the bracketed letters anew with the right keyboard, or set a hyphen before the ending.',
        start,
        end,
        severity: isForeignStem(text, english?.raw) ? 'warning' : undefined,
      })),
}

/** Least letters of a foreign stem that is no slip of the keyboard. */
const STEM = 3

/** True if the word is one of the English in its letters, with a Cyrillic part after it: „gettextизација“. Its hyphen may be left out. */
function isForeignStem(word: string, english: string | undefined): boolean {
  const stem = /^(?!\p{Lu}+\p{Script=Cyrillic})\p{Script=Latin}+(?=\p{Script=Cyrillic}{2,}$)/u.exec(word)?.[0]
  return stem !== undefined && stem.length >= STEM && (english?.toLowerCase().includes(stem.toLowerCase()) ?? false)
}

/** True if each letter of the wrong script looks like one of the language’s, or the word is a Roman numeral. It is then left to `confusable`. */
function isExplained(word: string, { script, letters, borrowed }: Alphabet): boolean {
  if (romanFromCyrillic(word) !== undefined) return true
  if (isAcronymWithEnding(word)) return false
  const strange = Array.from(word).filter((letter) => scriptOf(letter) !== script && !borrowed.includes(letter.toLowerCase()))
  return strange.length < word.length && strange.every((letter) => isLetter(lookAlike(letter, script)?.toLowerCase(), letters))
}

function isLetter(alike: string | undefined, letters: ReadonlySet<string> | undefined): boolean {
  return alike !== undefined && (!letters || letters.has(alike))
}
