import { typographyOf, type Pair, type Typography } from '../../language/typography.ts'
import type { Tag } from '../../model/language.ts'
import type { Prose } from '../prose.ts'
import type { Observation, TextRule } from '../rule.ts'
import { isCode } from './notation.ts'

/** Signs that are quotation marks wherever they stand; ‘ ’ ' are apostrophes too. */
const DOUBLE = /["„“”‟«»]/gu

/** Quotation marks of another language, or without a partner. */
export const quotes: TextRule = {
  id: 'quotes',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'quotation marks are not those of the language: sq “ ”, mk „ “, sr „ ”, en “ ”; or one has no partner',
  example: { bad: 'mk: "јазик"', good: 'mk: „јазик“' },
  find: ({ tag, kind, prose }, _facts, english) => {
    const { visible } = prose
    if (kind === 'message' || isCode(visible)) return []
    const signs = withoutMeasures(
      [...visible.matchAll(DOUBLE)].map(({ 0: sign, index }) => ({ sign, index })),
      visible,
    )
    if (signs.length === 0 || (signs.length === 1 && isArrow(signs[0]!, visible))) return []
    const language = typographyOf(tag)
    const found = signs.map(({ sign }) => sign)
    // The partner of a single mark may be in another paragraph, as it then is in the English.
    const goesOn = signs.length % 2 === 1 && (tag === 'en' ? isPartOfQuotation(signs, visible) : isOdd(english))
    const closesFirst = goesOn && !canStand(visible, signs[0]!.index, true, tag)
    if (accepted(language).some((pair) => isPaired(goesOn ? (closesFirst ? [pair[0], ...found] : [...found, pair[1]]) : found, pair)))
      return []
    if (!language.quotes) return []
    const [opening, closing] = language.quotes
    const opens = (at: number): boolean => (at % 2 === 0) !== closesFirst
    const isCertain = (goesOn || signs.length % 2 === 0) && signs.every(({ index }, at) => canStand(visible, index, opens(at), tag))
    if (!isCertain) {
      return [
        {
          message: signs.length % 2 === 0 ? 'These quotation marks do not pair.' : 'A quotation mark has no partner.',
          found: found.join(' '),
          expected: `${opening}…${closing}`,
          remedy: 'Set each quotation between the marks of the language.',
          start: signs[0]!.index,
          end: signs[0]!.index + 1,
        },
      ]
    }
    return signs.flatMap(({ sign, index }, at): Observation[] => {
      const mended = opens(at) ? opening : closing
      if (sign === mended) return []
      return [
        {
          message: 'This quotation mark is not the language’s.',
          found: visible.slice(Math.max(0, index - 12), index + 13),
          expected: `${opening}…${closing}`,
          remedy: 'Put the mark of the language in its place: the first of the two before the words, the second after them.',
          start: index,
          end: index + 1,
          mended,
        },
      ]
    })
  },
}

interface Sign {
  readonly sign: string
  readonly index: number
}

/** Without the signs of inches, 3.5", and of values in code, name="value". */
function withoutMeasures(signs: readonly Sign[], visible: string): Sign[] {
  const kept: Sign[] = []
  let isOpen = false
  let isValue = false
  for (const each of signs) {
    const before = visible[each.index - 1] ?? ' '
    if (each.sign !== '"') kept.push(each)
    else if (isValue) isValue = false
    else if (!isOpen && before === '=') isValue = true
    else if (isOpen || !/[\d′']/.test(before)) {
      kept.push(each)
      isOpen = !isOpen
    }
  }
  return kept
}

/** True for a mark apart from all words, which points the way: “« Back”. */
function isArrow({ sign, index }: Sign, visible: string): boolean {
  return /[«»]/.test(sign) && /^\s?[«»]\s?$/u.test(visible.slice(Math.max(0, index - 1), index + 2))
}

function accepted({ quotes: own, otherQuotes }: Typography): Pair[] {
  return [...(own ? [own] : []), ...otherQuotes]
}

function isPaired(signs: readonly string[], [opening, closing]: Pair): boolean {
  return signs.length % 2 === 0 && signs.every((sign, at) => sign === (at % 2 === 0 ? opening : closing))
}

/** True if a single mark may be a part of a quotation of several paragraphs. In English, each of them begins with the mark, and the last one ends with it. */
function isPartOfQuotation(signs: readonly Sign[], visible: string): boolean {
  return signs[0]!.index === 0 || signs.at(-1)!.index >= visible.trimEnd().length - 1
}

function isOdd(english: Prose | undefined): boolean {
  return (english?.visible.match(DOUBLE)?.length ?? 0) % 2 === 1
}

/** English endings after a mark: all "conffile"s, "cvs import"ed. */
const ENDINGS = /^(?:s|es|ed|ing|er)(?![\p{L}\p{N}])/u

/** Tells whether the neighbouring signs allow an opening or a closing mark here. */
function canStand(visible: string, index: number, opens: boolean, tag: Tag): boolean {
  const [before, after] = [visible[index - 1] ?? ' ', visible[index + 1] ?? ' ']
  if (opens) return /[\s([–—/\u00A0-]/.test(before) && !/\s/.test(after)
  return !/[\s([]/.test(before) && (!/[\p{L}\p{N}]/u.test(after) || (tag === 'en' && ENDINGS.test(visible.slice(index + 1, index + 5))))
}
