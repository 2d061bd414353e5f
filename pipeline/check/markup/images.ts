import { compareMarks } from './same-marks.ts'
import type { TranslationRule } from '../rule.ts'

/** Pictures inside a text. */
export const images: TranslationRule = {
  id: 'images',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'a picture is not the one of the source, or is missing',
  example: { bad: '![Harta](harta.png)', good: '![Harta](map.png)' },
  find: (translation) =>
    compareMarks(translation, 'images', {
      message: 'The pictures are not those of the source.',
      remedy: 'Copy the picture’s file name; translate the words between the square brackets.',
    }),
}
