import { packOf } from '../../language/registry.ts'
import { typographyOf } from '../../language/typography.ts'
import { SOURCE_TAG, type Tag } from '../../model/language.ts'
import { shown } from '../../files/identifier.ts'
import type { Prose, Word } from '../prose.ts'
import type { TranslationRule } from '../rule.ts'

/** English left standing in a locale file. */
export const unchanged: TranslationRule = {
  id: 'unchanged',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'a translation is the source, word for word',
  example: { bad: 'Closing and next steps', good: 'Mbyllja dhe hapat e ardhshëm' },
  find: ({ tag, sourceTag, key, prose, english }) =>
    prose.visible.trim() === english.visible.trim() &&
    !areNear(tag, sourceTag) &&
    !COMMAND.test(english.visible) &&
    !(sourceTag === SOURCE_TAG && isForeign(english)) &&
    hasWordsToTranslate(english, key, packOf(tag).script !== packOf(sourceTag).script, typographyOf(sourceTag).units)
      ? [
          {
            message: 'The translation is the source, word for word.',
            found: shown(prose.raw),
            expected: 'a translation',
            remedy: 'Translate it, or empty the quotation marks: then the edition says that it is not translated.',
          },
        ]
      : [],
}

/** Frequent words of other languages, which English does not have. */
const FOREIGN =
  /(?<!\p{L})(?:le|la|les|il|elle|du|des|et|est|un|une|dans|pour|nous|vous|der|die|das|und|ist|ein|eine|nicht|auf|el|los|las|una|que|del|por|para|di|che|della|per|non|sono|cum|sit|esse|quid)(?!\p{L})/giu
/** Frequent English words. Few English sentences lack all of them. */
const ENGLISH =
  /(?<!\p{L})(?:the|a|an|of|to|and|is|are|was|were|be|in|on|at|for|with|by|from|this|that|it|its|you|your|we|our|they|their|he|she|his|her|not|or|as|but|if|how|what|who|will|can|has|have|had)(?!\p{L})/iu

/** True for a text in another language inside an English document: “Il faut bien le faire.” */
function isForeign({ visible }: Prose): boolean {
  return !ENGLISH.test(visible) && (visible.match(FOREIGN)?.length ?? 0) >= 2
}

/** A command of a template and nothing else: {% include contents %} */
const COMMAND = /^\s*\{(?:%[^%]*%|\{[^{}]*\})\}\s*$/u

/** True if two languages are so close that a text may be the same in both. */
function areNear(tag: Tag, other: Tag): boolean {
  const { family } = packOf(tag)
  return family !== undefined && family === packOf(other).family
}

/**
 * A word in lower case is no name, unless it is a unit: “5 × 10 cm”, “30 km/h”. In another script, only names and places of the programme stay
 * as they are.
 */
function hasWordsToTranslate({ words, visible }: Prose, key: string, otherScript: boolean, units: readonly string[]): boolean {
  const isUnit = ({ text, start }: Word): boolean => units.includes(text.split('/')[0]!) && /\d[ \u00A0]?$/.test(visible.slice(0, start))
  if (words.some((word) => /^\p{Ll}{2,}/u.test(word.text) && !/\p{Lu}/u.test(word.text) && !isUnit(word))) return true
  return otherScript && !key.startsWith('programme.') && words.some(({ text }) => /^\p{L}\p{Ll}{3,}$/u.test(text))
}
