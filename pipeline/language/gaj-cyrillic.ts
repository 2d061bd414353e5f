import type { DerivedPart } from './derivation.ts'
import { latinIn } from './latin-in-cyrillic.ts'

/**
 * Bosnian and Montenegrin Latin to Cyrillic: thirty letters, and the two of Montenegrin (Pravopis crnogorskoga jezika 2010: С́, З́).
 * Three Cyrillic letters are digraphs in Latin, or one of the ligatures U+01C4–U+01CC.
 */
const LETTERS: Readonly<Record<string, string>> = {
  a: 'а', b: 'б', c: 'ц', č: 'ч', ć: 'ћ', d: 'д', dž: 'џ', đ: 'ђ', e: 'е', f: 'ф', g: 'г', h: 'х', i: 'и', j: 'ј', k: 'к', l: 'л',
  lj: 'љ', m: 'м', n: 'н', nj: 'њ', o: 'о', p: 'п', r: 'р', s: 'с', š: 'ш', t: 'т', u: 'у', v: 'в', z: 'з', ž: 'ж',
  ś: 'с\u0301', ź: 'з\u0301', ǆ: 'џ', ǉ: 'љ', ǌ: 'њ',
  â: 'а\u0302', ê: 'е\u0302', î: 'и\u0302', ô: 'о\u0302', û: 'у\u0302',
} // prettier-ignore

/**
 * Where the letters of a digraph are two: at the end of a prefix (nadživjeti, but nadžak, odžić), and in words of Latin origin
 * (injekcija, konjunktura, anjon). With these, the Cyrillic words of
 * dictionary-sr come back from their Latin form, but for an acronym and three slips of the dictionary.
 */
const APART =
  /(?<!\p{L})(?:ne|naj)?(?:nad|od|pod|pred)(?=ž(?!a[kcč]|i[jćd]))|feld(?=ž)|(?:in|kon)(?=jek[ct])|kon(?=ju(?:g|n[kc]))|(?<!\p{L})(?:in(?=jici|jun[kc])|(?:poli)?an(?=jon)|van(?=jezi)|tan(?=jug))/gu

const LETTER = /\u00AD|\P{M}\p{M}*/gu
const WORD = /[\p{L}\p{M}\u00AD]+/gu

/** A letter of a word, as written and in small letters, with its place in the text. */
interface Letter {
  readonly text: string
  readonly lower: string
  readonly start: number
}

/**
 * Writes a Bosnian or Montenegrin text in Cyrillic script. Idempotent.
 * @param source the text that this one translates, in Latin letters: names that are the same in both are foreign
 */
export function toGajCyrillic(text: string, source?: string): string {
  return joined(gajCyrillicParts(text, source))
}

/** The Cyrillic form of a text in parts, in order. */
export function gajCyrillicParts(text: string, source?: string): DerivedPart[] {
  const latin = latinIn(text, source)
  const parts: DerivedPart[] = []
  let done = 0
  const keepUntil = (end: number): void => {
    if (end > done) parts.push({ text: text.slice(done, end), start: done, isLetter: false })
    done = Math.max(done, end)
  }
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const end = index + word.length
    if (latin.some((kept) => index < kept.end && end > kept.start)) continue
    keepUntil(index)
    parts.push(...inCyrillic(word, index))
    done = end
  }
  keepUntil(text.length)
  return parts
}

/** What a pack says, in Cyrillic: the signs of expressions, places for values and names of endings stay. */
export function gajCyrillicFacts(text: string): string {
  return text.replaceAll(/\\[pP]\{[^}]*\}|\\.|\{[^}]*\}|\+\p{L}+|([\p{L}\p{M}]+)/gu, (whole, word?: string) =>
    word === undefined ? whole : joined(inCyrillic(word, 0)),
  )
}

function joined(parts: readonly DerivedPart[]): string {
  return parts.map(({ text }) => text).join('')
}

/** A word’s letters in Cyrillic. What is no letter of the alphabet stays. */
function inCyrillic(word: string, start: number): DerivedPart[] {
  const letters = Array.from(word.matchAll(LETTER), ({ 0: text, index }): Letter => ({
    text,
    lower: text.toLowerCase().normalize('NFC'),
    start: start + index,
  }))
  const apart = apartIn(letters)
  const parts: DerivedPart[] = []
  for (let at = 0; at < letters.length; at++) {
    const { text, lower, start: place } = letters[at]!
    const next = letters[at + 1]
    const isPair = next !== undefined && !apart.has(place) && (text !== lower || next.text === next.lower)
    const pair = isPair ? LETTERS[lower + next.lower] : undefined
    const cyrillic = pair ?? LETTERS[lower]
    const isCapital = text.normalize('NFC') !== lower
    parts.push({ text: isCapital ? (cyrillic?.toUpperCase() ?? text) : (cyrillic ?? text), start: place, isLetter: cyrillic !== undefined })
    if (pair !== undefined) at++
  }
  return parts
}

/** Where letters begin that make no digraph with the next. */
function apartIn(letters: readonly Letter[]): ReadonlySet<number> {
  const visible = letters.filter(({ text }) => text !== '\u00AD')
  const word = visible.map(({ lower }) => (lower.length === 1 ? lower : '-')).join('')
  if (!/[nd][jž]/.test(word)) return new Set()
  return new Set(Array.from(word.matchAll(APART), ({ 0: { length }, index }) => visible[index + length - 1]!.start))
}
