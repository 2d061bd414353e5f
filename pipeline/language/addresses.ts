/** A run of a text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Top-level domains in Cyrillic letters (IANA root zone, 2025), in small letters and in capitals. */
const CYRILLIC_DOMAINS = [
  'срб',
  'мкд',
  'рф',
  'бг',
  'ею',
  'укр',
  'бел',
  'қаз',
  'мон',
  'орг',
  'ком',
  'сайт',
  'онлайн',
  'дети',
  'рус',
  'москва',
  'католик',
]

const LABELS = '(?:[\\p{L}\\p{M}\\d_~-]+\\.)+'
/** The ending of a domain or of a file: пример.срб, извештај.pdf, пример.com. */
const ENDING = `(?:${CYRILLIC_DOMAINS.flatMap((name) => [name, name.toUpperCase()]).join('|')}|[A-Za-z][A-Za-z0-9]{1,9})(?![\\p{L}\\d])`
const TAIL = '[^\\s<>"„“”«»‘’‚…]*'

const NAME = '[\\p{L}\\p{M}\\d._%+-]'
/** A folder’s name on the way to a file; „/ш/“ is a sound, and „/или“ a word. */
const STEP = '[\\p{L}\\d._-]{2,}'

/** Addresses on the web, of mail, of computers, file names and paths, whatever the script. */
const ADDRESS = new RegExp(
  [
    `(?<![A-Za-z\\d+.-])(?:[A-Za-z][A-Za-z\\d+.-]*:\\/\\/|[Ww]{3}\\.)${TAIL}`,
    `(?<!${NAME})${NAME}+@[\\p{L}\\p{M}\\d-]+(?:\\.[\\p{L}\\p{M}\\d-]*[\\p{L}\\d])+`,
    `(?<![\\p{L}\\p{M}\\d.@-])${LABELS}${ENDING}(?:[/?#]${TAIL})?`,
    `(?<![\\p{L}\\p{M}\\d.)/\\\\])(?:(?:~|\\.{1,2}|[A-Za-z]:)[/\\\\]|(?=[/\\\\]${STEP}[/\\\\]))[^\\s<>"„“”«»‘’‚…,;()]*`,
  ].join('|'),
  'gu',
)

/** What an address cannot do without; most texts have none of it. */
const SUSPICIOUS = /:\/\/|www\.|@|[\p{L}\d_-]\.\p{L}|[/\\]/u

/** The addresses and file names that a text has as words, in order. */
export function addressesIn(text: string): Span[] {
  if (!SUSPICIOUS.test(text)) return []
  return [...text.matchAll(ADDRESS)].map(({ 0: address, index }) => ({ start: index, end: index + address.length }))
}
