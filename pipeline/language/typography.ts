import { NOTHING } from './pack.ts'
import { ofPack } from './registry.ts'

/** An opening sign and its closing one. */
export type Pair = readonly [opening: string, closing: string]

/** What a language's print asks of its signs. */
export interface Typography {
  /** Quotation marks, and those inside a quotation; nothing where the pack does not say. */
  readonly quotes: Pair | undefined
  readonly innerQuotes: Pair | undefined
  /** Other pairs that the language's print knows too; a text keeps to one kind. */
  readonly otherQuotes: readonly Pair[]
  /** The dash between clauses, with its spaces; nothing where it may stand closed. */
  readonly dash: string | undefined
  /** What stands between a number and the percent sign. */
  readonly percent: '' | '\u00A0'
  /** Whether the sign stands before the number: %42. */
  readonly percentBefore: boolean
  /** Titles before a name and abbreviations before a number, with which a line must not end. */
  readonly titles: readonly string[]
  /** Abbreviations whose dot ends no sentence. */
  readonly abbreviations: readonly string[]
  /** Signs and short words that measure the number before them. */
  readonly units: readonly string[]
  /** Finds, at the end of a text, what has a number of its own, which is copied as it is: „соба 2-34“, “Act 12-14”. */
  readonly numbered: RegExp
  /** Finds, at the end of a text, what is counted by the numbers after it: pages, articles. */
  readonly ranged: RegExp
  /** Whether a hyphen at which a line ends is repeated. */
  readonly repeatsHyphen: boolean
}

/** What is known of a language’s print; CLDR knows of the percent sign alone. */
export const typographyOf = ofPack(({ typography = {}, locale }): Typography => {
  const {
    quotes,
    innerQuotes,
    otherQuotes = [],
    dash,
    percent,
    titles,
    abbreviations = [],
    units,
    numbered,
    ranged,
    repeatsHyphen = false,
  } = typography
  const place = percent ?? placeOfPercent(locale)
  return {
    quotes: quotes === undefined ? undefined : pairOf(quotes),
    innerQuotes: innerQuotes === undefined ? undefined : pairOf(innerQuotes),
    otherQuotes: otherQuotes.map(pairOf),
    dash,
    percent: place === 'spaced' ? '\u00A0' : '',
    percentBefore: place === 'before',
    titles: titles?.split(' ') ?? [],
    abbreviations,
    units: [...UNITS, ...(units?.split(' ') ?? [])],
    numbered: new RegExp(`(?:№|§|\\p{L}\\d+|(?<!\\p{L})(?:${numbered ?? NOTHING}))[.:]?\\s*$`, 'iu'),
    ranged: new RegExp(`(?<!\\p{L})(?:${ranged ?? NOTHING})\\.?\\s*$`, 'iu'),
    repeatsHyphen,
  }
})

function pairOf(marks: string): Pair {
  const [opening, closing] = marks.split(' ') as [string, string]
  return [opening, closing]
}

function placeOfPercent(locale: string): 'closed' | 'spaced' | 'before' {
  const written = new Intl.NumberFormat(locale, { style: 'percent' }).format(0.42)
  return written.startsWith('%') ? 'before' : /\d\s%/u.test(written) ? 'spaced' : 'closed'
}

/**
 * Signs that measure the number before them in all languages; a power or a quotient may follow, as in km² and µg/m³. Left out
 * are those that are words too: Pa in Albanian, s in Croatian.
 */
const UNITS = [
  '€ $ £ ‰ ° °C °F EUR USD',
  'nm µm mm cm dm m km ha ml cl dl hl ng µg mg g kg',
  'kB MB GB TB Hz kHz MHz GHz dB hPa kPa MPa mA mV kV kJ MJ',
  'kW MW GW kWh MWh GWh TWh µSv mSv min',
].flatMap((signs) => signs.split(' ').flatMap((sign) => (sign.startsWith('µ') ? [sign, sign.replace('µ', '\u03BC')] : sign)))
