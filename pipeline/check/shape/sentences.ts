import { typographyOf } from '../../language/typography.ts'
import { packOf } from '../../language/registry.ts'
import type { Tag } from '../../model/language.ts'
import type { Prose } from '../prose.ts'
import type { TranslationRule } from '../rule.ts'
import { wording } from '../../wording.ts'

/** As many sentences as the English has. Translators may part and join them, so that this is advice. */
export const sentences: TranslationRule = {
  id: 'sentences',
  looksAt: 'translation',
  severity: 'info',
  meaning: 'a translation has fewer or more sentences than its source',
  example: { bad: 'two sentences → one', good: 'two sentences → two' },
  find: ({ tag, kind, prose, english, sourceTag }) => {
    if (kind === 'message') return []
    const [theirs, own] = [countSentences(sourceTag, english), countSentences(tag, prose)]
    if (theirs === own) return []
    return [
      {
        message:
          theirs === 1
            ? wording`The source has ${{ theirs }} sentence, the translation ${{ own }}.`
            : wording`The source has ${{ theirs }} sentences, the translation ${{ own }}.`,
        found: String(own),
        expected: String(theirs),
        remedy: 'Look whether a sentence is missing or was added; parted and joined ones are right.',
      },
    ]
  },
}

const END = /[.!?…]["”“’»)\]]*(?:\s+|$)/gu

/** Ends of sentences: a sign, then the end or a capital; abbreviations, initials and ordinals are none (Intl.Segmenter takes „г.“ and „Др.“ for ends). */
export function countSentences(tag: Tag, { visible }: Prose): number {
  if (visible.trim() === '') return 0
  const { abbreviations } = typographyOf(tag)
  let count = 0
  let rest = 0
  for (const match of visible.matchAll(END)) {
    const end = match.index + match[0].length
    const before = visible.slice(rest, match.index + 1)
    if (end < visible.length && !/^["„“”«»’‘(]*[\p{Lu}\d\uFFFC]/u.test(visible.slice(end))) continue
    const word = /\S+$/.exec(before)?.[0] ?? ''
    const isAbbreviation =
      abbreviations.includes(word) ||
      /^\(?\p{Lu}\.$/u.test(word) ||
      (/^(?:\d+|[IVXLC]+)\.$/.test(word) && packOf(tag).ordinals?.dotted === true)
    if (isAbbreviation && end < visible.length) continue
    count++
    rest = end
  }
  return rest < visible.trimEnd().length ? count + 1 : count
}
