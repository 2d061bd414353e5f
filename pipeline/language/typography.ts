import type { Tag } from '../model/language.ts'

/** An opening sign and its closing one. */
export type Pair = readonly [opening: string, closing: string]

/** What a language's print asks of its signs. */
export interface Typography {
  /** Quotation marks, and those inside a quotation. */
  readonly quotes: Pair
  readonly innerQuotes: Pair
  /** Other pairs that the language's print knows too; a text keeps to one kind. */
  readonly otherQuotes: readonly Pair[]
  /** The dash between clauses, with its spaces; nothing where it may stand closed. */
  readonly dash: string | undefined
  /** What stands between a number and the percent sign. */
  readonly percent: '' | '\u00A0'
  /** Titles before a name and abbreviations before a number, with which a line must not end. */
  readonly titles: readonly string[]
  /** Abbreviations whose dot ends no sentence. */
  readonly abbreviations: readonly string[]
}

const SERBIAN: Omit<Typography, 'titles' | 'abbreviations'> = {
  quotes: ['„', '”'],
  innerQuotes: ['’', '’'],
  otherQuotes: [
    ['„', '“'],
    ['»', '«'],
  ],
  dash: ' – ',
  percent: '',
}

/**
 * Sources: Albanian: Drejtshkrimi 1981 § 116 has « », today’s print “ ”; Macedonian: Правопис 2016; Serbian: Правопис
 * Матице српске and CLDR 48 for the marks; English: CLDR 48 for en-GB with double marks outside.
 */
export const TYPOGRAPHY: Readonly<Record<Tag, Typography>> = {
  en: {
    quotes: ['“', '”'],
    innerQuotes: ['‘', '’'],
    otherQuotes: [],
    dash: undefined,
    percent: '',
    titles: ['Mr', 'Mrs', 'Ms', 'Dr', 'Prof.', 'No.', 'p.', 'pp.', 'Art.'],
    abbreviations: ['e.g.', 'i.e.', 'etc.', 'Mr.', 'Mrs.', 'Dr.', 'Prof.', 'No.', 'p.', 'vs.'],
  },
  sq: {
    quotes: ['“', '”'],
    innerQuotes: ['‘', '’'],
    otherQuotes: [['«', '»']],
    dash: ' – ',
    percent: '',
    titles: ['z.', 'znj.', 'dr.', 'Dr.', 'prof.', 'Prof.', 'nr.', 'Nr.', 'fq.', 'neni'],
    abbreviations: ['z.', 'znj.', 'dr.', 'Dr.', 'prof.', 'Prof.', 'nr.', 'Nr.', 'fq.', 'etj.', 'p.sh.', 'd.m.th.', 'sh.p.k.', 'dmth.'],
  },
  mk: {
    quotes: ['„', '“'],
    innerQuotes: ['‚', '‘'],
    otherQuotes: [],
    dash: ' — ',
    percent: '\u00A0',
    titles: ['г.', 'г-ѓа', 'г-дин', 'д-р', 'Д-р', 'проф.', 'Проф.', 'бр.', 'стр.', 'чл.'],
    abbreviations: ['г.', 'год.', 'проф.', 'бр.', 'стр.', 'чл.', 'итн.', 'др.', 'сл.', 'т.е.', 'на пр.', 'пр.', 'в.', 'н.е.'],
  },
  'sr-Cyrl': {
    ...SERBIAN,
    titles: ['г.', 'гђа', 'др', 'проф.', 'Проф.', 'бр.', 'стр.', 'чл.'],
    abbreviations: ['г.', 'год.', 'проф.', 'бр.', 'стр.', 'чл.', 'итд.', 'сл.', 'тј.', 'нпр.', 'в.', 'н.е.', 'тзв.'],
  },
  'sr-Latn': {
    ...SERBIAN,
    titles: ['g.', 'gđa', 'dr', 'prof.', 'Prof.', 'br.', 'str.', 'čl.'],
    abbreviations: ['g.', 'god.', 'prof.', 'br.', 'str.', 'čl.', 'itd.', 'sl.', 'tj.', 'npr.', 'v.', 'n.e.', 'tzv.'],
  },
}

/** Signs and short words that measure the number before them, in any of the languages. */
export const UNITS = [
  '€', '$', '£', '‰', '°C', 'km', 'm', 'cm', 'mm', 'kg', 'g', 'kB', 'MB', 'GB', 'ha', 'км', 'м', 'цм', 'мм', 'кг', 'ха',
  'EUR', 'USD', 'евра', 'евро', 'euro', 'eura', 'денари', 'динара', 'dinara', 'lekë',
] // prettier-ignore
