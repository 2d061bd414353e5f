import fc from 'fast-check'
import { readFonts } from '../../../pipeline/html/fonts.ts'
import { PRINTABLE, rangesOf, type Subset } from '../../../pipeline/language/printable.ts'
import { joinedIn } from '../joined.ts'

/** Words with all letters that the faces join, or that a language has alone; the same number is the same word. */
const WORDS = {
  en: ['difference', 'sufficient', 'afflict', 'office', 'fjord', 'baffling', 'cuff', 'fiftieth', 'offline', 'waffle', 'effort', 'affix'],
  sq: ['efficiencë', 'çështje', 'ndryshim', 'afishe', 'zyrë', 'mbështetje', 'fletë', 'gjuhë', 'përfshirje', 'fillim', 'ofertë', 'shkëmbim'],
  mk: ['безбедност', 'ѓубриво', 'ќебе', 'значајна', 'подготовка', 'глава', 'допис', 'бегство', 'патеписот', 'ѕвезда', 'џебот', 'љубов'],
  'sr-Cyrl': ['безбедност', 'ђубриво', 'ћебе', 'значајна', 'припрема', 'глава', 'допис', 'бекство', 'путопис', 'звезда', 'џепови', 'љубав'],
} as const

/** The languages with texts of their own. */
export const TRANSLATED = ['sq', 'mk', 'sr-Cyrl'] as const

/** What of a text is the same in all languages: code, addresses, marks of HTML. */
const KEPT = /(`[^`]*`|\]\([^\s)]*|<[^>]*>|https?:\S+|\S+@\S+|\[\^[^\]]*\])/

const withoutPictures = (text: string): string => text.replaceAll(/!\[[^\]]*\]/g, '')

/** A text of the English in the words of another language; what is no word of ours stays, but with one of them after it. */
export function translated(text: string, tag: (typeof TRANSLATED)[number]): string {
  const inWords = (part: string): string =>
    part.replaceAll(/(?<![\p{L}\p{M}\d-])\p{Ll}+(?![\p{L}\p{M}\d-])/gu, (word) => WORDS[tag][WORDS.en.indexOf(word as 'cuff')] ?? word)
  const translation = text
    .split(KEPT)
    .map((part, index) => (index % 2 === 0 ? inWords(part) : part))
    .join('')
  return withoutPictures(translation) === withoutPictures(text) ? `${text} ${WORDS[tag][0]}` : translation
}

export const word = fc.constantFrom(...WORDS.en)
export const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '))

const SOFT_HYPHEN = '\u00AD'
const NO_BREAK_HYPHEN = '\u2011'

/** What no language here but the Macedonian has is held by the tests of joined letters alone. */
const JOINED = [...new Set((await readFonts()).flatMap(joinedIn))].filter((each) => each.length < 4 && !each.includes('ѓ'))

/** Letters that some face joins, in a word. */
const joined = fc.constantFrom(...JOINED).map((letters) => (/\p{Script=Cyrillic}/u.test(letters) ? `а${letters}а` : `a${letters}a`))

/** A word with soft hyphens between some of its letters. */
const parted = fc
  .tuple(fc.oneof(word, joined), fc.nat(2 ** 12 - 1))
  .map(([whole, places]) =>
    Array.from(whole, (letter, at) => letter + (places & (1 << at) && at < whole.length - 1 ? SOFT_HYPHEN : '')).join(''),
  )

/** What Markdown, or a check of the text, takes for a mark of its own. */
const MARKS = /[\0-\x2F\x3A-\x40\x5B-\x60\x7B-\xA0\p{Z}\p{Cc}\p{Cf}\p{M}\uFFFC\uFFFD]/u

/** Those of Cyrillic are left out that no language here has: a text with them is wrong. */
const signsOf = (subset: Subset): string[] =>
  rangesOf(PRINTABLE[subset])
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)))
    .filter((sign) => !MARKS.test(sign) && !/\p{Script=Cyrillic}/u.test(sign))

const SIGNS = (Object.keys(PRINTABLE) as Subset[]).map(signsOf).filter((all) => all.length > 0)

/** Signs that some face has: of other alphabets and of those written from the right, symbols, emoji. */
const signs = fc
  .constantFrom(...SIGNS)
  .chain((all) => fc.array(fc.constantFrom(...all), { minLength: 1, maxLength: 4 }))
  .map((all) => all.join(''))

const RIGHT_TO_LEFT = ['؛', '؟', 'ـ', '،']
const MARKED = ['ко̂д', 'e\u0308', 'Ж\u0301', 'i\u0307', 'q\u0303']

/** Words of every kind that a line may hold. */
export const oddWords: fc.Arbitrary<string> = fc.oneof(
  joined,
  parted,
  fc.tuple(word, word).map((both) => both.join(NO_BREAK_HYPHEN)),
  fc.tuple(word, word).map((both) => both.join('-')),
  fc.tuple(word, word).map((both) => both.join('/')),
  signs,
  fc.tuple(word, fc.constantFrom(...RIGHT_TO_LEFT), word).map((all) => all.join('')),
  fc.constantFrom(...MARKED),
  fc.array(word, { minLength: 4, maxLength: 12 }).map((all) => all.join('')),
  fc.constantFrom(
    '1,234.5',
    '±½',
    '“quoted”',
    'CO₂',
    'KCSS-based',
    '5\u00A0km',
    '5\u202Fkm',
    '100\u00A0%',
    'AT&amp;T',
    'fif&shy;ti&shy;eth',
    '\\*',
  ),
)
