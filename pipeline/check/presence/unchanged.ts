import { packOf } from '../../language/registry.ts'
import type { Tag } from '../../model/language.ts'
import { shown } from '../../files/identifier.ts'
import type { Prose } from '../prose.ts'
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
    hasWordsToTranslate(english, key, packOf(tag).script !== packOf(sourceTag).script)
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

/** True if two languages are so close that a text may be the same in both. */
function areNear(tag: Tag, other: Tag): boolean {
  const { family } = packOf(tag)
  return family !== undefined && family === packOf(other).family
}

/** A word in lower case is no name; in another script, only names and places of the programme stay as they are. */
function hasWordsToTranslate({ words }: Prose, key: string, otherScript: boolean): boolean {
  if (words.some(({ text }) => /^\p{Ll}{2,}/u.test(text) && !/\p{Lu}/u.test(text))) return true
  return otherScript && !key.startsWith('programme.') && words.some(({ text }) => /^\p{L}\p{Ll}{3,}$/u.test(text))
}
