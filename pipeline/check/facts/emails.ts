import { compareMarks } from '../markup/same-marks.ts'
import type { TranslationRule } from '../rule.ts'

/** An address that shows the form of one: username@pod.tld, your.name@example.org where the domain is kept for examples (RFC 2606). */
function isExample(address: string): boolean {
  return /^(?:user(?:-?name)?|your\W?(?:name|e?mail)|my\W?(?:name|e?mail)|name|someone|you)@|\.(?:tld|example|invalid)$/iu.test(address)
}

/** E-mail addresses. */
export const emails: TranslationRule = {
  id: 'emails',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'an e-mail address is not the one of the source, or is missing',
  example: { bad: 'zyra@example.org', good: 'office@example.org' },
  find: (translation) =>
    compareMarks(translation, 'emails', {
      message: 'The e-mail addresses are not those of the source.',
      remedy: 'Copy the address from the source.',
      // A translator may say whom to ask in the language.
      isSure: (lost) => lost.length > 0,
      mayReplace: isExample,
    }),
}
