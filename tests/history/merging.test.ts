import { afterEach, expect, test } from 'vitest'
import { serializeCatalog } from '../../pipeline/catalog/store.ts'
import { ALBANIAN, DOCUMENT, ENGLISH, LEDGER, Repository } from './repository.ts'

const YEAR = 'In the course of the year the committee met in Tirana.'
const TALKS = 'In the course of the talks nobody mentioned a river.'
const MIDDLE = 'Nobody had foreseen how quickly the river would rise.'
const LAST = 'Schools reopened within a fortnight.'
const START = ['Ticket prices follow the season.', MIDDLE, LAST, 'Trains were late for a week.']

const places: Repository[] = []
afterEach(() => places.splice(0).forEach((place) => place.remove()))

/** The same document on three branches: on two of them a text is added, translated and committed. */
async function added(isSynced: boolean): Promise<Repository> {
  const place = new Repository()
  places.push(place)
  place.paragraphs = START
  await place.sync()
  place.commit('first')
  for (const [name, text, at, translation] of [
    ['one', YEAR, 1, 'gjatë vitit'],
    ['other', TALKS, 4, 'gjatë bisedimeve'],
  ] as const) {
    place.git('checkout', '--quiet', '-b', name, 'main')
    place.paragraphs = START.toSpliced(at, 0, text)
    await place.sync()
    place.translate(keyOf(place, text), translation)
    if (isSynced) await place.sync()
    place.commit(name)
  }
  return place
}

function keyOf(place: Repository, english: string): string {
  return Object.entries(place.texts(ENGLISH)).find(([, text]) => text === english)![0]
}

async function translations(place: Repository): Promise<Record<string, string>> {
  const states = await place.states()
  return Object.fromEntries(
    [...states].flatMap(([english, { text, state }]) => (text === '' ? [] : [[english, `${text}: ${state.state}`]])),
  )
}

test.each([true, false])(
  'two texts that two branches gave one key are told apart, each with its translation: synced %s',
  async (isSynced) => {
    const place = await added(isSynced)
    place.tryGit('merge', '--quiet', '--no-edit', 'one')
    const expected = { [YEAR]: 'gjatë vitit: translated', [TALKS]: 'gjatë bisedimeve: translated' }
    expect(await translations(place)).toEqual(expected)
    await place.sync()
    place.commit('merged')
    expect(await translations(place)).toEqual(expected)
    expect(Object.keys(place.texts(ALBANIAN)).filter((key) => key.includes('in-the-course'))).toHaveLength(2)
  },
)

test('translations that a merge has put in the other order are stale, and not mistaken', async () => {
  const place = await added(false)
  place.tryGit('merge', '--quiet', '--no-edit', 'one')
  const key = keyOf(place, TALKS)
  const entries = Object.entries({ a: 'gjatë bisedimeve', b: 'gjatë vitit' }).map(([name, text], at) => [name, { text, position: { line: at + 1, column: 1 } }] as const) // prettier-ignore
  place.write(ALBANIAN, serializeCatalog(new Map(entries)).replaceAll(/"[ab]":/g, `${JSON.stringify(key)}:`))
  expect(await translations(place)).toEqual({ [YEAR]: 'gjatë bisedimeve: stale', [TALKS]: 'gjatë vitit: stale' })
})

test('of a half-merged ledger both sides are kept, and the next sync writes it whole', async () => {
  const place = new Repository()
  places.push(place)
  place.paragraphs = START
  await place.sync()
  const keys = Object.keys(place.texts(ENGLISH)).filter((key) => key.startsWith('start.'))
  for (const key of keys) place.translate(key, `${key} I`)
  await place.sync()
  place.commit('first')
  for (const [name, number] of [
    ['one', 'II'],
    ['other', 'III'],
  ] as const) {
    place.git('checkout', '--quiet', '-b', name, 'main')
    place.paragraphs = START.map((text) => text.replace('a week', `${number} weeks`))
    await place.sync()
    place.translate(keys[3]!, `${keys[3]} ${number}`)
    await place.sync()
    place.commit(name)
  }
  place.tryGit('merge', '--quiet', '--no-edit', 'one')
  expect(place.read(LEDGER)).toContain('<<<<<<<')
  for (const file of [DOCUMENT, ENGLISH, ALBANIAN]) place.git('checkout', '--theirs', file)
  const state = async () => (await place.states()).get('Trains were late for II weeks.')
  expect(await state()).toMatchObject({ text: `${keys[3]} II`, state: { state: 'translated' } })
  await place.sync()
  expect(place.read(LEDGER)).not.toContain('<<<<<<<')
  expect(await state()).toMatchObject({ text: `${keys[3]} II`, state: { state: 'translated' } })
  place.git('checkout', 'other', '--', ALBANIAN)
  expect(await state()).toMatchObject({ text: `${keys[3]} III`, state: { state: 'stale' } })
})
