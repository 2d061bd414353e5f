import { alphabetOf, scriptOf, type Script } from '../../language/alphabets.ts'
import { hasSign } from '../../language/has-sign.ts'
import { knownTags } from '../../language/registry.ts'
import type { TextRule } from '../rule.ts'
import { letterRuns } from './letter-runs.ts'
import { wording } from '../../wording.ts'

/** Letters of the right script that the language does not have. */
export const foreignLetter: TextRule = {
  id: 'foreign-letter',
  looksAt: 'text',
  severity: 'error',
  meaning: 'a letter is not in the language’s alphabet: ђ in Macedonian, ќ in Serbian, й or ы in either',
  example: { bad: 'мк: међу', good: 'мк: меѓу' },
  find: ({ tag, prose }, facts, english) => {
    const { script, letters, capitals } = alphabetOf(tag)
    if (!letters || !hasForeign(script, letters, capitals)(prose.visible)) return []
    return letterRuns(prose).flatMap(({ text, start, end }) => {
      const foreign = Array.from(text.normalize('NFC')).filter(
        (letter) => scriptOf(letter) === script && !letters.has(letter) && !capitals.has(letter),
      )
      // A word that the source has in this script too is quoted: “the column Информация”.
      if (foreign.length === 0 || english?.raw.includes(text)) return []
      if (script === 'Latin' && isName(text, english?.raw, facts.nameWords)) return []
      return [
        {
          message: wording`The language has no letter ${{ letters: foreign.join(', ') }}.`,
          found: text,
          expected: wording`letters of the alphabet: ${{ letters: [...letters].join(' ') }}`,
          remedy: 'Write the word with the letters of the language.',
          start,
          end,
          severity: script === 'Latin' && !foreign.some(isOfNeighbour) ? 'warning' : undefined,
        },
      ]
    })
  },
}

/** A vowel that bears the stress, „stògova“, is long or nasal, “zhbâ”, or stands in a French word, “sautéed”. Not è, which an old code page makes of č. */
const STRESSED = /^(?:[aiou][\u0300-\u0302]|[ey]\u0302|e\u0301)$/iu

/** True for a letter of another language here. Others stand in foreign words (“déjà vu”, “hisāb”) and mark the accent of one’s own. */
function isOfNeighbour(letter: string): boolean {
  if (STRESSED.test(letter.normalize('NFD'))) return false
  return knownTags().some((tag) => alphabetOf(tag).letters?.has(letter) || alphabetOf(tag).capitals.has(letter))
}

/** In Latin script names keep the letters of their own language. */
function isName(text: string, english: string | undefined, nameWords: ReadonlySet<string>): boolean {
  return (
    english === undefined ||
    /^\p{Lu}/u.test(text) ||
    english.toLowerCase().includes(text.toLowerCase()) ||
    nameWords.has(text.toLowerCase())
  )
}

const tests = new Map<ReadonlySet<string>, (visible: string) => boolean>()

/** Whether a text has any letter of a script that an alphabet lacks, or a mark that may make one. */
function hasForeign(script: Script, letters: ReadonlySet<string>, capitals: ReadonlySet<string>): (visible: string) => boolean {
  const known =
    tests.get(letters) ?? hasSign(new RegExp(`[\\p{Script=${script}}--[${[...letters].join('')}${[...capitals].join('')}]]|\\p{M}`, 'v'))
  tests.set(letters, known)
  return known
}
