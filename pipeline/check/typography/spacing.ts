import type { Observation, TextRule } from '../rule.ts'

/** `isNotation`: where the English has the like, such as “name:colour”, it belongs to the matter. */
const DEFECTS: readonly (readonly [expression: RegExp, message: string, mended: string, isNotation?: true])[] = [
  [/(?<=\S)(?: {2,}|\t+ *| +\t[ \t]*)(?=\S)/gu, 'There are several spaces in a row.', ' '],
  [/^[ \t]+(?=\S)|(?<=\S)[ \t]+$/gu, 'The text begins or ends with a space.', ''],
  [/(?<=[\p{L}\p{N})”“’»\uFFFC])[ \u00A0]+(?=[,;!?](?:[\s\p{L}]|$)|\.(?:\s|$))/gu, 'A space stands before the sign.', '', true],
  [/(?<=[\p{L}\p{N})”“’»\uFFFC])[ \u00A0]+(?=:(?:\s|$))/gu, 'A space stands before the sign.', '', true],
  [/(?<=[([„])[ \u00A0]+(?=[\p{L}\p{N}])/gu, 'A space stands inside the bracket or the quotation mark.', '', true],
  [/(?<=[\p{L}\p{N}.!?,;…])[ \u00A0]+(?=[)\]])/gu, 'A space stands inside the bracket.', '', true],
  [/(?<=(?:[\p{L}\p{M}]{2}|[\uFFFC)”“])[,;!?])(?=[\p{L}(„])/gu, 'The sign lacks the space after it.', ' ', true],
  [/(?<=[\p{L}\p{M}]{2}:)(?=\p{L}{2})/gu, 'The sign lacks the space after it.', ' ', true],
  [/(?<=\p{Ll}{3}\.)(?=\p{Lu}\p{Ll})/gu, 'The full stop lacks the space after it.', ' ', true],
]
const SUSPICIOUS = / {2}|\t|^ | $|[ \u00A0][,;.!?:)\]]|[([„][ \u00A0]|[,;!?:][\p{L}(„]|\.\p{Lu}/u

/** Spaces too many and spaces lacking. */
export const spacing: TextRule = {
  id: 'spacing',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'a space is doubled, lacks after a sign, or stands before one, inside a bracket, or at either end',
  example: { bad: 'hapja ,pastaj', good: 'hapja, pastaj' },
  find: ({ kind, prose }, _facts, english) => {
    const { visible } = prose
    if (!SUSPICIOUS.test(visible)) return []
    return DEFECTS.flatMap(([expression, message, mended, isNotation]) =>
      (isNotation && english && english.visible.search(expression) >= 0 ? [] : [...visible.matchAll(expression)])
        // A message’s argument may bring its own space, and its ends meet other texts.
        .filter(({ index }) => kind !== 'message' || (index > 0 && !visible.slice(index - 1, index + 2).includes('\n')))
        .map(({ 0: found, index }): Observation => ({
          message,
          found: visible.slice(Math.max(0, index - 10), index + found.length + 10),
          expected: `${visible.slice(Math.max(0, index - 10), index)}${mended}${visible.slice(index + found.length, index + found.length + 10)}`,
          remedy: 'Put the space right.',
          start: index,
          end: index + found.length,
          mended,
        })),
    )
  },
}
