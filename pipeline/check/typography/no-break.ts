import { noBreakPlaces } from '../../language/no-break.ts'
import type { TextRule } from '../rule.ts'

/** Spaces at which a line must not end. The build joins them by itself, so that this is advice to who copies the text elsewhere. */
export const noBreak: TextRule = {
  id: 'no-break',
  looksAt: 'text',
  severity: 'info',
  meaning: 'a line could end between a title or an initial and its name, a number and its unit, or a day and its month',
  example: { bad: '6 qershor', good: '6⍽qershor, with a no-break space' },
  find: ({ tag, prose }) =>
    tag === 'en'
      ? []
      : noBreakPlaces(tag, prose.visible).map((start) => ({
          message: 'A line could end here, between two that belong together.',
          found: prose.visible.slice(Math.max(0, start - 8), start + 8),
          expected: 'a no-break space',
          remedy: 'Put a no-break space in the place of the space (Ctrl+Shift+Space in word processors).',
          start,
          end: start + 1,
          mended: '\u00A0',
        })),
}
