/** What a language pack’s file may say, told in words for whoever writes one. The fields are described in language/pack.ts. */
import * as v from 'valibot'
import { DERIVATIONS } from '../language/derivations.ts'
import type { PackData } from '../language/pack.ts'
import { isTag } from '../language/registry.ts'
import { canonicalTag, expectedTag } from '../language/tags.ts'
import { byName, filled, group } from './schema.ts'

const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other']

const words = filled('words, parted by spaces')
const flag = v.boolean('true or false')
const texts = v.array(filled('a text'), 'a list of texts')
const expression = v.pipe(filled('an expression'), v.check(isExpression, 'a regular expression of JavaScript'))
const marks = v.pipe(
  filled('an opening and a closing mark with a space between, such as „ “'),
  v.regex(/^\S+ \S+$/u, 'an opening and a closing mark with a space between, such as „ “'),
)
/** Values by names that the pack’s writer chooses. */
const named = <Value>(value: v.GenericSchema<unknown, Value>, expected: string, name?: v.GenericSchema<string, string>) =>
  v.pipe(
    byName(value, expected, name),
    v.transform((values): Readonly<Record<string, Value>> => Object.fromEntries(values)),
  )
const numbered = (value: v.GenericSchema<unknown, string>, expected: string) =>
  named(value, expected, v.pipe(v.string(), v.regex(/^\d+$/, 'a number')))

const month = group({ names: words, endings: v.optional(words) })
const locale = v.pipe(
  filled('the tag of a locale that Intl knows, such as de'),
  v.check(
    (tag) => canonicalTag(tag) !== undefined && Intl.NumberFormat.supportedLocalesOf(tag).length > 0,
    'the tag of a locale that Intl knows, such as de',
  ),
)
const anotherTag = v.pipe(
  filled('the tag of a language that has a pack'),
  v.check(isTag, ({ input }) => expectedTag(input)),
)

const compounds = group({ units: texts, tens: texts, counted: expression, parts: numbered(expression, 'words by the number of parts') })

/** A language pack. */
export const packSchema: v.GenericSchema<unknown, PackData> = group({
  sources: v.optional(texts),
  autonym: v.optional(filled('the language’s name for itself')),
  names: v.optional(named(filled('a name'), 'names by the tag of the language that has them')),
  territories: v.optional(named(filled('a name'), 'names by the codes of territories, such as MK')),
  word: v.optional(filled('the language’s word for “language”')),
  inAddresses: v.optional(words),
  locale: v.optional(locale),
  family: v.optional(filled('the name of a family of languages')),
  plurals: v.optional(v.array(v.picklist(PLURALS, `one of ${PLURALS.join(', ')}`), 'a list of plural categories')),
  derivedFrom: v.optional(
    group({ language: anotherTag, by: v.picklist(Object.keys(DERIVATIONS), `one of ${Object.keys(DERIVATIONS).join(', ')}`) }),
  ),
  alphabet: v.optional(
    group({
      letters: filled('the letters in lower case, with nothing between'),
      borrowed: v.optional(filled('letters in lower case, with nothing between')),
      words: v.optional(filled('letters in lower case, with nothing between')),
    }),
  ),
  typography: v.optional(
    group({
      quotes: v.optional(marks),
      innerQuotes: v.optional(marks),
      otherQuotes: v.optional(v.array(marks, 'a list of pairs of marks')),
      dash: v.optional(v.string('the dash with the spaces around it, in quotation marks')),
      percent: v.optional(v.picklist(['closed', 'spaced', 'before'] as const, 'closed, spaced or before')),
      titles: v.optional(words),
      abbreviations: v.optional(texts),
      units: v.optional(words),
      numbered: v.optional(expression),
      ranged: v.optional(expression),
      repeatsHyphen: v.optional(flag),
      titleCapitals: v.optional(flag),
    }),
  ),
  dates: v.optional(
    group({
      months: v.optional(
        v.pipe(
          v.array(month, 'a list of rows of names'),
          v.check(
            (rows) => monthsIn(rows) > 0 && monthsIn(rows) % 12 === 0,
            'the names of twelve months, January first, in rows that share their endings; then twelve other names, if there are',
          ),
        ),
      ),
      weekdays: v.optional(
        v.pipe(
          expression,
          v.check((days) => days.split(' ').length === 7, 'seven expressions, Monday first'),
        ),
      ),
      capitals: v.optional(flag),
      numeric: v.optional(v.pipe(filled('such as {day}.{month}.{year}'), v.check(hasDay, 'a form with {day}, {month} and {year}'))),
      written: v.optional(filled('a date in words, such as 6 June 2018')),
      between: v.optional(expression),
      articles: v.optional(expression),
      of: v.optional(expression),
      year: v.optional(expression),
      form: v.optional(v.pipe(filled('such as {day} {month} {year}'), v.check(hasDay, 'a form with {day}, {month} and {year}'))),
    }),
  ),
  ordinals: v.optional(
    group({
      example: filled('an ordinal in figures, such as 6.'),
      joined: v.optional(words),
      sign: v.optional(filled('the sign before an ending')),
      dropped: v.optional(words),
      decades: v.optional(words),
      dotted: v.optional(flag),
      day: v.optional(v.picklist(['dotted', 'plain'] as const, 'dotted or plain')),
      dayExample: v.optional(filled('a day and its month')),
    }),
  ),
  clock: v.optional(group({ later: expression, half: expression, quarter: expression, hours: v.optional(expression) })),
  timeUnits: v.optional(
    group({
      second: expression,
      minute: expression,
      hour: expression,
      day: expression,
      week: expression,
      month: expression,
      year: expression,
    }),
  ),
  negation: v.optional(group({ sure: expression, idioms: v.optional(expression), any: expression })),
  numbers: v.optional(
    group({
      endings: v.optional(named(words, 'endings by a name')),
      cardinals: twenty('the words for 1 to 20, each in all its forms'),
      ordinals: twenty('the words for 1st to 20th, each in all its forms'),
      round: numbered(expression, 'expressions by their number: 0, 30 to 90, 100, 1000'),
      none: v.optional(expression),
      and: v.optional(words),
      magnitudes: v.optional(numbered(expression, 'expressions by the number of zeros')),
      measures: v.optional(expression),
      teensApart: v.optional(flag),
      compounds: v.optional(compounds),
    }),
  ),
  acronyms: v.optional(named(filled('forms, parted by bars'), 'forms by the English acronym')),
  diacritics: v.optional(
    group({
      letters: v.pipe(
        filled('each letter beside its base, such as ëe çc'),
        v.regex(/^\S\S(?: \S\S)*$/u, 'each letter beside its base, such as ëe çc'),
      ),
      words,
      unless: v.optional(named(expression, 'expressions by the bare word')),
      expectedWithin: v.number('a number of letters'),
      certainWithin: v.number('a number of letters'),
    }),
  ),
  search: v.optional(
    group({
      spellings: v.optional(named(v.string('what stands for it'), 'what stands for a spelling, by its expression', expression)),
      endings: v.optional(words),
      shortest: v.optional(v.pipe(v.number('a number of letters'), v.minValue(1, 'at least 1'))),
      stems: v.optional(named(v.string('what stands for it'), 'what stands for a part of a stem, by its expression', expression)),
    }),
  ),
  doubledWords: v.optional(words),
  neverDoubled: v.optional(words),
  dialects: v.optional(
    group({
      names: v.tuple([filled('a name'), filled('a name')], 'the names of the two'),
      words: v.array(marks, 'a list of pairs: the beginning of a word in one, and in the other'),
    }),
  ),
  letterForms: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'a language of OpenType, such as SRB'))),
  dictionaries: v.optional(texts),
  dictionaryInstall: v.optional(filled('how the dictionary is installed')),
  hyphenation: v.optional(
    group({
      patterns: v.pipe(filled('a set of patterns'), v.check(hasPatterns, 'a set of patterns of the package hyphen, such as de-1996')),
      prefixes: v.optional(words),
      noBeginning: v.optional(expression),
    }),
  ),
  proportion: v.optional(v.pipe(v.number('a number such as 1.1'), v.minValue(0.3, 'at least 0.3'), v.maxValue(3, 'at most 3'))),
  keepsNames: v.optional(flag),
})

function twenty(expected: string) {
  return v.pipe(v.array(words, expected), v.length(20, expected))
}

function monthsIn(rows: readonly { readonly names: string }[]): number {
  return rows.reduce((sum, { names }) => sum + names.split(/\s+/).length, 0)
}

function hasDay(form: string): boolean {
  return ['{day}', '{month}', '{year}'].every((part) => form.includes(part))
}

function isExpression(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp
  } catch {
    return false
  }
}

function hasPatterns(name: string): boolean {
  try {
    return /^[\w-]+$/.test(name) && import.meta.resolve(`hyphen/patterns/${name}.js`) !== ''
  } catch {
    return false
  }
}
