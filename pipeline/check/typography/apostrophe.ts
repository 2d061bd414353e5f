import type { TextRule } from '../rule.ts'

/** Typewriter apostrophes. */
export const apostrophe: TextRule = {
  id: 'apostrophe',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'a straight apostrophe, or an accent in its place, stands inside a word',
  example: { bad: "s'ka", good: 's’ka' },
  find: ({ prose }) =>
    // Not in code: -S'search_for'.
    [...prose.visible.matchAll(/(?<!(?<!\S)-\p{L})(?<=\p{L})['`´′ʼ‘](?=\p{L})/gu)].map(({ 0: sign, index }) => ({
      message: 'This is not the apostrophe of print.',
      found: prose.visible.slice(Math.max(0, index - 8), index + 8),
      expected: '’',
      remedy: 'Put ’ in its place; it can be copied from here.',
      start: index,
      end: index + sign.length,
      mended: '’',
    })),
}
