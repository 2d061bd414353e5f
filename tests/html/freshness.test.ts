import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const text = (second: string, title = 'A paper'): string =>
  `---\ntitle: ${title}\nkind: report\ndescription: About it.\ndate: 2026-05-31\n---\n\n## One\n\nThe first text.\n\n## Two\n\n${second}\n`
const FORMER = 'The second text names 12 towns.'
const EDITED = 'The second text names 15 towns and villages.'

let small: SmallPublication
const catalog = 'locales/sr-Cyrl/paper.json'
const translated: Record<string, string> = {
  'A paper': 'Један рад',
  'About it.': 'О томе.',
  One: 'Један',
  'The first text.': 'Први текст.',
  Two: 'Два',
  [FORMER]: 'Други текст наводи 12 градова.',
}
const page = (tag: string): string => small.read(`output/${tag}/paper/index.html`)
const translate = (texts: Readonly<Record<string, string>>): void => {
  const english = JSON.parse(small.read('locales/en/paper.json')) as Record<string, string>
  small.write(
    catalog,
    JSON.stringify(Object.fromEntries(Object.entries(english).map(([key, value]) => [key, texts[value] ?? ''])), null, 2),
  )
}
const again = (...sync: readonly string[]): void => {
  for (const command of sync) small.run(command)
  small.run('build', '--format', 'html')
}

beforeAll(() => {
  small = createPublication({
    'content/publication.yaml': 'title: Papers\npublisher: A Centre\neditions: [sr-Cyrl, sr-Latn, en]\n',
    'content/paper/document.md': text(FORMER),
  })
  small.run('sync')
  translate(translated)
  again('sync')
})
afterAll(() => small.remove())

test('a translation says which state of the original it answers; what is written in the original’s language does not', () => {
  expect(page('sr-Cyrl')).toMatch(/<dt>Стање изворника<\/dt><dd>31\.\s(?:мај|маја) 2026\.<\/dd>/)
  expect(page('en')).not.toContain('State of the original')
  for (const tag of ['sr-Cyrl', 'sr-Latn', 'en']) expect(page(tag)).not.toContain('class="freshness"')
})

test('where the original is edited, each edition that answers the former text says so, by section, and what was changed', () => {
  small.write('content/paper/document.md', text(EDITED))
  again('sync')
  for (const [tag, said, section] of [
    ['sr-Cyrl', 'Изворник је у међувремену измењен у 1 одељку', 'Два'],
    ['sr-Latn', 'Izvornik je u međuvremenu izmenjen u 1 odeljku', 'Dva'],
  ] as const) {
    const shown = page(tag).match(/<details class="freshness">[^]*?<\/details>/)?.[0] ?? ''
    expect(shown).toContain(`<summary>${said}</summary>`)
    expect([...shown.matchAll(/<a href="#([^"]+)">(?:<[^>]*>)*([^<]+)/g)].map(([, href, words]) => [href, words])).toEqual([
      ['s-two', section],
    ])
    expect(shown).toMatch(/<p lang="en">The second text names <del>12<\/del><ins>15<\/ins> towns<ins> and villages<\/ins>\.<\/p>/)
  }
  expect(page('en')).not.toContain('class="freshness"')
})

test('where a title is edited too, the title page is a section, and punctuation is none', () => {
  small.write('content/paper/document.md', text(EDITED, 'A paper on towns').replace('The first text.', 'The first text!'))
  again('sync')
  expect(page('sr-Latn')).toMatch(/izmenjen u 2 odeljka[^]*<a href="#top">Naslovna strana<\/a>[^]*<a href="#s-two">/)
})

test('when the translation follows, no edition says so any longer', () => {
  translate({
    ...translated,
    'A paper on towns': 'Рад о градовима',
    'The first text!': 'Први текст!',
    [EDITED]: 'Други текст наводи 15 градова и села.',
  })
  // Without git, nobody but a person knows which of the two a text answers.
  small.run('sync')
  small.run('accept', '--edition', 'sr-Cyrl', ...Object.keys(JSON.parse(small.read('locales/en/paper.json')) as object))
  again()
  for (const tag of ['sr-Cyrl', 'sr-Latn', 'en']) expect(page(tag)).not.toContain('class="freshness"')
})
