import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readExample } from '../../pipeline/start/examples.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const NAMES = readdirSync('templates/examples').toSorted()
const EDITIONS = ['en', 'sq', 'mk', 'sr-Cyrl', 'sr-Latn', 'hr', 'bs-Latn', 'cnr-Latn', 'tr', 'bg']
/** What the forms of print are, by the example that shows it, and how many pages its longest edition has at most. */
const FORMS = { letter: 1, brief: 4, report: 8 }

const PUBLISHER = {
  sq: ['Shoqata për Ajër të Pastër', 'Shoqata u ndihmon komunave ta matin ajrin.'],
  mk: ['Здружение за чист воздух', 'Здружението им помага на општините да го мерат воздухот.'],
  'sr-Cyrl': ['Удружење за чист ваздух', 'Удружење помаже општинама да мере ваздух.'],
  hr: ['Udruga za čist zrak', 'Udruga pomaže općinama mjeriti zrak.'],
  'bs-Latn': ['Udruženje za čist zrak', 'Udruženje pomaže općinama da mjere zrak.'],
  'cnr-Latn': ['Udruženje za čist vazduh', 'Udruženje pomaže opštinama da mjere vazduh.'],
  tr: ['Temiz Hava Derneği', 'Dernek, belediyelerin havayı ölçmesine yardımcı olur.'],
  bg: ['Сдружение за чист въздух', 'Сдружението помага на общините да измерват въздуха.'],
}

let publication: SmallPublication

beforeAll(async () => {
  const files = await Promise.all(NAMES.map(readExample))
  publication = createPublication({
    'content/publication.yaml': `title: Papers on air\npublisher: Association for Clean Air\nabout: The association helps municipalities to measure the air.\ntheme: { accent: "#1f5c4d" }\neditions: [${EDITIONS.join(', ')}]\n`,
    ...Object.fromEntries(
      Object.entries(PUBLISHER).map(([tag, [publisher, about]]) => [
        `locales/${tag}/site.json`,
        JSON.stringify({ publisher, 'publisher.about': about }),
      ]),
    ),
    ...Object.fromEntries(files.flatMap((each) => [...each])),
  })
})

afterAll(() => publication.remove())

test('there is one for each form', () => {
  expect(NAMES).toEqual(Object.keys(FORMS).toSorted())
})

test('they are without findings in every language', () => {
  publication.run('sync')
  // Which words a dictionary has is told where one is installed.
  const { said } = publication.run('check', '--format', 'json')
  const problems = JSON.parse(said) as readonly { readonly rule: string; readonly file: string; readonly line: number }[]
  expect(problems.filter(({ rule }) => rule !== 'spelling')).toEqual([])
})

describe('as they are published', () => {
  beforeAll(() => {
    const { status, said } = publication.run('build', '--strict')
    if (status !== 0) throw new Error(said)
  })

  test('they conform', () => {
    expect(publication.run('verify')).toMatchObject({ status: 0 })
  })

  test.each(EDITIONS.flatMap((tag) => Object.entries(FORMS).map(([name, most]) => [tag, name, most] as const)))(
    'in %s the %s has no more than %s pages',
    async (tag, name, most) => {
      expect((await publication.pdf(tag, name)).numPages).toBeLessThanOrEqual(most)
    },
  )
})
