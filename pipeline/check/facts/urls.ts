import { compareMarks } from '../markup/same-marks.ts'
import { withoutLanguage } from '../markup/language-of-address.ts'
import type { TranslationRule } from '../rule.ts'

/** Hosts that are kept for examples (RFC 2606): a translator may write an example of their own. */
const EXAMPLE = /^(?:https?:\/\/)?(?:[\w-]+\.)*example(?:\.(?:com|net|org))?(?:[/:?#]|$)/i

function isExample(lost: string, added: string | undefined): boolean {
  return added !== undefined && EXAMPLE.test(lost) && !EXAMPLE.test(added)
}

/** Addresses that are to be read. */
export const urls: TranslationRule = {
  id: 'urls',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'an address on the web is not the one of the source, or is missing',
  example: { bad: 'https://example.org/raporti', good: 'https://example.org/report' },
  find: (translation) =>
    compareMarks(translation, 'urls', {
      what: 'addresses on the web',
      remedy: 'Copy the address from the source, or keep that of the page in the language of the edition if there is one.',
      alike: withoutLanguage,
      mayReplace: isExample,
    }),
}
