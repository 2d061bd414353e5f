import type { TranslationRule } from '../rule.ts'
import { marksOf, type Marks } from './marks.ts'

/** Words that the English sets apart. */
export const emphasis: TranslationRule = {
  id: 'emphasis',
  looksAt: 'translation',
  severity: 'warning',
  meaning: 'words are emphasized where the source has none, or the other way about',
  example: { bad: '*language*, not the border → gjuha', good: '*language*, not the border → *gjuha*' },
  find: ({ prose, english }) => {
    const theirs = marksOf(english)
    const own = withoutQuoted(marksOf(prose), theirs, english.visible)
    const differs =
      theirs.emphasis.length !== own.emphasis.length ||
      theirs.strong.length !== own.strong.length ||
      theirs.elements.toSorted().join('') !== own.elements.toSorted().join('')
    if (!differs) return []
    return [
      {
        message: 'The emphasis is not that of the source.',
        found: shownEmphasis(own),
        expected: shownEmphasis(theirs),
        remedy: 'Set the same words between *…* (**…**, or <sub>…</sub> and the like) as the source does.',
      },
    ]
  },
}

/** Marks of a translation, without those around words left in English. Such words may be emphasized as foreign. */
function withoutQuoted(marks: Marks, theirs: Marks, english: string): Marks {
  const isForeign = (text: string): boolean =>
    /\p{Ll}{2}/u.test(text) && english.toLowerCase().includes(text.toLowerCase()) && !theirs.emphasis.includes(text)
  return { ...marks, emphasis: marks.emphasis.filter((text) => !isForeign(text)) }
}

function shownEmphasis({ emphasis: emphasized, strong, elements }: Marks): string {
  const all = [...emphasized.map((text) => `*${text}*`), ...strong.map((text) => `**${text}**`), ...elements]
  return all.length > 0 ? all.join(', ') : 'no emphasis'
}
