import { alphabetOf } from '../../language/alphabets.ts'
import { shown } from '../../files/identifier.ts'
import type { Prose } from '../prose.ts'
import type { TranslationRule } from '../rule.ts'

/** English left standing in a locale file. */
export const unchanged: TranslationRule = {
  id: 'unchanged',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'a translation is the English, word for word',
  example: { bad: 'Closing and next steps', good: 'Mbyllja dhe hapat e ardhshëm' },
  find: ({ tag, key, prose, english }) =>
    prose.visible.trim() === english.visible.trim() && hasWordsToTranslate(english, key, alphabetOf(tag).script === 'Cyrillic')
      ? [
          {
            message: 'The translation is the English text.',
            found: shown(prose.raw),
            expected: 'a translation',
            remedy: 'Translate it, or empty the quotation marks: then the edition says that it is English.',
          },
        ]
      : [],
}

/** A word in lower case is no name; in another script, only names and places of the programme stay as they are. */
function hasWordsToTranslate({ words }: Prose, key: string, otherScript: boolean): boolean {
  if (words.some(({ text }) => /^\p{Ll}{2,}/u.test(text) && !/\p{Lu}/u.test(text))) return true
  return otherScript && !key.startsWith('programme.') && words.some(({ text }) => /^\p{L}\p{Ll}{3,}$/u.test(text))
}
