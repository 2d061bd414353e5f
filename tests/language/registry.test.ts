import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as v from 'valibot'
import { packSchema } from '../../pipeline/publication/pack-schema.ts'
import { lacks } from '../../pipeline/language/lacks.ts'
import { knownTags, packOf } from '../../pipeline/language/registry.ts'
import { expectedTag } from '../../pipeline/language/tags.ts'

describe.each(knownTags())('the pack of %s', (tag) => {
  const file = `pipeline/language/packs/${tag}/pack.json`

  test('is what a publication could bring itself', () => {
    expect(v.safeParse(packSchema, JSON.parse(readFileSync(file, 'utf8'))).issues).toBeUndefined()
  })

  test('has the plurals of CLDR, where that has the language', () => {
    const { plurals, locale } = packOf(tag)
    if (plurals && locale === tag)
      expect(plurals.toSorted()).toEqual(new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted())
    expect(Intl.NumberFormat.supportedLocalesOf(locale)).toEqual([locale])
  })

  test('says how a dictionary that npm does not have is installed', () => {
    const { dictionaries = [], dictionaryInstall } = packOf(tag)
    expect(dictionaries.every((each) => each.startsWith('/')) && dictionaries.length > 0).toBe(dictionaryInstall !== undefined)
  })

  test('has each of its fields once', () => {
    const fields = readFileSync(file, 'utf8').match(/^ {2}"\w+":/gm)!
    expect(fields).toEqual([...new Set(fields)])
  })

  test('has words whose diacritics are to be seen, and no word twice in a row of numbers', () => {
    const { diacritics, numbers } = packOf(tag)
    for (const word of diacritics?.words.split(' ') ?? []) {
      expect(Array.from(word).some((letter) => diacritics!.letters.split(' ').some(([own]) => own === letter))).toBe(true)
    }
    for (const row of [...(numbers?.cardinals ?? []), ...(numbers?.ordinals ?? [])])
      expect(new Set(row.split(' ')).size).toBe(row.split(' ').length)
  })
})

test('nothing is lacking of the languages that are shipped, but for Romani, of which CLDR has nothing', () => {
  expect(knownTags().filter((tag) => lacks(tag).length > 0)).toEqual(['rom'])
  expect(lacks('rom').map(({ field }) => field)).toEqual([
    'locale',
    'numbers',
    'clock',
    'timeUnits',
    'negation',
    'acronyms',
    'hyphenation',
    'dictionaries',
  ])
})

test.each([
  ['sr', 'sr-Cyrl or sr-Latn'],
  ['SQ', 'sq'],
  ['sr_latn', 'sr-Latn'],
  ['sr-cyrl-RS', 'sr-Cyrl'],
  ['cnr', 'cnr-Cyrl or cnr-Latn'],
  ['bs', 'bs-Cyrl or bs-Latn'],
  ['al', 'sq'],
  ['xk', 'sq'],
  ['rs', 'sr-Cyrl or sr-Latn'],
  ['ba', 'bs-Cyrl or bs-Latn'],
  ['me', 'cnr-Cyrl or cnr-Latn'],
  ['gb', 'en'],
  ['Turkish', 'tr'],
  ['shqip', 'sq'],
  ['Türkçe', 'tr'],
  ['Romani', 'rom'],
  ['en-US', 'en'],
  ['sqq', 'sq'],
  ['Turksih', 'tr'],
])('who writes “%s” is told %s', (written, expected) => {
  expect(expectedTag(written)).toBe(expected)
})

test.each(['xx', 'zz', 'eu', 'qq', 'sg', 'si', 'un', 'aa'])(
  'of “%s”, which is no country with a language that has a pack, no tag is likely meant',
  (written) => {
    expect(expectedTag(written)).toMatch(/^one of bg, .*, tr; for another, a pack in languages\/../)
  },
)

test('who writes the tag of a language without a pack is told how one is brought along, and of right-to-left why it cannot be', () => {
  expect(expectedTag('hu')).toContain('languages/hu/pack.yaml')
  expect(expectedTag('ar')).toContain('from right to left')
  expect(expectedTag('klingon!')).toMatch(/^one of bg, .*, tr$/)
})

/** Domains of countries and elements of HTML stand in expressions too. */
const COUNTRY_OR_ELEMENT: ReadonlySet<string> = new Set(['bg', 'hr', 'mk', 'tr'])

/** English as the default is named where nothing else is known; rules for the English language are rules of that language. */
test('no file outside the packs names the tag of a language', () => {
  const tags = knownTags().filter((tag) => tag !== 'en')
  // A row of a table in HTML and in Word is a tr too, and a rule across the page an hr.
  const isElement = (file: string, tag: string): boolean =>
    (tag === 'tr' || tag === 'hr') && /^(?:pipeline\/(?:html|epub|docx|authoring|exchange\/tables)\/|templates\/)/.test(file)
  const named = globSync(['pipeline/**/*.{ts,js,css}', 'templates/**/*.{hbs,css,js}'])
    .filter((file) => !file.startsWith('pipeline/language/'))
    .flatMap((file) => {
      const code = readFileSync(file, 'utf8').replaceAll(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*/g, '')
      // What a rule tells of itself, and a command of its options, is an example in words.
      const told = code.replaceAll(/^\s*(?:meaning|example|bad|good|expected|in|message|remedy): .*$|such as [\w, [\]-]+/gm, '')
      // A tag with a script is one wherever it stands; others are words too, but between quotation marks, in paths and in selectors.
      const namedBy = (tag: string): RegExp =>
        tag.includes('-')
          ? new RegExp(`\\b${tag}\\b`, 'i')
          : new RegExp(`(['"\`/])${tag}\\1|['"\`/]${tag}/|lang\\W{1,3}${tag}\\b|[|(]${tag}[|)]${COUNTRY_OR_ELEMENT.has(tag) ? '(?!)' : ''}`)
      return tags.flatMap((tag) => (namedBy(tag).test(told) && !isElement(file, tag) ? [`${file}: ${tag}`] : []))
    })
  expect(named).toEqual([])
})

test('no file outside the packs calls for what one language can by its name', () => {
  const byName = globSync('pipeline/**/*.{ts,js}')
    .filter((file) => !file.startsWith('pipeline/language/'))
    .filter((file) => /language\/(?:serbian-latin|gaj-cyrillic|latin-in-cyrillic)/.test(readFileSync(file, 'utf8')))
  expect(byName).toEqual([])
})
