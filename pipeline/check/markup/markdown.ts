import { THING } from '../prose.ts'
import type { TranslationRule } from '../rule.ts'

/** Marks that came out as text: half a pair of asterisks, backticks or brackets of a link. */
const LITERAL_MARK = /\*+|`+|~~|\]\(|\]\[|(?<![\p{L}\p{N}])__?(?=\p{L})|(?<=\p{L})__?(?![\p{L}\p{N}_])|\[\^/gu

/** Markdown that does not come out as Markdown. */
export const markdown: TranslationRule = {
  id: 'markdown',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'a mark of Markdown is broken or has no partner, and would be printed',
  example: { bad: 'raporti *New battlegrounds', good: 'raporti *New battlegrounds*' },
  find: ({ kind, prose, english }) => {
    if (kind === 'message') return []
    const allowed = [...english.visible.matchAll(LITERAL_MARK)].map(([mark]) => mark)
    const strays = [...prose.visible.matchAll(LITERAL_MARK)].filter(([mark]) => {
      const at = allowed.indexOf(mark)
      if (at >= 0) allowed.splice(at, 1)
      return at < 0
    })
    return strays.map((match) => ({
      message: 'This mark has no partner, and the reader would see it.',
      found: prose.visible.slice(Math.max(0, match.index - 12), match.index + 12).replaceAll(THING, '…'),
      expected: '*…*, **…**, `…`, [text](address), [^1], each opened and closed',
      remedy: 'Add the mark that is missing, or remove this one; \\* is the sign itself.',
      start: match.index,
      end: match.index + match[0].length,
    }))
  },
}
