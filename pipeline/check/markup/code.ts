import { compareMarks } from './same-marks.ts'
import type { TranslationRule } from '../rule.ts'

/** Words of a language, as they stand on a button or in a title: what some set as code, and translate. */
const WORDS = /^\p{Lu}[\p{L}’'-]*(?:[ ,/&]+[\p{L}’'-]+)*[.…:]?$/u

/** So many words in small letters are a phrase, such as an example of a password; commands have fewer. */
const PHRASE = /^\p{Ll}+(?: \p{Ll}+){3,}$/u

function isWords(piece: string): boolean {
  return (WORDS.test(piece) && !/\p{Ll}\p{Lu}/u.test(piece)) || PHRASE.test(piece)
}

/** Code between backticks. */
export const code: TranslationRule = {
  id: 'code',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'code is not copied as it is',
  example: { bad: '`ndërto`', good: '`build`' },
  find: (translation) =>
    compareMarks(translation, 'code', {
      message: 'The pieces of code are not those of the source.',
      remedy: 'Copy what stands between the backticks.',
      isSure: (lost, added) => !(lost.length > 0 && lost.length === added.length && [...lost, ...added].every(isWords)),
      // Words between quotation marks are for readers: `"tea"` → `"čaj"`.
      alike: (piece) => piece.replaceAll(/"[^"]*"|'[^']*'|“[^”]*”|<[^<>]*>/g, '""'),
    }),
}
