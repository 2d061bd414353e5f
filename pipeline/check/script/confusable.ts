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
      if (!mixed && (own === script || own === undefined)) return precomposed(tag, text, start)
      if (!mixed && isForeignWord(text, english, facts.nameWords)) return []
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

/** Macedonian ѐ and ѝ typed as the Latin letters with a grave accent. */
function precomposed(tag: string, text: string, start: number): ReturnType<typeof finding>[] {
  if (tag !== 'mk' || !/[èìÈÌ]/.test(text)) return []
  return [finding(text, text.replaceAll('è', 'ѐ').replaceAll('ì', 'ѝ'), start, start + text.length, 'Cyrillic')]
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

function isForeignWord(text: string, english: Prose | undefined, nameWords: ReadonlySet<string>): boolean {
  const lower = text.toLowerCase()
  const isThere = text.length > 1 ? english?.raw.toLowerCase().includes(lower) : english?.raw.includes(text)
  return isThere !== false || nameWords.has(lower)
}
