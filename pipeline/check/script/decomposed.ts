import type { TextRule } from '../rule.ts'
import { wording } from '../../wording.ts'

/** Letters written as a base and a combining accent. */
export const decomposed: TextRule = {
  id: 'decomposed',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'a letter is written as two characters (not NFC), which searches and fonts treat as another',
  example: { bad: 'e + ̈', good: 'ë' },
  find: ({ prose }) =>
    prose.visible === prose.visible.normalize('NFC')
      ? []
      : [...prose.visible.matchAll(/[\p{L}\p{M}]*\p{M}[\p{L}\p{M}]*/gu)]
          .filter(([word]) => word.normalize('NFC') !== word)
          .map(({ 0: word, index }) => ({
            message: 'An accented letter is written as a letter and an accent.',
            found: word,
            expected: wording`${{ word: word.normalize('NFC') }} in precomposed letters`,
            remedy: 'Write the letter anew.',
            start: index,
            end: index + word.length,
            mended: word.normalize('NFC'),
          })),
}
