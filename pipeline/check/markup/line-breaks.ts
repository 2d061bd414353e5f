import { wording } from '../../wording.ts'
import type { TranslationRule } from '../rule.ts'
import { marksOf } from './marks.ts'

/** New lines within a text, such as those of an address or of several entries in one cell. */
export const lineBreaks: TranslationRule = {
  id: 'line-breaks',
  looksAt: 'translation',
  severity: 'warning',
  meaning: 'the source begins a new line within the text, and the translation does not',
  example: { bad: 'Skopje<br>Peja → Shkup Pejë', good: 'Skopje<br>Peja → Shkup<br>Pejë' },
  find: ({ prose, english }) => {
    const [theirs, own] = [marksOf(english).breaks, marksOf(prose).breaks]
    if (own.length >= theirs.length) return []
    const lost = theirs.slice(own.length).join(' ')
    return [
      {
        message: 'The source begins a new line within this text more often than the translation.',
        found: wording`without ${{ lost }}`,
        expected: theirs.join(' '),
        remedy: 'Write <br> where the source begins a new line.',
      },
    ]
  },
}
