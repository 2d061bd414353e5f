import { addressesIn, type Span } from './addresses.ts'

/**
 * What stays in Latin letters where a Latin text is written in Cyrillic ones: addresses, numerals, symbols, codes, and foreign
 * words as far as letters or the source tell. Of the rest, a publication says how it is written: in the catalog of the script.
 */

/** A word that has one of these is foreign: Washington, quality, München. */
const FOREIGN_LETTER = /[^abcčćdđefghijklmnoprsšśtuvzžźâêîôûǆǉǌ\u00AD]/iu

/** Letters that few words of the language double, at the seams of compounds: interreligijski. */
const DOUBLED = /([bcfghklmnoprst])\1/iu

/** A word that has one of these is none that the source has too. */
const OWN_LETTER = /[čćđšśžź]/iu

const WORD = /[\p{L}\p{M}\u00AD]+/gu

const UNIT = '(?:[kcmdnµμ]?m|[kmµμ]?g|ha|[cdhm]?l|[kMGT]?B|[kMGT]?W|[kMGT]?Wh|[kMG]?Hz|k?V|mA|[hkM]?Pa|k?J|dB|t|h|min)'
const PER = `\\/(?:${UNIT}|s)[²³]?`

const KEPT: readonly RegExp[] = [
  // Code, calls of notes and tags, where a text is as its translator types it.
  /`[^`]*`|\[\^[^\]]*\]|<\/?[a-z][^<>]*>/gu,
  // Roman numerals of two letters and more: II, XIV.
  /(?<!\p{L})(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})(?!\p{L})/gu,
  // I is a conjunction where a sentence begins, and an initial before a name, as V is: I–III, I. dio, Prilog I, but I tako, I. Petrović.
  /(?<!\p{L})(?:[IV](?=[–-][IVX]|\.[ \u00A0]\p{Ll})|(?<=[IVX][–-]|[\p{Ll},][ \u00A0])I(?!\.[ \u00A0]?\p{Lu})|(?<=\()I(?=\))|V(?!\.[ \u00A0]?\p{Lu}))(?!\p{L})/gu,
  // Symbols of units are the same in all languages (SI Brochure, 9th edition, 5.1).
  new RegExp(`(?<=\\d[ \\u00A0\\u202F]?)${UNIT}[²³]?(?:${PER})?(?!\\p{L})|(?<!\\p{L})${UNIT}(?:[²³]|${PER})(?!\\p{L})|(?<=°)C`, 'gu'),
  // Codes of letters and figures, and symbols of substances: G20, A4, CO₂, 5G.
  /(?<!\p{L})\p{Lu}+(?=[\d₀-₉]|<sub>)|(?<=[\d₀-₉]|<\/sub>)\p{Lu}+(?!\p{L})/gu,
  // Standards, forms of files, currencies (ISO 4217), and what no letter-by-letter form is in use of.
  /(?<!\p{L})(?:COVID|RFC|ISO|IEC|IBAN|ISBN|ISSN|DOI|PDF|HTML|XML|CSS|CSV|JSON|API|URL|ZIP|USB|DVD|SMS|GPS|GIS|GDPR|DCAT|UTC|UNESCO|EUR|USD|BAM|RSD|MKD|CHF|GBP)(?!\p{L})/gu,
  // Names with a capital within, and those of networks: OpenStreetMap, @vlada.
  /(?<!\p{L})\p{L}*\p{Ll}{2}\p{Lu}\p{L}*|(?<=[#@])[\p{L}\p{M}\d_]+/gu,
  // Frequent words and names that have nothing foreign in their letters.
  /(?<!\p{L})(?:of|the|for|online|offline|mail|email|Facebook|Google|Microsoft|Apple|Zoom|Europe)(?!\p{L})/giu,
]

/**
 * The parts of a text that stay in Latin letters; they may overlap.
 * @param source the text that this one translates, in Latin letters
 */
export function latinIn(text: string, source = ''): Span[] {
  const kept = KEPT.flatMap((pattern) => [...text.matchAll(pattern)]).map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }))
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }))
  return [...addressesIn(text), ...kept, ...words.filter(({ word }) => isForeign(word)), ...asInSource(words, text, source)]
}

function isForeign(word: string): boolean {
  return FOREIGN_LETTER.test(word.normalize('NFC'))
}

interface Word extends Span {
  readonly word: string
}

/** So many words in a row that are the same in the source are a name or a title. */
const NAME = 3

/** Runs of words that are the same in the source, and a name by their number or one of their letters: Council of Europe, Arben Krasniqi. */
function asInSource(words: readonly Word[], text: string, source: string): Span[] {
  const theirs = ` ${source.match(WORD)?.join(' ') ?? ''} `
  const runs: Word[][] = []
  for (const word of words) {
    const run = runs.at(-1)
    const isNext = run !== undefined && /^[ \u00A0]$/.test(text.slice(run.at(-1)!.end, word.start))
    if (isNext && theirs.includes(` ${[...run, word].map((each) => each.word).join(' ')} `)) run.push(word)
    else if (theirs.includes(` ${word.word} `)) runs.push([word])
  }
  return runs
    .filter((run) => run.length >= NAME || run.some(({ word }) => isForeign(word) || DOUBLED.test(word)))
    .filter((run) => !run.some(({ word }) => OWN_LETTER.test(word)))
    .map((run) => ({ start: run[0]!.start, end: run.at(-1)!.end }))
}
