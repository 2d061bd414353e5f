import type { Observation, TextRule } from '../rule.ts'
import { wording } from '../../wording.ts'

/** Zero-width signs, directional controls, soft hyphens, the byte order mark, control characters, and what ends a line or a page; not what joins two pictures to one, 👩‍🏫. */
const INVISIBLE =
  /(?<!(?:\p{Extended_Pictographic}\uFE0F?|[\u{1F3FB}-\u{1F3FF}])(?=\u200D\p{Extended_Pictographic}))(?:\u034F|[\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u2028-\u202E\u2060-\u2069\u3164\uFEFF\uFFA0\u0000-\u0008\u000B-\u001F\u007F\u0085])/gu
/** Ends of lines and pages, as word processors write them. They separate words. */
const PARTING = /[\u000B\u000C\u000D\u0085\u2028\u2029]/u

/** Characters that nobody sees. */
export const invisible: TextRule = {
  id: 'invisible',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'an invisible character came along with a copied text; the build sets hyphens itself',
  example: { bad: 'gju\\u00ADhë', good: 'gjuhë' },
  find: ({ prose, kind }, _facts, english) => [
    ...unseenSigns(prose.visible),
    ...(english && kind !== 'message' ? controls(prose.raw) : []),
  ],
}

/** Ends of lines and tabs of a locale file, where a backslash and a letter make one: C:\\new. One finding a text. */
function controls(raw: string): (Observation & { readonly rawStart: number })[] {
  const at = raw.search(/[\n\t\b\f]/u)
  if (at < 0) return []
  return [
    {
      message: 'The end of a line or a tab stands in this text, which nobody sees: in this file a backslash and a letter make one.',
      found: raw.slice(Math.max(0, at - 12), at + 12),
      expected: 'a space; or two backslashes, where the sign itself is to be seen: C:\\\\new',
      remedy: 'Write a space in its place, or a second backslash before it.',
      severity: 'warning',
      rawStart: at,
    },
  ]
}

const UNSEEN = { message: 'There is an invisible character here.', expected: 'no invisible characters', remedy: 'Write the word anew.' }
const PARTS = {
  message: 'The end of a line or a page stands here as word processors write it, and nobody sees it.',
  expected: 'a space, or a new line: <br> within a text',
  remedy: 'Delete it, and write a space in its place, or begin a new line.',
}

/** The invisible characters of a text, each at its offset. */
export function unseenSigns(text: string): Observation[] {
  return [...text.matchAll(INVISIBLE)].map(({ 0: sign, index }) => ({
    ...(PARTING.test(sign) ? PARTS : UNSEEN),
    found: wording`${{ sign: `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}` }} in “${{ text: text.slice(Math.max(0, index - 10), index + 10).replaceAll(INVISIBLE, '·') }}”`,
    severity: 'warning',
    start: index,
    end: index + sign.length,
    mended: PARTING.test(sign) ? ' ' : '',
  }))
}
