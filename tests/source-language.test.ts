import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, type SmallPublication } from './small-publication.ts'

/** A publication whose documents are written in Albanian, but for a partner’s, which is in Macedonian. */
const FILES = {
  'content/publication.yaml': 'title: Biblioteka\npublisher: Qendra\nsource: sq\neditions: [en, mk, sr-Latn]\n',
  'content/raport/document.md': `---
title: Raporti vjetor
kind: report
description: Çfarë u bë gjatë vitit.
date: 2025-03-01
---

# Raporti vjetor

Më 6 qershor 2018 u mblodhën 24 pjesëmarrës nga pesë vende dhe thanë: “Gjuha na bashkon”.

Shpenzimet ishin 1.250 euro.
`,
  'content/partner/document.md': `---
title: Белешка
kind: report
description: Кратка белешка.
date: 2025-03-02
language: mk
---

На состанокот дојдоа 12 луѓе.
`,
}

const TRANSLATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    'Raporti vjetor': 'Annual report',
    'Çfarë u bë gjatë vitit.': 'What was done in the year.',
    'Më 6 qershor 2018 u mblodhën 24 pjesëmarrës nga pesë vende dhe thanë: “Gjuha na bashkon”.':
      'On 6 June 2018, 24 participants from five countries met and said: “Language unites us”.',
    'Shpenzimet ishin 1.250 euro.': 'The costs were 1,250 euros.',
    Qendra: 'The Centre',
    Белешка: 'A note',
    'Кратка белешка.': 'A short note.',
    'На состанокот дојдоа 12 луѓе.': '12 people came to the meeting.',
  },
  mk: {
    'Raporti vjetor': 'Годишен извештај',
    'Çfarë u bë gjatë vitit.': 'Што е направено во годината.',
    'Më 6 qershor 2018 u mblodhën 24 pjesëmarrës nga pesë vende dhe thanë: “Gjuha na bashkon”.':
      'На 6 јуни 2018 година се собраа 24 учесници од пет земји и рекоа: „Јазикот нѐ обединува“.',
    'Shpenzimet ishin 1.250 euro.': 'Трошоците беа 1.250 евра.',
    Qendra: 'Центар',
  },
  'sr-Cyrl': {
    'Raporti vjetor': 'Годишњи извештај',
    'Çfarë u bë gjatë vitit.': 'Шта је урађено током године.',
    'Më 6 qershor 2018 u mblodhën 24 pjesëmarrës nga pesë vende dhe thanë: “Gjuha na bashkon”.':
      'Дана 6. јуна 2018. окупила су се 24 учесника из пет земаља и рекла: „Језик нас спаја”.',
    'Shpenzimet ishin 1.250 euro.': 'Трошкови су били 1.250 евра.',
    Qendra: 'Центар',
    Белешка: 'Белешка',
    'Кратка белешка.': 'Кратка белешка.',
    'На состанокот дојдоа 12 луѓе.': 'На састанак је дошло 12 људи.',
  },
}

let publication: SmallPublication

beforeAll(() => {
  publication = createPublication(FILES)
  publication.run('sync')
  for (const [tag, translations] of Object.entries(TRANSLATIONS)) {
    for (const [file, source] of [
      ['raport', 'sq/raport'],
      ['partner', 'mk/partner'],
      ['site', ''],
    ] as const) {
      const path = `locales/${tag}/${file}.json`
      if (path === `locales/${source}.json`) continue
      const texts = JSON.parse(publication.read(path)) as Record<string, string>
      const sources =
        source === '' ? { publisher: 'Qendra' } : (JSON.parse(publication.read(`locales/${source}.json`)) as Record<string, string>)
      const translated = Object.entries(texts).map(([key, text]) => [key, translations[sources[key] ?? ''] ?? text])
      publication.write(path, JSON.stringify(Object.fromEntries(translated), null, 2))
    }
  }
})

afterAll(() => publication.remove())

test('documents in another language than English are translated, checked and published', () => {
  expect(publication.run('sync').status).toBe(0)
  expect(publication.run('check', '--severity', 'warning')).toEqual({ status: 0, said: 'No problems in en, mk, sr-Latn.\n' })
  const rows = publication.run('status').said.match(/\d+ of \d+/g)!
  expect(rows.length).toBe(9)
  for (const row of rows) expect(row.split(' of ')[0]).toBe(row.split(' of ')[1])
  const built = publication.run('build', '--format', 'html')
  expect(built.status).toBe(0)
  expect(built.said).not.toContain('DRAFT')
  expect(publication.read('output/en/raport/index.html')).toMatch(/<html lang="en"[^]*The costs were 1,250 euros\./)
  expect(publication.read('output/sr-Latn/raport/index.html')).toMatch(/Dana\u00A06\.\u00A0juna 2018\.|Dana 6\.\u00A0juna 2018\./)
})

test('a document may name its own language, whose edition needs no translation', () => {
  publication.run('build', '--format', 'html')
  const macedonian = publication.read('output/mk/partner/index.html')
  expect(macedonian).toContain('На состанокот дојдоа 12 луѓе.')
  expect(macedonian).not.toContain('class="fallback"')
  expect(publication.read('output/en/partner/index.html')).toContain('12 people came')
})

test('what is not translated stands in the language of its source, marked as such', () => {
  publication.write('content/partner/document.md', `${FILES['content/partner/document.md']}\nНова реченица.\n`)
  expect(publication.run('build', '--format', 'html').said).toContain('DRAFT')
  expect(publication.read('output/en/partner/index.html')).toMatch(/<p[^>]* lang="mk"[^>]*>.*Нова реченица\./)
})

test('numbers, dates and quotation marks are held against the source', () => {
  const path = 'locales/en/raport.json'
  const right = publication.read(path)
  publication.write(path, right.replace('6 June', '6 July').replace('1,250', '1,350'))
  const { said, status } = publication.run('check', '--severity', 'warning')
  publication.write(path, right)
  expect(status).toBe(1)
  expect(said).toMatch(/error dates/)
  expect(said).toMatch(/error numbers/)
})
