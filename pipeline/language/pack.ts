import type { Tag } from '../model/language.ts'
import type { Stemming } from './search-terms.js'

/**
 * All that the pipeline knows of a language in one script, as its pack’s file has it; a pack leaves out what it does not know.
 * Words are parted by spaces, expressions are those of JavaScript with the flag `u`, and what a language says is in small letters.
 */
export interface PackData {
  /** Where the facts are from. */
  readonly sources?: readonly string[] | undefined
  /** The language’s name for itself, where CLDR has none. */
  readonly autonym?: string | undefined
  /** What other languages call it, where CLDR has no name, by their tags. */
  readonly names?: Readonly<Record<string, string>> | undefined
  /** What it calls territories that CLDR calls otherwise, by their codes in ISO 3166. */
  readonly territories?: Readonly<Record<string, string>> | undefined
  /** Its word for “language”. */
  readonly word?: string | undefined
  /** What addresses on the web call it besides its tag: sqi, shqip. */
  readonly inAddresses?: string | undefined
  /** The locale by which dates and numbers are formatted, where it is not the tag itself. */
  readonly locale?: string | undefined
  /** Languages that are so near that a text may say the same in two of them, by a name: South Slavic. */
  readonly family?: string | undefined
  /** The categories of its plurals, as CLDR names them. */
  readonly plurals?: readonly string[] | undefined
  /** The language whose texts this one is written from letter by letter, and what does it. */
  readonly derivedFrom?: { readonly language: Tag; readonly by: string } | undefined
  readonly alphabet?:
    | {
        /** Its letters, and those that names keep. */
        readonly letters: string
        /** Letters of the other script that a word may have. */
        readonly borrowed?: string | undefined
        /** Words of one letter. */
        readonly words?: string | undefined
      }
    | undefined
  /** The language, as OpenType names it, whose forms of letters it has, where faces know none of its own: italic п and т in Serbian. */
  readonly letterForms?: string | undefined
  readonly typography?:
    | {
        /** An opening and a closing mark. */
        readonly quotes?: string | undefined
        readonly innerQuotes?: string | undefined
        readonly otherQuotes?: readonly string[] | undefined
        /** The dash between clauses, with its spaces; nothing where it may stand closed. */
        readonly dash?: string | undefined
        /** Whether a space stands before the percent sign, or the sign before the number; as in CLDR where it is not said. */
        readonly percent?: 'closed' | 'spaced' | 'before' | undefined
        /** Titles before a name and abbreviations before a number. */
        readonly titles?: string | undefined
        /** Abbreviations whose dot ends no sentence. */
        readonly abbreviations?: readonly string[] | undefined
        /** Words that measure the number before them. */
        readonly units?: string | undefined
        /** An expression for words before a number that is a name, as of a room: “room 2-34”. */
        readonly numbered?: string | undefined
        /** An expression for words before numbers that count: “pages 5–7”. */
        readonly ranged?: string | undefined
        /** Whether a hyphen at which a line ends is repeated. */
        readonly repeatsHyphen?: boolean | undefined
        /** Whether titles may have a capital at each word. */
        readonly titleCapitals?: boolean | undefined
      }
    | undefined
  readonly dates?:
    | {
        /** Stems of the twelve names, in rows that share their endings; “-” is none. Twelve more are other names in use. Where there are none, CLDR’s names are taken. */
        readonly months?: readonly { readonly names: string; readonly endings?: string | undefined }[] | undefined
        /** Expressions for the names of the seven days in all their forms, Monday first, parted by spaces. */
        readonly weekdays?: string | undefined
        /** Whether months begin with a capital. */
        readonly capitals?: boolean | undefined
        /** A date in figures, such as {day}.{month}.{year} */
        readonly numeric?: string | undefined
        /** An example of a date in words. */
        readonly written?: string | undefined
        /** An expression for what may stand between two days of a month: “6 and 7 June”. */
        readonly between?: string | undefined
        /** An expression for words that may stand before the second day. */
        readonly articles?: string | undefined
        /** An expression for a word between a day and its month, and for one between a month and its year. */
        readonly of?: string | undefined
        readonly year?: string | undefined
        /** How a day is written out where CLDR lacks the language, such as {day} {month} {year} */
        readonly form?: string | undefined
      }
    | undefined
  readonly ordinals?:
    | {
        /** How an ordinal in figures is written. */
        readonly example: string
        /** Endings that follow a sign, and are wrong without it. */
        readonly joined?: string | undefined
        /** The sign before such endings; a hyphen where it is not said. */
        readonly sign?: string | undefined
        /** Endings that are wrong after a hyphen: a full stop is right. */
        readonly dropped?: string | undefined
        /** The same, but for decades. */
        readonly decades?: string | undefined
        /** Whether an ordinal may have a full stop. */
        readonly dotted?: boolean | undefined
        /** Whether the day before a month’s name has a full stop. */
        readonly day?: 'dotted' | 'plain' | undefined
        readonly dayExample?: string | undefined
      }
    | undefined
  /** What is said of hours: expressions for the second half of the day, for a half and a quarter of anything, and for the word after an hour. */
  readonly clock?:
    { readonly later: string; readonly half: string; readonly quarter: string; readonly hours?: string | undefined } | undefined
  /** Expressions for whole words that measure time, by what they measure: day is also “daily”. */
  readonly timeUnits?: Readonly<Record<'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year', string>> | undefined
  /**
   * How something is denied, by expressions for whole words: those that surely deny, turns of phrase in which they do not, such
   * as “not only”, and all else that may deny something: prefixes, verbs as “refuse”.
   */
  readonly negation?: { readonly sure: string; readonly idioms?: string | undefined; readonly any: string } | undefined
  readonly numbers?:
    | {
        /** Endings by a name: “пет+ordinal” stands for the stem with each of them; “-” is none. Those of `unit` may follow units after tens. */
        readonly endings?: Readonly<Record<string, string>> | undefined
        /** The words for 1 to 20. */
        readonly cardinals: readonly string[]
        readonly ordinals: readonly string[]
        /** Expressions for the beginnings of nought, the tens from thirty, a hundred and a thousand. */
        readonly round: Readonly<Record<string, string>>
        /** An expression for words that say that there is none: 0 edits → „нема измена“. */
        readonly none?: string | undefined
        /** What stands between tens and units. */
        readonly and?: string | undefined
        /** Expressions for words that multiply the number before them, by their zeros: 6 for a million. */
        readonly magnitudes?: Readonly<Record<string, string>> | undefined
        /** An expression for metric units in words, and in letters that are not those of the SI. */
        readonly measures?: string | undefined
        /** Whether 11 to 19 are two words, as tens and units are. */
        readonly teensApart?: boolean | undefined
        readonly compounds?: CompoundData | undefined
      }
    | undefined
  /** What may stand for an English acronym, parted by bars: its own letters, a sign, or the beginnings of words. */
  readonly acronyms?: Readonly<Record<string, string>> | undefined
  readonly diacritics?:
    | {
        /** Each letter with a diacritic beside its base: ëe çc. */
        readonly letters: string
        /** Frequent words whose bare form is no word of the language. */
        readonly words: string
        /** Bare forms that are words too, by an expression for the English that has what they mean. */
        readonly unless?: Readonly<Record<string, string>> | undefined
        /** A text of so many letters without one of those is suspect. */
        readonly expectedWithin: number
        /** A text of so many is not written with the right keyboard. */
        readonly certainWithin: number
      }
    | undefined
  /**
   * How its words are searched, in the plain small Latin letters that a reader may type instead of its own: spellings that stand
   * for others, and what changes in stems, by expressions; endings that are inflection, or an article,
   * and how many letters stand at least before one of several letters.
   */
  readonly search?: Stemming | undefined
  /** Words that may stand twice in a row. */
  readonly doubledWords?: string | undefined
  /** Where any word may be doubled for what it then means (Turkish “satır satır” is “line by line”): the words that never are. */
  readonly neverDoubled?: string | undefined
  /** Two standards of the language, and frequent words of one beside those of the other; `$` ends a whole word. */
  readonly dialects?: { readonly names: readonly [string, string]; readonly words: readonly string[] } | undefined
  /** Where a dictionary may be: an npm package, or files without their endings. The first that is there is taken. */
  readonly dictionaries?: readonly string[] | undefined
  /** How a dictionary is installed. */
  readonly dictionaryInstall?: string | undefined
  readonly hyphenation?:
    | {
        /** A set of patterns of the package `hyphen`. */
        readonly patterns: string
        /** Prefixes that the patterns part wrongly. */
        readonly prefixes?: string | undefined
        /** An expression of beginnings that no part of a word has, though the patterns give them. */
        readonly noBeginning?: string | undefined
      }
    | undefined
  /** How long a translation is beside its English, in characters. */
  readonly proportion?: number | undefined
  /** Whether names of other languages keep their spelling. */
  readonly keepsNames?: boolean | undefined
}

/** How words of several parts begin with a number, and what they count: trevjeçar, тригодишен. */
export interface CompoundData {
  /** The beginnings for 1, 2 and so on; several are parted by a bar. */
  readonly units: readonly string[]
  /** Those for 20, 30 and so on. */
  readonly tens: readonly string[]
  /** Beginnings of what is counted. */
  readonly counted: string
  /** Words for parts of a whole, by the number of parts. */
  readonly parts: Readonly<Record<string, string>>
}

/** The scripts that editions are written in. */
export type Script = 'Latin' | 'Cyrillic'

/** A pack as the pipeline uses it. */
export interface Pack extends PackData {
  readonly tag: Tag
  readonly locale: string
  readonly script: Script
}

/** An expression that finds nothing, for what a pack does not say. */
export const NOTHING = '(?!)'
