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
/** Letters of the languages that are written with what Cyrillic capitals are in UTF-8: „УКЉУЧУЈУЋИ“ would have been ʊ, ӣ and ӎ. */
const COMMON = /^[ÀÂÇÈÉÊËÎÏÔÖÛÜàâçèéêëîïôöûüćčđšžĆČĐŠŽğışĞİŞЀ-ѯ]$|^\P{L}$/u
/** Signs that may stand after a letter by right: a quotation mark, a dash, a space, a sign of a trade. */
const FOLLOWING = /^[“”„‘’‚›‹»«–—…™®©°\u00A0]$/u
/** The commonest of all: ë, é and î, whose first signs hardly any language writes before such a sign. */
const COMMONEST = /^[ÃĂ][«©®]$/u

const UTF8 = new TextDecoder()
const BEYOND_ASCII = Uint8Array.from({ length: 0x80 }, (_, index) => 0x80 + index)

/** The signs of an encoding. */
interface Table {
  /** The byte of each sign beyond ASCII (WHATWG Encoding, indexes). */
  readonly bytes: ReadonlyMap<string, number>
  /** What may be a letter in UTF-8: its first byte, and the one or two that go on (RFC 3629). Most texts have none. */
  readonly letters: RegExp
}

const tables: Partial<Record<Encoding, Table>> = {}

function tableOf(encoding: Encoding): Table {
  return (tables[encoding] ??= readTable(encoding))
}

function readTable(encoding: Encoding): Table {
  const signs = Array.from(new TextDecoder(encoding).decode(BEYOND_ASCII))
  const from = (first: number, last: number): string =>
    `[${signs
      .slice(first - 0x80, last - 0x7f)
      .filter((sign) => sign !== '\uFFFD')
      .join('')}]`
  return {
    bytes: new Map(signs.map((sign, index) => [sign, BEYOND_ASCII[index]!] as const)),
    letters: new RegExp(`${from(0xc2, 0xdf)}${from(0x80, 0xbf)}|${from(0xe1, 0xef)}${from(0x80, 0xbf)}{2}`, 'gu'),
  }
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
  const { bytes, letters } = tableOf(encoding)
  const found: (Mojibake & { readonly isSure: boolean })[] = []
  letters.lastIndex = 0
  for (let match = letters.exec(text); match; match = letters.exec(text)) {
    const [{ index: start }, signs] = [match, match[0]]
    const was = UTF8.decode(Uint8Array.from(signs, (sign) => bytes.get(sign)!))
    if (!PROSE.test(was) || (encoding === 'windows-1251' && !COMMON.test(was))) {
      letters.lastIndex = start + 1
      continue
    }
    // Cyrillic is written with the very letters that its own UTF-8 is read as: one pair is chance.
    const isSure = encoding !== 'windows-1251' && (signs.length === 3 || !FOLLOWING.test(signs[1]!) || COMMONEST.test(signs))
    found.push({ start, end: start + signs.length, text: was, isSure })
  }
  const besideAnother = found.some(({ end }, index) => found[index + 1]?.start === end)
  const isOne = found.some(({ isSure }) => isSure) || (besideAnother && found.length > 2)
  return isOne ? found.map(({ start, end, text: was }) => ({ start, end, text: was })) : []
}
