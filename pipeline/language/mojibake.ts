/** A run of signs that are UTF-8 read in another encoding, and what they were. */
export interface Mojibake {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The encodings that programs of the region take for UTF-8, or for which they take it. */
const ENCODINGS = ['windows-1252', 'windows-1250', 'windows-1251'] as const
type Encoding = (typeof ENCODINGS)[number]

/** What a text begins with that may be one: the first byte of two or three, read in each of the encodings. */
const SUSPECT = /[ÂÃÄÅÆËÎÏÐÑâĂĹÄĆĐŃВГДЕЖЛОПРСв][^\p{ASCII}]/u
/** Letters and marks that prose has: what else comes out of two odd signs is chance. */
const PROSE = /^[\p{Script=Latin}\p{Script=Cyrillic}“”„‘’‚–—…•€°§№«»\u00A0]$/u
/** Signs that may stand after a letter by right: a quotation mark, a dash, a space, a sign of a trade. */
const FOLLOWING = /^[“”„‘’‚›‹»«–—…™®©°\u00A0]$/u
/** The commonest of all: ë, é and î, whose first signs hardly any language writes before such a sign. */
const COMMONEST = /^[ÃĂ][«©®]$/u

const BEYOND_ASCII = Uint8Array.from({ length: 0x80 }, (_, index) => 0x80 + index)

const bytes: Partial<Record<Encoding, ReadonlyMap<string, number>>> = {}

/** The byte that each sign of an encoding is, of those beyond ASCII (WHATWG Encoding, indexes). */
function bytesOf(encoding: Encoding): ReadonlyMap<string, number> {
  return (bytes[encoding] ??= new Map(
    Array.from(new TextDecoder(encoding).decode(BEYOND_ASCII), (sign, index) => [sign, BEYOND_ASCII[index]!] as const),
  ))
}

/**
 * Letters that came out as two or three odd signs, since somebody’s program took UTF-8 for an older encoding: ë as Ã«, š as
 * Ĺˇ, и as Ðё. A pair that may stand there by right counts only beside others.
 */
export function mojibakeIn(text: string): Mojibake[] {
  if (!SUSPECT.test(text)) return []
  const all = ENCODINGS.map((encoding) => inEncoding(text, encoding))
  return all.reduce((most, found) => (found.length > most.length ? found : most))
}

function inEncoding(text: string, encoding: Encoding): Mojibake[] {
  const known = bytesOf(encoding)
  const found: (Mojibake & { readonly isSure: boolean })[] = []
  for (let at = 0; at < text.length; at++) {
    const first = known.get(text[at]!) ?? 0
    const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe1 && first <= 0xef ? 3 : 0
    if (length === 0) continue
    const signs = Array.from({ length }, (_, index) => known.get(text[at + index] ?? '') ?? 0)
    if (signs.slice(1).some((byte) => byte < 0x80 || byte > 0xbf)) continue
    const was = new TextDecoder().decode(Uint8Array.from(signs))
    if (!PROSE.test(was)) continue
    // Cyrillic is written with the very letters that its own UTF-8 is read as: one pair is chance.
    const isSure = encoding !== 'windows-1251' && (length === 3 || !FOLLOWING.test(text[at + 1]!) || COMMONEST.test(text.slice(at, at + 2)))
    found.push({ start: at, end: at + length, text: was, isSure })
    at += length - 1
  }
  const besideAnother = found.some(({ end }, index) => found[index + 1]?.start === end)
  const isOne = found.some(({ isSure }) => isSure) || (besideAnother && found.length > 2)
  return isOne ? found.map(({ start, end, text: was }) => ({ start, end, text: was })) : []
}
