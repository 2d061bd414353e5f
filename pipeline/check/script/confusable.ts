import { ALPHABETS, lookAlike, scriptOf, type Script } from '../../language/alphabets.ts'
import type { Prose } from '../prose.ts'
import type { TextRule } from '../rule.ts'
import { letterRuns } from './letter-runs.ts'

/** Letters of the other script that look right. */
export const confusable: TextRule = {
  id: 'confusable',
  looksAt: 'text',
  severity: 'error',
  meaning: 'a letter looks right but belongs to the other script, so that no search finds the word',
  example: { bad: 'граница with a Latin a', good: 'граница' },
  find: ({ tag, prose }, facts, english) => {
    const { script, letters: alphabet } = ALPHABETS[tag]
    return letterRuns(prose).flatMap(({ text, start, end, mixed, script: own }) => {
      if (!mixed && (own === script || own === undefined || isForeignWord(text, start, prose, english, facts.nameWords))) return []
      const letters = Array.from(text).map((letter) => (scriptOf(letter) === script ? letter : lookAlike(letter, script)))
      if (letters.includes(undefined)) return []
      const mended = letters.join('')
      if (!Array.from(mended.toLowerCase()).every((letter) => alphabet.has(letter))) return []
      // A word with nothing but look-alikes is a foreign one, unless it is one of the language’s shortest words or an acronym.
      if (!mixed && !(text.length === 1 || mended === mended.toUpperCase() || facts.vocabulary.has(mended.toLowerCase()))) return []
      return [finding(text, mended, start, end, script)]
    })
  },
}

function finding(text: string, mended: string, start: number, end: number, script: Script) {
  const right = Array.from(mended)
  const strange = Array.from(text).filter((letter, index) => letter !== right[index])
  return {
    message: `This word has ${script === 'Cyrillic' ? 'Latin' : 'Cyrillic'} letters that look ${script === 'Cyrillic' ? 'Cyrillic' : 'Latin'}.`,
    found: `${text} (${[...new Set(strange)].map((letter) => `${letter} U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(', ')})`,
    expected: mended,
    remedy: 'Write the word anew with the right keyboard.',
    start,
    end,
    mended,
  }
}

/** What is foreign by right: a word of the English, a name, a Roman numeral. */
function isForeignWord(text: string, start: number, { words }: Prose, english: Prose | undefined, nameWords: ReadonlySet<string>): boolean {
  const lower = text.toLowerCase()
  if (english === undefined || nameWords.has(lower) || /^[IVX]+$/.test(text)) return true
  if (text.length > 1) return english.raw.toLowerCase().includes(lower)
  const whole = words.find((word) => word.start <= start && word.end > start)?.text ?? text
  if (whole !== text && english.words.some((word) => word.text === whole)) return true
  // Endings are small and Cyrillic („RCC-а“), and the English article looks like the conjunction „а“.
  if (text === 'a' || (text === lower && whole !== text)) return false
  return new RegExp(`(?<!\\p{L})${text}(?!\\p{L})`, 'u').test(english.raw)
}
