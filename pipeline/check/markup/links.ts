import { withoutLanguage } from './language-of-address.ts'
import { isOtherAddress } from './other-address.ts'
import { compareMarks } from './same-marks.ts'
import type { TranslationRule } from '../rule.ts'

/** Links with words of their own. */
export const links: TranslationRule = {
  id: 'links',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'a link goes elsewhere than in the source, is missing, or stands twice',
  example: { bad: '[raporti](raport.pdf)', good: '[raporti](report.pdf)' },
  find: (translation) =>
    compareMarks(translation, 'links', {
      message: 'The targets of the links are not those of the source.',
      alike: withoutLanguage,
      isSure: (lost, added) => lost.length > 0 && !isOtherAddress(lost, added),
      otherwise: 'urls',
      remedy:
        'Translate the words between the square brackets; copy what stands between the round ones. Where the source has [words] or [words][name] alone, write [your words][words] or [your words][name].',
    }),
}
