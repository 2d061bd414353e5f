import type { Prose } from '../prose.ts'
import type { Observation, TextRule } from '../rule.ts'
import { isCode, isWithinCode } from './notation.ts'

/** A space too many or too few. */
interface Defect {
  readonly expression: RegExp
  readonly message: string
  readonly mended: string
  /** Where the English has the like, such as “name:colour”, it belongs to the matter. */
  readonly isNotation?: true
}

const SEVERAL = /(?<=\S)(?: {2,}|\t+ *| +\t[ \t]*)(?=\S)/gu

const DEFECTS: readonly Defect[] = [
  { expression: SEVERAL, message: 'There are several spaces in a row.', mended: ' ' },
  { expression: /^[ \t]+(?=\S)|(?<=\S)[ \t]+$/gu, message: 'The text begins or ends with a space.', mended: '' },
  {
    expression: /(?<=[\p{L}\p{N})”“’»\uFFFC])[ \u00A0]+(?=[,;](?:[\s\p{L}]|$)|[!?](?:\s|$)|\.(?:\s|$))/gu,
    message: 'A space stands before the sign.',
    mended: '',
    isNotation: true,
  },
  {
    expression: /(?<=[\p{L}\p{N})”“’»\uFFFC])[ \u00A0]+(?=:(?:\s|$))/gu,
    message: 'A space stands before the sign.',
    mended: '',
    isNotation: true,
  },
  {
    expression: /(?<=[([„])[ \u00A0]+(?=[\p{L}\p{N}])(?!(?:and|or)\b)/gu,
    message: 'A space stands inside the bracket or the quotation mark.',
    mended: '',
    isNotation: true,
  },
  {
    expression: /(?<=[\p{L}\p{N}.!?,;…])(?<!\b(?:and|or))[ \u00A0]+(?=[)\]])/gu,
    message: 'A space stands inside the bracket.',
    mended: '',
    isNotation: true,
  },
  {
    expression: /(?<=(?:[\p{L}\p{M}]{2}|[\uFFFC)”“])[,;!?])(?=[\p{L}(„])/gu,
    message: 'The sign lacks the space after it.',
    mended: ' ',
    isNotation: true,
  },
  { expression: /(?<=[\p{L}\p{M}]{2}:)(?=\p{L}{2})/gu, message: 'The sign lacks the space after it.', mended: ' ', isNotation: true },
  {
    expression: /(?<=\p{Ll}{3}\.)(?=\p{Lu}\p{Ll})/gu,
    message: 'The full stop lacks the space after it.',
    mended: ' ',
    isNotation: true,
  },
]
const GAPS = / {3,}|\t/g
const SUSPICIOUS = / {2}|\t|^ | $|[ \u00A0][,;.!?:)\]]|[([„][ \u00A0]|[,;!?:][\p{L}(„]|\.\p{Lu}/u

/** Spaces too many and spaces lacking. */
export const spacing: TextRule = {
  id: 'spacing',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'a space is doubled, lacks after a sign, or stands before one, inside a bracket, or at either end',
  example: { bad: 'hapja ,pastaj', good: 'hapja, pastaj' },
  find: ({ tag, kind, prose }, _facts, english) => {
    const { visible } = prose
    if (!SUSPICIOUS.test(visible) || isCode(visible)) return []
    return DEFECTS.flatMap(({ expression, message, mended, isNotation }) => {
      if (isNotation && english && english.visible.search(expression) >= 0) return []
      const places = [...visible.matchAll(expression)]
        // A message’s argument may bring its own space, and its ends meet other texts.
        .filter(({ index }) => kind !== 'message' || (index > 0 && !visible.slice(index - 1, index + 2).includes('\n')))
        .filter(({ 0: found, index }) => found !== '' || !isWithinCode(visible, index))
      return (tag === 'en' ? surelyMeant(places, expression, prose) : places).map(({ 0: found, index }): Observation => ({
        message,
        found: visible.slice(Math.max(0, index - 10), index + found.length + 10),
        expected: `${visible.slice(Math.max(0, index - 10), index)}${mended}${visible.slice(index + found.length, index + found.length + 10)}`,
        remedy: 'Put the space right.',
        start: index,
        end: index + found.length,
        mended,
      }))
    })
  },
}

/**
 * Of the places in an English text, those that are slips. Its author may part sentences by two spaces, and lay out lines by
 * blanks, of which an edition shows one; “npm:name” and “a . in it” are no slips either, and only a translation can tell.
 */
function surelyMeant(places: readonly RegExpExecArray[], expression: RegExp, prose: Prose): readonly RegExpExecArray[] {
  const { visible } = prose
  if (expression !== SEVERAL) {
    // What is laid out in columns by blanks has them everywhere.
    if ((visible.match(GAPS)?.length ?? 0) > 2) return []
    return places.filter(({ 0: found, index }) => {
      const after = visible.slice(index + found.length, index + found.length + 40)
      // Raw HTML and the words of a link have spaces of their own at their ends; a bracket that is spoken of has no partner.
      if (index === 0 || after === '') return found.trim() === '' && prose.raw !== prose.raw.trim()
      if (visible[index - 1] === '[') return /^[^\]]{0,200}\S\]/u.test(visible.slice(index))
      // “[ Ana Example ]” is a habit.
      if (found !== '' && after.startsWith(']')) return !/\[\s[^[]{0,200}$/u.test(visible.slice(Math.max(0, index - 200), index))
      // “It has a . in it”; and a full stop by itself is an empty line of Debian’s files.
      if (found !== '') return !/^\.\s+\p{Ll}/u.test(after) && (!/^\.\s+\S/u.test(after) || visible[index - 1] === '\uFFFC')
      // “TL;DR”
      if (/\bTL;$/.test(visible.slice(0, index)) && after.startsWith('DR')) return false
      if (visible[index - 1] === ':') return !/^\p{Ll}/u.test(after)
      // “window.Event” is code, and so is “Foo.BarBaz”.
      return (
        visible[index - 1] !== '.' ||
        (/^\p{Lu}\p{Ll}+[ ,.;:!?]/u.test(after) && /(?:^|[ \u00A0])\p{L}\p{Ll}{3,}\.$/u.test(visible.slice(Math.max(0, index - 40), index)))
      )
    })
  }
  // Two in a row are a slip, but for those between sentences; several times in a text, or three and more, they set in columns.
  const others = places.filter(
    ({ 0: found, index }) => found !== '  ' || !/[.!?:][)”"’'\]]?$/u.test(visible.slice(Math.max(0, index - 2), index)),
  )
  const [only] = others
  if (others.length !== 1 || only![0] !== '  ' || visible.startsWith('-- ')) return []
  const [before, after] = [visible[only!.index - 1]!, visible[only!.index + 2]!]
  // Beside a number they set apart, as in 2022-05-06  Name; and a line’s end, <br>, may stand between.
  return /\d/.test(before + after) || !prose.raw.startsWith('  ', prose.at(only!.index)) ? [] : others
}
