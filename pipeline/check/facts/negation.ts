import { asMeant } from '../../language/alphabets.ts'
import { denialsOf } from '../../language/negation.ts'
import type { Prose } from '../prose.ts'
import type { Observation, TranslationRule } from '../rule.ts'

const REMEDY =
  'Look whether the translation says the opposite of the source; where it says the same in another way, ignore this finding with that reason.'

/**
 * A “not” that a translation lost, or that it has alone. Told where one of the two surely denies something and nothing in the
 * other may: languages deny by prefixes and verbs as well. How many denials there are is not compared.
 */
export const negation: TranslationRule = {
  id: 'negation',
  looksAt: 'translation',
  severity: 'warning',
  meaning: 'the source denies something and nothing in the translation does, or the other way about',
  example: { bad: 'It does not apply. → Zbatohet.', good: 'It does not apply. → Nuk zbatohet.' },
  find: ({ tag, sourceTag, kind, prose, english }) => {
    const [theirs, own] = [denialsOf(sourceTag), denialsOf(tag)]
    // A question is often asked by a denial, and a message has a branch for none where a language wants one.
    if (!theirs || !own || kind === 'message' || english.visible.includes('?')) return []
    const meant = asMeant(tag, prose.visible)
    const [lost, added] = [theirs.sureIn(english.visible), own.sureIn(meant)]
    if (lost && !own.mayBeIn(meant))
      return [
        { message: 'The source denies something here, and the translation does not.', expected: around(english, lost), remedy: REMEDY },
      ]
    if (!added || theirs.mayBeIn(english.visible)) return []
    const [start, end] = [added.index, added.index + added.word.length]
    return [
      {
        message: 'The translation denies something that the source does not.',
        found: around(prose, added),
        remedy: REMEDY,
        start,
        end,
      },
    ]
  },
}

/** A word and some of the text after it. */
function around({ visible }: Prose, { word, index }: { readonly word: string; readonly index: number }): NonNullable<Observation['found']> {
  const after = /^(?:[ \u00A0]\p{L}+){0,3}/u.exec(visible.slice(index + word.length))![0]
  return word + after
}
