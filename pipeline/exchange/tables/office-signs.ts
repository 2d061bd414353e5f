import { diffChars } from 'diff/lib/diff/character.js'
import { noBreakPlaces } from '../../language/no-break.ts'
import { packOf } from '../../language/registry.ts'
import type { Tag } from '../../model/language.ts'

const STRAIGHT: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
}
const CURLY = /[“”„‟«»‘’‚‛]/g

/** Code, the call of a note, an address, and a tag of HTML: what stands there is no prose. */
const MARKS = /`[^`]*`|\]\([^)]*\)|<[^<>]*>|\[\^[^\]]*\]/g

/** A no-break space between two letters, or two blanks in a row one of which is. */
const BETWEEN_WORDS = /(?<=(\p{L}+))[\u00A0\u202F](?=\p{L})/gu
const DOUBLED = /\u00A0 | \u00A0/g

/**
 * Takes back what office programs put into a text by themselves as it was typed. What a person typed on purpose stays. By these rules,
 * each against the text that stood there before:
 * - In marks (code, addresses, tags) curly quotation marks and apostrophes are straight: nobody means them there.
 * - In place of a straight one that stood there, a curly one is straight again unless the language has it; the language’s own stays.
 * - A no-break space that did not stand there is a space between two words of more than one letter, where no typography has one, and
 *   beside another blank: programs put it there for a second blank and with what is pasted. It stays beside figures, signs and single
 *   letters, and wherever the language asks for one.
 */
export function withoutOwnSigns(text: string, before: string, tag: Tag): string {
  if (!HAS_SIGNS.test(text)) return text
  const inMarks = text.replaceAll(MARKS, (mark) => mark.replaceAll(CURLY, (sign) => STRAIGHT[sign]!))
  return withoutOwnSpaces(withFormerQuotes(inMarks, before, tag), before, tag)
}

const HAS_SIGNS = /[“”„‟«»‘’‚‛\u00A0\u202F]/

function withFormerQuotes(text: string, before: string, tag: Tag): string {
  if (!/["']/.test(before) || text.replaceAll(CURLY, straight) === text) return text
  const own = marksOf(tag)
  // Both are compared with straight marks: what is the same then has only been curled.
  const parts = diffChars(before.replaceAll(CURLY, straight), text.replaceAll(CURLY, straight), { maxEditLength: 2000 })
  if (!parts) return text
  let [from, to] = [0, 0]
  let result = ''
  for (const { value, added, removed } of parts) {
    if (removed) from += value.length
    else {
      for (let at = 0; at < value.length; at++) {
        const [was, is] = [before[from + at], text[to + at]!]
        result += !added && was !== is && was !== undefined && was === STRAIGHT[is] && !own.has(is) ? was : is
      }
      to += value.length
      if (!added) from += value.length
    }
  }
  return result
}

const straight = (sign: string): string => STRAIGHT[sign]!

/** The quotation marks and apostrophes of a language. */
function marksOf(tag: Tag): ReadonlySet<string> {
  const { quotes = '', innerQuotes = '', otherQuotes = [] } = packOf(tag).typography ?? {}
  return new Set([quotes, innerQuotes, ...otherQuotes, '’'].join(' ').replaceAll(/\s/g, ''))
}

function withoutOwnSpaces(text: string, before: string, tag: Tag): string {
  if (!/[\u00A0\u202F]/.test(text)) return text
  const former = new Set([...before.matchAll(/(\p{L}+)[\u00A0\u202F](\p{L}+)/gu)].map(([whole]) => whole.replaceAll('\u202F', '\u00A0')))
  const single = text.replaceAll(DOUBLED, before.match(DOUBLED) ? (blanks) => blanks : () => ' ')
  const wanted = new Set(noBreakPlaces(tag, single.replaceAll(/[\u00A0\u202F]/g, ' ')))
  return single.replaceAll(BETWEEN_WORDS, (space, left: string, at: number) => {
    const right = /^\p{L}+/u.exec(single.slice(at + 1))?.[0] ?? ''
    const isMeant = wanted.has(at) || left.length === 1 || right.length === 1 || former.has(`${left}\u00A0${right}`)
    return isMeant ? space : ' '
  })
}
