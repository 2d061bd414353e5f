import type { TextRule } from '../rule.ts'
import { isCode, isWithinCode } from './notation.ts'

const PARTNERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

/** A bracket by itself between quotation marks is spoken of, and so is one after a backslash. */
const UNQUOTED = /(?<!["„“”«»‘’'\\])[()[\]{}]|(?<=["„“”«»‘’'])[()[\]{}](?!["„“”«»‘’'])/gu

/** A bracket that is no pair’s: a face, “:)”, or one of several signs that are told, “{, |, (”. */
const FACE = /(?:^|[\s.,!?])[:;]['’]?-?$/u

/** Signs that are told one after the other: “(?!@*%{[<>)”. */
const SIGNS = /\([^\p{L}\p{N}\s]{4,}\)/gu

/** A set of characters that begins with one that it leaves out: [^]a-z]. */
const EXPRESSION = /\[\^[^\s]{1,12}\]/gu

const INTERVAL = /^[-+]?[\p{L}\d.∞]{1,12}[,;] ?[-+]?[\p{L}\d.∞]{1,12}$/u

/** Brackets without a partner. */
export const brackets: TextRule = {
  id: 'brackets',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'a bracket has no partner',
  example: { bad: 'Instituti (ISD', good: 'Instituti (ISD)' },
  find: ({ kind, prose }) => {
    if (kind === 'message' || !/[()[\]{}]/.test(prose.visible) || isCode(prose.visible)) return []
    // Code that lacks its other mark is no prose, and is told by itself.
    if (prose.visible.includes('`')) return []
    const visible = prose.visible
      .replaceAll(SIGNS, (signs) => ' '.repeat(signs.length))
      .replaceAll(EXPRESSION, (signs) => ' '.repeat(signs.length))
    const open: { sign: string; index: number }[] = []
    const alone: { sign: string; index: number }[] = []
    // So is one between spaces that has no partner: “the key sends ESC [ 3”, “(ESC [)”.
    const isLone = ({ index }: { index: number }): boolean =>
      /\s/.test(visible[index - 1] ?? ' ') && /[\s)\]}.]/.test(visible[index + 1] ?? ' ')
    for (const { 0: sign, index } of visible.matchAll(UNQUOTED)) {
      if (!(sign in PARTNERS)) open.push({ sign, index })
      else if (open.at(-1)?.sign === PARTNERS[sign]) open.pop()
      // From 0 to 1, without 1: [0, 1).
      else if (open.length > 0 && INTERVAL.test(visible.slice(open.at(-1)!.index + 1, index))) open.pop()
      else if (open.at(-2)?.sign === PARTNERS[sign] && isLone(open.at(-1)!)) open.length -= 2
      // A list’s letter: “a) the first”, “1.) the first”, “X.X) the next”, or the words of one: the rule says “4) The entries …”.
      else if (!/(?:^|[\s("„“«])(?:[\p{L}\d]{1,2}\.){0,4}[\p{L}\d]{1,3}\.?$/u.test(visible.slice(0, index))) alone.push({ sign, index })
    }
    const spoken = ({ index }: { index: number }): boolean =>
      isLone({ index }) ||
      FACE.test(visible.slice(0, index)) ||
      (/^.(?:,|$)/su.test(visible.slice(index, index + 2)) && /(?:^|, )$/.test(visible.slice(0, index)))
    return [...alone, ...open]
      .filter((each) => !spoken(each) && (/[()]/.test(each.sign) || !isWithinCode(visible, each.index)))
      .map(({ sign, index }) => ({
        message: 'This bracket has no partner.',
        found: visible.slice(Math.max(0, index - 10), index + 10),
        expected: 'each opened and closed',
        remedy: 'Add the bracket that is missing, or remove this one.',
        start: index,
        end: index + sign.length,
      }))
  },
}
