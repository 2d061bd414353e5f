import type { TextRule } from '../rule.ts'

/** Zero-width signs, directional controls, soft hyphens, the byte order mark, and control characters. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u0000-\u0008\u000B-\u001F\u007F-\u009F]/gu

/** Characters that nobody sees. */
export const invisible: TextRule = {
  id: 'invisible',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'an invisible character came along with a copied text; the build sets hyphens itself',
  example: { bad: 'gju\\u00ADhë', good: 'gjuhë' },
  find: ({ prose }) =>
    [...prose.visible.matchAll(INVISIBLE)].map(({ 0: sign, index }) => ({
      message: 'There is an invisible character here.',
      found: `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')} in “${prose.visible.slice(Math.max(0, index - 10), index + 10).replaceAll(INVISIBLE, '·')}”`,
      expected: 'no invisible characters',
      remedy: 'Write the word anew.',
      start: index,
      end: index + sign.length,
      mended: '',
    })),
}
