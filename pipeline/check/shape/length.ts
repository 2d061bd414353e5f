import { proportionOf } from '../../language/proportion.ts'
import type { TranslationRule } from '../rule.ts'
import { wording } from '../../wording.ts'

/** How far a translation’s length may be from the usual: a factor, larger for short texts, whose lengths vary more. */
function allowance(characters: number): number {
  return characters < 20 ? 4 : characters < 60 ? 3 : characters < 150 ? 2 : 1.6
}

/** Sentences that are lacking, or that are too many. */
export const length: TranslationRule = {
  id: 'length',
  looksAt: 'translation',
  severity: 'warning',
  meaning: 'a translation is much shorter or longer than translations into the language are',
  example: { bad: 'a paragraph of 400 characters → 90 characters', good: 'a paragraph of 400 characters → 440 characters' },
  find: ({ tag, kind, prose, english, sourceTag }) => {
    // A choice may have more branches than in English.
    if (kind === 'message' && prose.visible.includes('\n')) return []
    const [theirs, own] = [english.visible.length, prose.visible.length]
    if (theirs < 8 || own === 0 || !/\p{L}/u.test(prose.visible)) return []
    const usual = theirs * proportionOf(tag, sourceTag)
    const factor = own / usual
    const limit = allowance(theirs)
    if (factor <= limit && factor >= 1 / limit) return []
    return [
      {
        message: factor > 1 ? 'The translation is much longer than usual.' : 'The translation is much shorter than usual.',
        found: wording`${{ own }} characters`,
        expected: wording`about ${{ usual: Math.round(usual) }} characters`,
        remedy: factor > 1 ? 'Look whether something was added or stands twice.' : 'Look whether a sentence is missing.',
      },
    ]
  },
}
