import { compareMarks } from '../markup/same-marks.ts'
import type { TranslationRule } from '../rule.ts'

/** E-mail addresses. */
export const emails: TranslationRule = {
  id: 'emails',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'an e-mail address is not the one of the English, or is missing',
  example: { bad: 'zyra@example.org', good: 'office@example.org' },
  find: (translation) => compareMarks(translation, 'emails', { what: 'e-mail addresses', remedy: 'Copy the address from the English.' }),
}
