import { hasSign } from '../../language/has-sign.ts'
import { mojibakeIn } from '../../language/mojibake.ts'
import type { Observation, TextRule } from '../rule.ts'
import { wording } from '../../wording.ts'

/** The sign that stands for a lost one, halves of a pair (lone surrogates), and the controls of old code pages, the line's end aside. */
const LOST = /[\uFFFD\u0080-\u0084\u0086-\u009F]|\p{Cs}/gu
const hasLost = hasSign(new RegExp(LOST.source, 'u'))
/** The name or number of a character, as HTML writes it, that a reader would see. */
const ENTITY = /&(?:#\d{2,6}|#x[\da-f]{2,5}|[a-z]{2,8}\d{0,2});/giu

const REMEDY =
  'Copy the text anew from where it came, or type it; where the file was converted, convert it anew, from the right encoding to UTF-8.'

/** Texts that a conversion has spoilt. */
export const wreckage: TextRule = {
  id: 'wreckage',
  looksAt: 'text',
  severity: 'error',
  meaning: 'letters were lost or spoilt when the text was converted from another encoding or program',
  example: { bad: 'Ã«shtÃ«', good: 'është' },
  find: ({ prose: { raw, visible } }) => [
    ...lostLetters(raw),
    ...unknownNumbers(raw, visible),
    ...spoilt(visible),
    ...[...visible.matchAll(ENTITY)].map(({ 0: entity, index }): Observation => ({
      message: 'The name of a character stands here, and would be printed as it is written.',
      found: entity,
      expected: 'the character itself',
      remedy: 'Type the character; where its name is meant, write it as code: `&amp;`.',
      severity: 'warning',
      start: index,
      end: index + entity.length,
    })),
  ],
}

/** The letters that a text has lost, each at its offset. */
export function lostLetters(raw: string): (Observation & { readonly rawStart: number })[] {
  if (!hasLost(raw)) return []
  return [...raw.matchAll(LOST)].map(({ 0: sign, index }) => {
    const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    return {
      message: 'A letter was lost here when the text was converted.',
      found: wording`${{ sign: sign === '\uFFFD' ? sign : `U+${code}` }} in “${{ text: raw.slice(Math.max(0, index - 12), index + 12).replaceAll(LOST, '\uFFFD') }}”`,
      expected: 'the letter that stood there',
      remedy: REMEDY,
      rawStart: index,
    }
  })
}

/** Numbers of characters that there are not, as HTML writes them: &#0; or &#150;, which older programs meant as a dash. */
function unknownNumbers(raw: string, visible: string): Observation[] {
  if (raw.includes('\uFFFD') || !visible.includes('\uFFFD')) return []
  const start = visible.indexOf('\uFFFD')
  return [
    {
      message: 'The number of a character stands here that there is not: the sign \uFFFD is printed in its place.',
      found: raw.match(/&#(?:\d+|x[\da-f]+);/giu)?.join(' ') ?? '\uFFFD',
      expected: 'the character itself',
      remedy: 'Type the character that is meant, such as a dash or a quotation mark.',
      start,
      end: start + 1,
    },
  ]
}

/** One finding a text: what is spoilt once is spoilt throughout. */
function spoilt(visible: string): Observation[] {
  const found = mojibakeIn(visible)
  const [first] = found
  if (!first) return []
  const right = found.reduceRight((text, { start, end, text: was }) => text.slice(0, start) + was + text.slice(end), visible)
  return [
    {
      message: 'Letters are spoilt here: the text was read in another encoding than it was written in.',
      found: visible.slice(Math.max(0, first.start - 12), first.end + 12),
      expected: right.slice(Math.max(0, first.start - 12), first.start + 13),
      remedy: REMEDY,
      start: first.start,
      end: first.end,
    },
  ]
}
