import { addressesIn } from './addresses.ts'

/**
 * Serbian Cyrillic to Latin: thirty letters, one table. The Pravopis gives each Cyrillic letter one Latin
 * letter; three of them are digraphs, and only their capitals need a rule. Digraphs are written as two
 * letters: the ligatures U+01C4–U+01CC fall apart under NFKC and in searches. Letters with an accent that Unicode
 * has as one character follow: ѐ ѝ ӣ ӯ, for texts that tell vowels apart.
 */
const LETTERS: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'đ', е: 'e', ж: 'ž', з: 'z', и: 'i',
  ј: 'j', к: 'k', л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r',
  с: 's', т: 't', ћ: 'ć', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'č', џ: 'dž', ш: 'š',
  ѐ: 'è', ѝ: 'ì', ӣ: 'ī', ӯ: 'ū',
} // prettier-ignore

const CYRILLIC = Object.keys(LETTERS).join('')
/** A letter and its accents, which the Latin letter may have in one character: о̂ → ô. */
const LETTER_WITH_ACCENTS = new RegExp(`([${CYRILLIC}${CYRILLIC.toUpperCase()}])(\\p{M}*)`, 'gu')
const UPPER = /\p{Lu}/u
const LETTER = /\p{L}/u

/**
 * Writes a Serbian text in Latin script. Everything that is not one of its letters stays as it is: Latin words, numbers,
 * signs, soft hyphens; and so do addresses and file names, which would lead nowhere. Idempotent.
 */
export function toSerbianLatin(text: string): string {
  if (!CYRILLIC_LETTER.test(text)) return text
  if (addressesIn(text).length > 0) {
    return serbianLatinParts(text)
      .map(({ text: latin }) => latin)
      .join('')
  }
  let latin = ''
  for (let at = 0; at < text.length; ) {
    const simple = SIMPLE[text.charCodeAt(at) - FIRST_CYRILLIC]
    if (simple !== undefined && !isMark(text, at + 1)) {
      latin += simple
      at++
      continue
    }
    LETTER_HERE.lastIndex = at
    const [whole, letter, accents] = LETTER_HERE.exec(text) ?? [text[at]!]
    latin += letter === undefined ? whole : latinOf(letter, accents!, text, at)
    at += whole.length
  }
  return latin
}

const CYRILLIC_LETTER = /[\u0400-\u04FF]/
const FIRST_CYRILLIC = 0x400
const MARK = /\p{M}/u
const LETTER_HERE = new RegExp(LETTER_WITH_ACCENTS.source, 'uy')

/** Whether a combining mark stands at a place; between the accents and the marks of Church Slavonic are the letters (Unicode, Combining Diacritical Marks, Cyrillic). */
function isMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x300 && !(code >= FIRST_CYRILLIC && code < 0x483) && MARK.test(text[at]!)
}

/** Letters whose Latin form depends on none beside them, from U+0400 on: all but the capitals of digraphs. */
const SIMPLE: readonly (string | undefined)[] = Array.from({ length: 0x100 }, (_, index) => {
  const letter = String.fromCharCode(FIRST_CYRILLIC + index)
  const latin = LETTERS[letter.toLowerCase()]
  return latin === undefined || letter === letter.toLowerCase() ? latin : latin.length === 1 ? latin.toUpperCase() : undefined
})

/** A letter in Latin script, or what stands between two as it is written; `start` is where it begins in the Cyrillic. */
interface Part {
  readonly text: string
  readonly start: number
  readonly isLetter: boolean
}

/** The Latin form of a text in parts, in order. */
export function serbianLatinParts(text: string): Part[] {
  const addresses = addressesIn(text)
  const parts: Part[] = []
  let done = 0
  for (const { 0: whole, 1: letter, 2: accents, index } of text.matchAll(LETTER_WITH_ACCENTS)) {
    if (addresses.some(({ start, end }) => index >= start && index < end)) continue
    if (index > done) parts.push({ text: text.slice(done, index), start: done, isLetter: false })
    parts.push({ text: latinOf(letter!, accents!, text, index), start: index, isLetter: true })
    done = index + whole.length
  }
  if (done < text.length) parts.push({ text: text.slice(done), start: done, isLetter: false })
  return parts
}

function latinOf(letter: string, accents: string, text: string, offset: number): string {
  const lower = letter.toLowerCase()
  const latin = LETTERS[lower]!
  const written =
    letter === lower ? latin : latin.length === 1 || inCapitals(text, offset) ? latin.toUpperCase() : latin[0]!.toUpperCase() + latin.slice(1)
  return accents === '' ? written : `${written}${accents}`.normalize('NFC')
}

/** Whether the capital at `offset` stands among capitals: ЉУБАВ → LJUBAV, ПОГЛАВЉЕ Џ → POGLAVLJE DŽ, but Љубав → Ljubav, and alone Lj. */
function inCapitals(text: string, offset: number): boolean {
  const next = neighbour(text, offset, 1)
  if (LETTER.test(next)) return UPPER.test(next)
  const before = neighbour(text, offset, -1)
  return LETTER.test(before) ? UPPER.test(before) : isAmongCapitals(text.slice(0, offset), text.slice(offset + 1))
}

/** A lone letter goes by the words beside it; one in small letters speaks against it: „НАТО Љ. Петровић“. */
function isAmongCapitals(before: string, after: string): boolean {
  const words = [/(\p{L}+)[^\p{L}\n]*$/u.exec(before.slice(-40))?.[1], /^[^\p{L}\n]*(\p{L}+)/u.exec(after.slice(0, 40))?.[1]]
  const near = words.filter((word) => word !== undefined)
  return near.some((word) => word.length > 1) && near.every((word) => word === word.toUpperCase())
}

function neighbour(text: string, offset: number, step: 1 | -1): string {
  let at = offset + step
  while (text[at] === '\u00AD') at += step
  return text[at] ?? ''
}
