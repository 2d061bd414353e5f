import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, type SmallPublication } from './small-publication.ts'

const DOCUMENT = `---
title: What three meetings found
kind: report
description: A short report.
date: 2018-06-06
---

# What three meetings found

On 6 June 2018, twelve participants from five countries met in the capital and said: “Language unites us.” Half of the 1,250 euros were spent on interpretation.

## Istanbul and its surroundings

The second meeting was held on 7 and 8 July, and 42% of those invited came.
`

/** The texts of the document in their order, in each language that is shipped besides the first five. */
const TRANSLATIONS = {
  tr: [
    'Üç toplantıda neler ortaya çıktı',
    'Kısa bir rapor.',
    '6 Haziran 2018’de beş ülkeden on iki katılımcı başkentte bir araya geldi ve “Dil bizi birleştirir.” dedi. 1.250 avronun yarısı çeviriye harcandı.',
    'İstanbul ve çevresi',
    'İkinci toplantı 7 ve 8 Temmuz’da yapıldı; çağrılanların %42’si geldi.',
    'Merkez',
  ],
  bg: [
    'Какво установиха три срещи',
    'Кратък доклад.',
    'На 6 юни 2018 г. дванадесет участници от пет страни се срещнаха в столицата и казаха: „Езикът ни обединява.“ Половината от 1250 евро бяха изразходвани за устен превод.',
    'Истанбул и околностите му',
    'Втората среща се проведе на 7 и 8 юли и дойдоха 42% от поканените.',
    'Център',
  ],
  hr: [
    'Što su pokazala tri sastanka',
    'Kratko izvješće.',
    'Dana 6. lipnja 2018. dvanaest sudionika iz pet zemalja sastalo se u glavnom gradu i reklo: „Jezik nas spaja.” Polovina od 1250 eura potrošena je na usmeno prevođenje.',
    'Istanbul i okolica',
    'Drugi sastanak održan je 7. i 8. srpnja, a došlo je 42\u00A0% pozvanih.',
    'Centar',
  ],
  'bs-Latn': [
    'Šta su pokazala tri sastanka',
    'Kratak izvještaj.',
    'Dana 6. juna 2018. dvanaest učesnika iz pet zemalja sastalo se u glavnom gradu i reklo: „Jezik nas spaja.” Polovina od 1.250 eura potrošena je na usmeno prevođenje.',
    'Istanbul i okolina',
    'Drugi sastanak održan je 7. i 8. jula, a došlo je 42% pozvanih.',
    'Centar',
  ],
  'cnr-Latn': [
    'Šta su pokazala tri sastanka',
    'Kratak izvještaj.',
    'Dana 6. juna 2018. dvanaest učesnika iz pet zemalja sastalo se u glavnom gradu i reklo: „Jezik nas spaja.” Polovina od 1.250 eura potrošena je na usmeno prevođenje.',
    'Istanbul i okolina',
    'Drugi sastanak održan je 7. i 8. jula, a došlo je 42% pozvanih.',
    'Centar',
  ],
  rom: [
    'So arakhle trin kidipa',
    'Jekh harno raporti.',
    'Ko 6 juni 2018, dešuduj manuša tari pandž phuva kidinde pe ano sherutno foro hem phende: „E ćhib kidela amen.“ Dopaš taro 1,250 evre gele ko nakhavipe.',
    'O Istanbul hem leskere trujal thana',
    'O dujto kidipe sas ko 7 hem 8 juli, hem avile 42% katar akharde.',
    'Centro',
  ],
} as const

const TAGS = Object.keys(TRANSLATIONS) as (keyof typeof TRANSLATIONS)[]

/** What is written from another letter by letter. */
const DERIVED = ['bs-Cyrl', 'cnr-Cyrl']

let publication: SmallPublication

beforeAll(() => {
  publication = createPublication({
    'content/publication.yaml': `title: Library\npublisher: The Centre\neditions: [${TAGS.join(', ')}, ${DERIVED.join(', ')}, en]\n`,
    'content/paper/document.md': DOCUMENT,
  })
  publication.run('sync')
  for (const tag of TAGS) {
    const translations = [...TRANSLATIONS[tag]]
    const path = `locales/${tag}/paper.json`
    const keys = Object.keys(JSON.parse(publication.read(path)) as object)
    publication.write(path, JSON.stringify(Object.fromEntries(keys.map((key, at) => [key, translations[at]])), null, 2))
    const site = Object.keys(JSON.parse(publication.read(`locales/${tag}/site.json`)) as object)
    publication.write(`locales/${tag}/site.json`, JSON.stringify(Object.fromEntries(site.map((key) => [key, key === 'publisher' ? translations.at(-1) : ''])), null, 2)) // prettier-ignore
  }
})

afterAll(() => publication.remove())

test('right translations have nothing that is told, but for the words around the text that Romani lacks', () => {
  publication.run('sync')
  const { said } = publication.run('check', '--severity', 'warning')
  const findings = said.split('\n').filter((line) => /\[(?:error|warning)/.test(line))
  expect(findings.filter((line) => !/^locales\/rom\/site\.json.*\[error missing\]/.test(line))).toEqual([])
})

test('each is printed as its language asks, and verify finds nothing', () => {
  expect(publication.run('build').status).toBe(0)
  expect(publication.run('verify')).toMatchObject({ status: 0 })
  const page = (tag: string): string => publication.read(`output/${tag}/paper/index.html`).replaceAll('\u00A0', ' ')
  expect(page('tr')).toMatch(/<html lang="tr"/)
  expect(page('tr')).toContain('6 Haziran 2018')
  expect(page('tr')).toContain('>İçindekiler<')
  expect(page('bg')).toContain('6 юни 2018 г.')
  expect(page('hr')).toContain('6. lipnja 2018.')
  expect(page('bs-Latn')).toContain('6. juni 2018.')
  expect(page('cnr-Latn')).toContain('6. jun 2018.')
  expect(page('rom')).toContain('6 juni 2018')
  for (const tag of TAGS) for (const text of TRANSLATIONS[tag].slice(0, -1)) expect(page(tag)).toContain(text.replaceAll('\u00A0', ' '))
  for (const tag of DERIVED) {
    expect(page(tag)).toMatch(new RegExp(`<html lang="${tag}"`))
    expect(page(tag)).toContain('дванаест учесника из пет земаља састало се у главном граду и рекло: „Језик нас спаја.”')
    expect(page(tag)).toContain('>Садржај<')
  }
  expect(page('bs-Cyrl')).toMatch(/6\. (?:јуни|јун) 2018\./)
  expect(page('cnr-Cyrl')).toContain('6. јун 2018.')
  // Faces know the Serbian forms of italic letters, and those of a language by that name alone.
  const [stylesheet] = /assets\/editions\.\w+\.css/.exec(page('bs-Cyrl'))!
  expect(publication.read(`output/${stylesheet}`)).toContain(":lang(bs-Cyrl) { font-language-override: 'SRB' }")
})

test('languages are called by their own names, Romani and Montenegrin too', () => {
  const page = publication.read('output/en/paper/index.html')
  for (const name of ['Türkçe', 'български', 'hrvatski', 'bosanski', 'crnogorski', 'босански', 'црногорски', 'romani ćhib'])
    expect(page).toContain(name)
})

const SLIPS = [
  ['tr', '6 Haziran', '6 Temmuz', 'dates'],
  ['tr', '1.250', '1.350', 'numbers'],
  ['tr', 'on iki', 'on üç', 'numbers'],
  ['tr', '“Dil bizi birleştirir.”', '„Dil bizi birleştirir.”', 'quotes'],
  ['tr', '%42', '42%', 'percent'],
  ['tr', 'İkinci', 'Иkinci', 'mixed-script'],
  ['bg', '6 юни', '6 юли', 'dates'],
  ['bg', 'дванадесет', 'тринадесет', 'numbers'],
  ['bg', 'страни', 'страны', 'foreign-letter'],
  ['bg', 'страни', 'cтрани', 'confusable'],
  ['hr', 'lipnja', 'srpnja', 'dates'],
  ['hr', 'dvanaest', 'trinaest', 'numbers'],
  ['hr', '42\u00A0%', '42%', 'percent'],
  ['bs-Latn', '6. juna', '6. jula', 'dates'],
  ['cnr-Latn', 'dvanaest', 'trinaest', 'numbers'],
  ['rom', '1,250', '1,350', 'numbers'],
] as const

test.each(SLIPS)('%s: “%s” written as “%s” is found by %s', (tag, right, wrong, rule) => {
  const path = `locales/${tag}/paper.json`
  const before = publication.read(path)
  expect(before).toContain(right)
  publication.write(path, before.replace(right, wrong))
  const { said } = publication.run('check', '--edition', tag)
  publication.write(path, before)
  expect(said).toMatch(new RegExp(`\\[(?:error|warning) ${rule}\\]`))
})
