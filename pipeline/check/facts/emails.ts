import { compareMarks } from '../markup/same-marks.ts'
import type { TranslationRule } from '../rule.ts'

/** An address that shows the form of one: username@pod.tld, your.name@example.org where the domain is kept for examples (RFC 2606). */
function isExample(address: string): boolean {
  return /^(?:user(?:-?name)?|your\W?(?:name|e?mail)|my\W?(?:name|e?mail)|name|someone|you)@|\.(?:tld|example|invalid)$/iu.test(address)
}

/** An address on a host that is kept for examples (RFC 2606). */
const EXAMPLE_HOST = /@(?:[\w-]+\.)*example\.(?:com|net|org)$/iu

/** True if the translator put the language's words into an example, before the sign and behind it, or into all of its host. A slip changes less. */
function isTranslated(lost: string, added: string | undefined): boolean {
  const [theirs, own] = [lost.split('@'), added?.split('@')]
  if (own === undefined || !EXAMPLE_HOST.test(lost) || EXAMPLE_HOST.test(added!)) return false
  const labels = theirs[1]!.split('.')
  return theirs[0] !== own[0] || !own[1]?.split('.').some((label) => labels.includes(label))
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
      mayReplace: (lost, added) => isExample(lost) || isTranslated(lost, added),
    }),
}
