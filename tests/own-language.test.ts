import { afterEach, expect, test } from 'vitest'
import { createPublication, type SmallPublication } from './small-publication.ts'

const DOCUMENT = `---
title: What three meetings found
kind: report
description: A short report.
date: 2018-06-06
reference: "2018/14"
---

# What three meetings found

On 6 June 2018, twelve participants from five countries met and said: “Language unites us.” It cost 1,250 euros.
`

/** What somebody without TypeScript wrote of Slovene: a few lines. */
const PACK = `sources: [Slovenski pravopis 2001]
word: jezik
plurals: [one, two, few, other]
alphabet: { letters: abcdefghijklmnopqrstuvwxyzčšž, words: aiokshvz }
typography: { quotes: „ “, otherQuotes: [» «], dash: " – ", titles: g. ga. dr. }
hyphenation: { patterns: sl }
`

const TEXTS = [
  'Kaj so pokazala tri srečanja',
  'Kratko poročilo.',
  'Dne 6.\u00A0junija 2018 se je srečalo dvanajst udeležencev iz petih držav in reklo: „Jezik nas združuje.“ Stalo je 1.250 evrov.',
]

const publications: SmallPublication[] = []

function create(files: Readonly<Record<string, string>>, editions = '[sl, en]'): SmallPublication {
  const publication = createPublication({
    'content/publication.yaml': `title: Library\npublisher: The Centre\neditions: ${editions}\n`,
    'content/paper/document.md': DOCUMENT,
    ...files,
  })
  publications.push(publication)
  return publication
}

afterEach(() => publications.splice(0).forEach((publication) => publication.remove()))

test('a pack in the publication’s own languages/ gives an edition, and what it lacks is told once', () => {
  const publication = create({ 'languages/sl/pack.yaml': PACK })
  expect(publication.run('sync').status).toBe(0)
  const keys = Object.keys(JSON.parse(publication.read('locales/sl/paper.json')) as object)
  publication.write('locales/sl/paper.json', JSON.stringify(Object.fromEntries(keys.map((key, at) => [key, TEXTS[at]]))))

  const { said } = publication.run('check', '--edition', 'sl')
  const findings = said.split('\n').filter((line) => /\[(?:error|warning|info)/.test(line) && !line.includes('site.json'))
  expect(findings.map((line) => /\[(.*)\]/.exec(line)![1])).toEqual(['info pack-lacks'])
  expect(said).toMatch(/Numbers in words are not held against the source\./)
  expect(said).not.toContain('not parted')

  expect(publication.run('build').status).toBe(0)
  const page = publication.read('output/sl/paper/index.html').replaceAll('\u00A0', ' ')
  expect(page).toMatch(/<html lang="sl"/)
  expect(page).toContain('6. junij 2018')
  expect(page).toContain('slovenščina')
  expect(publication.run('verify')).toMatchObject({ status: 0 })

  publication.write(
    'locales/sl/paper.json',
    publication.read('locales/sl/paper.json').replace('junija', 'julija').replace('„Jezik', '«Jezik'),
  )
  expect(publication.run('check', '--edition', 'sl').said).toMatch(/\[error dates\][^]*\[warning quotes\]/)
})

test('a pack of a language that is shipped changes single fields of it', () => {
  const publication = create({ 'languages/sq/pack.yaml': 'typography: { quotes: « », otherQuotes: [] }\n' }, '[sq, en]')
  publication.run('sync')
  const keys = Object.keys(JSON.parse(publication.read('locales/sq/paper.json')) as object)
  const texts = ['Tri takime', 'Raport.', 'Më 6 qershor 2018 dymbëdhjetë veta nga pesë vende thanë: “Gjuha na bashkon.” Kushtoi 1250 euro.']
  publication.write('locales/sq/paper.json', JSON.stringify(Object.fromEntries(keys.map((key, at) => [key, texts[at]]))))
  expect(publication.run('check', '--edition', 'sq').said).toMatch(/\[warning quotes\]\n\s+found\s+.*“Gjuha.*\n\s+expected\s+«…»/)
})

test.each([
  ['a field that there is not', { 'languages/sl/pack.yaml': 'wort: jezik\n' }, /languages\/sl\/pack\.yaml:1:1 .*“wort” is not known here/],
  [
    'a value of the wrong form',
    { 'languages/sl/pack.yaml': 'word: jezik\nproportion: long\n' },
    /languages\/sl\/pack\.yaml:2:\d+ [^]*expected\s+a number such as 1\.1/,
  ],
  [
    'quotation marks that are no pair',
    { 'languages/sl/pack.json': '{"typography": {"quotes": "„"}}' },
    /pack\.json:1:\d+ [^]*an opening and a closing mark/,
  ],
  [
    'eleven months',
    { 'languages/sl/pack.yaml': `dates: { months: [{ names: ${'mesec '.repeat(11).trim()} }] }\n` },
    /the names of twelve months/,
  ],
  ['a file of another name', { 'languages/sl/pack.yml': 'word: jezik\n' }, /languages\/sl\/pack\.yml [^]*perhaps pack\.yaml/],
  ['a pack without a folder', { 'languages/sl.yaml': 'word: jezik\n' }, /languages\/sl\.yaml [^]*expected\s+languages\/sl\/pack\.yaml/],
  ['an expression that is none', { 'languages/sl/pack.yaml': 'clock: { later: "(", half: a, quarter: b }\n' }, /a regular expression/],
  [
    'patterns that there are not',
    { 'languages/sl/pack.yaml': 'hyphenation: { patterns: ../../package }\n' },
    /a set of patterns of the package hyphen/,
  ],
  [
    'plurals other than CLDR’s',
    { 'languages/sl/pack.yaml': 'plurals: [one, other]\n' },
    /contradict those of CLDR[^]*expected\s+one, two, few, other/,
  ],
  ['a folder with no language’s name', { 'languages/slovene!/pack.yaml': 'word: jezik\n' }, /no language tag/],
  ['a tag in another form', { 'languages/SL/pack.yaml': 'word: jezik\n' }, /expected\s+sl\n/],
  ['a language from right to left', { 'languages/ar/pack.yaml': 'word: لغة\n' }, /from right to left/],
])('%s is refused with its place, and nothing is written', (_, files, expected) => {
  const publication = create(files)
  const { status, said } = publication.run('sync')
  expect(status).toBe(2)
  expect(said).toMatch(expected)
  expect(() => publication.read('locales/en/paper.json')).toThrow('ENOENT')
})
