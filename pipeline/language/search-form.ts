/**
 * Letters of which people search the plain Latin form, whatever keyboard they have: Cyrillic as Serbian, Macedonian and Bulgarian
 * write it in Latin, and Latin letters that Unicode does not take apart. Accents fall off by themselves.
 */
const PLAIN: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'd', е: 'e', ж: 'z', з: 'z', ѕ: 'dz', и: 'i', ј: 'j', к: 'k', л: 'l', љ: 'lj',
  м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'c', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'c', џ: 'dz', ш: 's',
  щ: 'st', ъ: 'a', ы: 'y', ь: '', э: 'e', ю: 'ju', я: 'ja', і: 'i', є: 'je', ґ: 'g',
  đ: 'd', ð: 'd', ı: 'i', ł: 'l', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', '’': "'", '‑': '-', '\u00A0': ' ', '\u202F': ' ', '\u00AD': '',
} // prettier-ignore

/** Pairs that stand for one letter where a keyboard lacks it: “gradjani” is “građani”, “Kjose” is „Ќосе“. */
const AFTER_SOFTENED: ReadonlySet<string> = new Set(['d', 'g', 'k'])

/** A text as it is searched: plain small Latin letters. */
export interface SearchForm {
  readonly text: string
  /** For each unit of `text`, the offset in the original. One more stands for the end. */
  readonly offsets: readonly number[]
}

/** Takes accents, capitals and the script from a text, so that “cetiri” finds „четири“ and “četiri”. */
export function searchFormOf(original: string): SearchForm {
  let text = ''
  const offsets: number[] = []
  let at = 0
  for (const letter of original) {
    for (const plain of plainForm(letter)) {
      if (plain === 'j' && AFTER_SOFTENED.has(text.at(-1) ?? '')) continue
      text += plain
      offsets.push(at)
    }
    at += letter.length
  }
  offsets.push(at)
  return { text, offsets }
}

function plainForm(letter: string): string {
  if (letter < '\u0080') return letter.toLowerCase()
  const lower = letter.toLowerCase()
  const known = PLAIN[lower]
  if (known !== undefined) return known
  // й, ѓ, ќ and č come apart into a letter and its accent.
  const base = lower.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return base.replaceAll(/./gu, (each) => PLAIN[each] ?? each)
}

/** A part of a text, from one offset to before another. */
export interface Range {
  readonly start: number
  readonly end: number
}

/**
 * Finds the words of a query in a text, each at the beginning of a word, so that inflected forms are found as well.
 * @returns where they stand; nothing where one of them is missing
 */
export function findWords({ text, offsets }: SearchForm, query: string): readonly Range[] | undefined {
  const wanted = [
    ...new Set(
      searchFormOf(query)
        .text.split(/\s+/)
        .filter((word) => word !== ''),
    ),
  ]
  if (wanted.length === 0) return undefined
  const found = wanted.map((word) => beginnings(text, word))
  if (found.some((places) => places.length === 0)) return undefined
  const units = found.flatMap((places, index) => places.map((start) => ({ start, end: start + wanted[index]!.length })))
  return joinedRanges(units.map(({ start, end }) => ({ start: offsets[start]!, end: offsets[end]! })))
}

function beginnings(text: string, word: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') || !/[\p{L}\p{N}]/u.test(word[0]!)) places.push(at)
  return places
}

function joinedRanges(ranges: readonly Range[]): Range[] {
  const joined: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1)
    if (last && range.start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else joined.push(range)
  }
  return joined
}
