import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublication, linesOf, png, type SmallPublication } from '../small-publication.ts'

const TABLE = '| Town | People |\n| --- | --- |\n| One | 5 |\n'
const front = (form: string): string =>
  `---\ntitle: A paper\nkind: Paper\nform: ${form}\ndescription: A paper for the tests.\ndate: 2018-06-08\n---\n\n## One\n\n`
const figure = (caption: string): string => `![A map](map.png "${caption}")`

/** A document by its name, and the captions that it has in English, with those of their kinds that have numbers. */
const DOCUMENTS: Readonly<
  Record<string, { readonly form?: string; readonly body: readonly string[]; readonly captions: readonly string[] }>
> = {
  plain: {
    body: [figure('The towns'), `Table: The people\n\n${TABLE}`, figure('The roads'), `Table: The trains\n\n${TABLE}`],
    captions: ['Figure 1. The towns', 'Table 1: The people', 'Figure 2. The roads', 'Table 2: The trains'],
  },
  numbered: {
    body: [figure('Map 1: the towns'), figure('The roads'), `Table A.1. The people\n\n${TABLE}`],
    captions: ['Map 1: the towns', 'The roads', 'Table A.1. The people'],
  },
  dated: {
    body: [figure('In 2018: the towns'), figure('Towns A and B')],
    captions: ['Figure 1. In 2018: the towns', 'Figure 2. Towns A and B'],
  },
  letter: { form: 'letter', body: [figure('The minister')], captions: ['The minister'] },
}

let publication: SmallPublication

beforeAll(() => {
  const files = Object.entries(DOCUMENTS).flatMap(([name, { form = 'brief', body }]) => [
    [`content/${name}/document.md`, front(form) + body.join('\n\n')] as const,
    [`content/${name}/map.png`, png(400, 200)] as const,
  ])
  publication = createPublication({
    'content/publication.yaml': 'title: Tests\npublisher: The tests\neditions: [en, mk, sr-Latn]\n',
    ...Object.fromEntries(files),
  })
  publication.run('sync')
  const file = 'locales/mk/plain.json'
  const texts = JSON.parse(publication.read(file)) as Record<string, string>
  const translated: Record<string, string> = { 'The towns': 'Градовите', 'Table: The people': 'Табела: Луѓето' }
  const english = JSON.parse(publication.read('locales/en/plain.json')) as Record<string, string>
  publication.write(file, JSON.stringify(Object.fromEntries(Object.keys(texts).map((key) => [key, translated[english[key]!] ?? '']))))
  const { status, said } = publication.run('build')
  if (status === 2) throw new Error(said)
})

afterAll(() => publication?.remove())

describe.each(Object.entries(DOCUMENTS))('the captions of %s', (name, { captions }) => {
  test('have their numbers on the web, once each', () => {
    const page = publication.read(`output/en/${name}/index.html`)
    const found = [...page.matchAll(/<(?:fig)?caption[^>]*>(.*?)<\/(?:fig)?caption>/gs)].map(([, words]) =>
      words!.replaceAll(/<[^>]+>/g, ''),
    )
    expect(found.map((each) => each.replaceAll('\u00A0', ' '))).toEqual(captions)
  })

  test('and in print', async () => {
    const lines = (await linesOf(await publication.pdf('en', name))).flat().map(({ text }) => text.replaceAll('\u00A0', ' '))
    for (const caption of captions) expect(lines).toContain(caption)
  })
})

test('stand in the language of the edition', () => {
  const plain = (tag: string): string =>
    publication
      .read(`output/${tag}/plain/index.html`)
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('\u00A0', ' ')
  expect(plain('mk')).toContain('Слика 1. Градовите')
  expect(plain('mk')).toContain('Табела 1: Луѓето')
  expect(plain('sr-Latn')).toContain('Slika 1.')
})
