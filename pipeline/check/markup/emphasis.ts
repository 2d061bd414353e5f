import type { TranslationRule } from '../rule.ts'
import { marksOf } from './marks.ts'

/** Words that the English sets apart. */
export const emphasis: TranslationRule = {
  id: 'emphasis',
  looksAt: 'translation',
  severity: 'warning',
  meaning: 'words are emphasized where the English has none, or the other way about',
  example: { bad: '*language*, not the border → gjuha', good: '*language*, not the border → *gjuha*' },
  find: ({ prose, english }) => {
    const [theirs, own] = [marksOf(english), marksOf(prose)]
    const differs = theirs.emphasis.length !== own.emphasis.length || theirs.strong.length !== own.strong.length
    if (!differs) return []
    return [
      {
        message: 'The emphasis is not that of the English.',
        found: shownEmphasis(own.emphasis, own.strong),
        expected: shownEmphasis(theirs.emphasis, theirs.strong),
        remedy: 'Set the same words between *…* (or **…**) as the English does.',
      },
    ]
  },
}

function shownEmphasis(emphasized: readonly string[], strong: readonly string[]): string {
  const all = [...emphasized.map((text) => `*${text}*`), ...strong.map((text) => `**${text}**`)]
  return all.length > 0 ? all.join(', ') : 'no emphasis'
}
