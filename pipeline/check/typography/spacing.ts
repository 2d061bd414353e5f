import type { Tag } from '../../model/language.ts'
import type { Observation, TextRule } from '../rule.ts'
import { besideNumbersOf } from './beside-numbers.ts'
import { surelyMeant } from './english-spacing.ts'
import { isCode, isWithinCode } from './notation.ts'

/** A space too many or too few. */
interface Defect {
  readonly expression: RegExp
  readonly message: string
  readonly mended: string
  /** True if a person has to tell what belongs there. */
  readonly isOpen?: true
  /** What to do where a space lacks that belongs after no sign. */
  readonly lacking?: string
  /** Where the English has the like, such as “name:colour”, it belongs to the matter. */
  readonly isNotation?: true
}

/** Between words, and so more than one. */
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
    // A ratio may have spaces: 3 : 2.
    expression: /(?<=[\p{L}\p{N})”“’»\uFFFC])(?!(?<=\d)[ \u00A0]+:[ \u00A0]+\d)[ \u00A0]+(?=:(?:\s|$))/gu,
    message: 'A space stands before the sign.',
    mended: '',
    isNotation: true,
  },
  {
    // Where a word stands directly before the bracket, the space is on the wrong side of it.
    expression: /(?<=\p{L}{2}|[\p{L}\p{N}]['’]\p{L})\([ \u00A0]+(?=[\p{L}\p{N}])/gu,
    message: 'A space stands inside the bracket, and none before it.',
    mended: ' (',
    isNotation: true,
  },
  {
    // After a letter, „ is typed for the closing mark, and its space is right.
    expression: /(?<=(?<!\p{L})[([]|(?<=\p{L})\[|(?<![\p{L}\p{N}\p{P}])„)[ \u00A0]+(?=[\p{L}\p{N}])(?!(?:and|or)\b)/gu,
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
  {
    // “Skopje,5 May”; not the cells of a table for programs.
    expression: /(?<=\p{L}[\p{L}\p{M}]{2},)(?=\d{1,4}\.?[ \u00A0]\p{L}{2})/gu,
    message: 'The sign lacks the space after it.',
    mended: ' ',
    isNotation: true,
  },
  {
    expression: /(?<=[\p{L}\p{M}]{2}:)(?=\p{L}{2})/gu,
    message: 'The sign lacks the space after it.',
    mended: ' ',
    isNotation: true,
  },
  {
    expression: /(?<=\p{Ll}{3}\.)(?=\p{Lu}\p{Ll})/gu,
    message: 'The full stop lacks the space after it.',
    mended: ' ',
    isNotation: true,
  },
]

/** Those beside numbers, by the words of the language. */
function besideNumbers(tag: Tag): Defect[] {
  const { spaced, parted } = besideNumbersOf(tag)
  const message = 'No space stands between a number and the word beside it.'
  return [
    { expression: spaced, message, mended: ' ', lacking: 'Write a space between the two.' },
    { expression: parted, message, mended: ' ', lacking: 'Write a space between the two, or a hyphen.', isOpen: true },
  ]
}
const NUMBER_BESIDE = /\d\.?\p{L}{3}|\p{L}{3}\d|\d%\p{L}{2}/u

/** True for a closing bracket that no other opens: “Unexpected token ) in line 5” speaks of the sign. */
function isLone(visible: string, at: number): boolean {
  const opening = { ')': '(', ']': '[' }[visible[at] ?? '']
  if (opening === undefined) return false
  const before = visible.slice(0, at)
  return before.split(opening).length <= before.split(visible[at]!).length
}

const SUSPICIOUS = / {2}|\t|^ | $|[ \u00A0][,;.!?:)\]]|[([„][ \u00A0]|[,;!?:][\p{L}(„]|\p{L},\d|\.\p{Lu}/u

/** Spaces too many and spaces lacking. */
export const spacing: TextRule = {
  id: 'spacing',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'a space is doubled, lacks after a sign, or stands before one, inside a bracket, or at either end',
  example: { bad: 'hapja ,pastaj', good: 'hapja, pastaj' },
  find: ({ tag, kind, prose }, _facts, english) => {
    const { visible } = prose
    const isBesideNumber = NUMBER_BESIDE.test(visible)
    if ((!isBesideNumber && !SUSPICIOUS.test(visible)) || isCode(visible)) return []
    return [...DEFECTS, ...(isBesideNumber ? besideNumbers(tag) : [])].flatMap(
      ({ expression, message, mended, isNotation, isOpen, lacking = 'Write a space after the sign.' }) => {
        if (isNotation && english && english.visible.search(expression) >= 0) return []
        const places = [...visible.matchAll(expression)]
          // A message’s argument may bring its own space, and its ends meet other texts.
          .filter(({ index }) => kind !== 'message' || (index > 0 && !visible.slice(index - 1, index + 2).includes('\n')))
          .filter(({ 0: found, index }) => found !== '' || !isWithinCode(visible, index))
          .filter(({ 0: found, index }) => !isLone(visible, index + found.length))
        return (tag === 'en' ? surelyMeant(places, expression === SEVERAL, prose) : places).map(({ 0: found, index }): Observation => ({
          message,
          found: visible.slice(Math.max(0, index - 10), index + found.length + 10),
          expected: `${visible.slice(Math.max(0, index - 10), index)}${mended}${visible.slice(index + found.length, index + found.length + 10)}`,
          remedy: found === '' ? lacking : mended === '' ? 'Remove the space.' : 'Leave one of the spaces.',
          start: index,
          end: index + found.length,
          mended: isOpen ? undefined : mended,
        }))
      },
    )
  },
}
