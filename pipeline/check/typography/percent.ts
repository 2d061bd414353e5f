import { typographyOf } from '../../language/typography.ts'
import type { TextRule } from '../rule.ts'

/** The space before the percent sign. */
export const percent: TextRule = {
  id: 'percent',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'the percent sign is not set as the language does: mk 42⍽%, the others 42%',
  example: { bad: 'sq: 42 %', good: 'sq: 42%' },
  find: ({ tag, prose }) => {
    if (!prose.visible.includes('%')) return []
    const { percent: wanted, percentBefore } = typographyOf(tag)
    if (percentBefore) {
      return [...prose.visible.matchAll(/(?<![\d.,%])(\d[\d.,]*)[ \u00A0\u202F]*%(?!\s?\d)/gu)].map(({ 0: found, 1: number, index }) => ({
        message: 'The percent sign stands before the number.',
        found,
        expected: `%${number}`,
        remedy: 'Put the sign before the number.',
        start: index,
        end: index + found.length,
        mended: `%${number}`,
      }))
    }
    return [...prose.visible.matchAll(/(?<=([\d.,]*\d))([ \u00A0\u202F]*)%/gu)]
      .filter(([, , space]) => space !== wanted)
      .map(({ 1: number, 2: space, index }) => ({
        message: wanted === '' ? 'The percent sign stands without a space.' : 'The percent sign stands after a no-break space.',
        found: `${number}${space}%`,
        expected: `${number}${wanted}%`,
        remedy: wanted === '' ? 'Remove the space before the sign.' : 'Put a no-break space before the sign.',
        start: index,
        end: index + space!.length,
        mended: wanted,
      }))
  },
}
