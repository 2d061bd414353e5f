import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { ask, reply } from '../../pipeline/catalog/ask.ts'
import { idOf, joinQuestions, parseQuestions, serializeQuestions } from '../../pipeline/catalog/questions.ts'
import { readTextCollection } from '../../pipeline/catalog/text-collection.ts'
import type { Question, QuestionsByKey } from '../../pipeline/model/question.ts'
import { readPublication } from '../../pipeline/publication/publication.ts'
import { ENGLISH, Repository } from '../history/repository.ts'

const NOTES = 'locales/notes/paper.json'
const FIRST = 'Nobody had foreseen how quickly the river would rise.'
const SECOND = 'Schools reopened within a fortnight.'

const PROGRAMME = `place: Prishtina
organisers: [alpha]
organisations: { alpha: Alpha }
people:
  ana: { name: Ana Example, gender: female, role: Chair, organisation: alpha }
days:
  - date: 2018-06-06
    sessions: [{ id: panel-1, kind: panel, chair: ana, speakers: [ana] }]
`

const places: Repository[] = []
afterEach(() => places.splice(0).forEach((place) => place.remove()))

async function asked(...about: readonly string[]): Promise<Repository> {
  const place = new Repository()
  places.push(place)
  place.paragraphs = [FIRST, SECOND]
  await place.sync()
  for (const english of about) await put(place, english, 'Who is meant?')
  place.commit('asked')
  return place
}
const keyOf = (place: Repository, english: string): string => Object.entries(place.texts(ENGLISH)).find(([, text]) => text === english)![0]
const put = async (place: Repository, english: string, text: string): Promise<Question | undefined> =>
  ask(
    await readPublication(place.root),
    { document: 'paper', key: keyOf(place, english) },
    { text, tag: 'sq', on: '2026-05-30', answers: [] },
    'a test',
  )

/** Questions by the English that they are about, as `status` and the workbench read them. */
async function read(place: Repository): Promise<Record<string, string[]>> {
  const { documents, questions } = await readTextCollection(await readPublication(place.root), ['paper'])
  const all = [...questions.get('paper')!.byKey]
  const english = documents[0]!.english.entries
  return Object.fromEntries(
    all.map(([key, each]) => [english.get(key)?.text ?? `gone: ${key}`, each.map(({ text, answers }) => [text, ...answers.map((said) => said.text)].join(' '))]),
  ) // prettier-ignore
}

const word = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text.trim() === text && text !== '')
const said = fc.record({ text: word, by: fc.option(word, { nil: undefined }), on: fc.constantFrom('2026-05-30', '2026-05-31') })
const question: fc.Arbitrary<Question> = fc.record({
  text: word,
  tag: fc.constantFrom('sq', 'mk'),
  by: fc.option(word, { nil: undefined }),
  on: fc.constantFrom('2026-05-30', '2026-05-31'),
  answers: fc.uniqueArray(said, { maxLength: 2, selector: (each) => JSON.stringify(each) }),
})
const byKey: fc.Arbitrary<QuestionsByKey> = fc
  .uniqueArray(fc.tuple(word, fc.uniqueArray(question, { minLength: 1, maxLength: 3, selector: idOf })), { selector: ([key]) => key, maxLength: 4 })
  .map((entries) => new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)))) // prettier-ignore
const plain = (questions: QuestionsByKey): string =>
  JSON.stringify([...questions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, each.map((one) => JSON.stringify({ ...one, answers: one.answers.map((answer) => JSON.stringify(answer)).sort() })).sort()])) // prettier-ignore

test('what is written is read again, and two versions join to the same whichever comes first', () => {
  fc.assert(
    fc.property(byKey, byKey, (one, other) => {
      expect(parseQuestions(serializeQuestions(one), NOTES)).toEqual(one)
      expect(plain(joinQuestions(one, other))).toBe(plain(joinQuestions(other, one)))
      expect(plain(joinQuestions(one, one))).toBe(plain(one))
    }),
    { seed: 16 },
  )
})

test('a question stays with its segment when that is edited, moved, removed and brought back', async () => {
  const place = await asked(FIRST)
  const edited = FIRST.replace('quickly', 'fast')
  place.paragraphs = [SECOND, edited]
  expect(await read(place)).toEqual({ [edited]: ['Who is meant?'] })
  await place.sync()
  expect(await read(place)).toEqual({ [edited]: ['Who is meant?'] })
  place.translate(keyOf(place, edited), 'Askush.')
  await place.sync()
  place.paragraphs = [SECOND]
  await place.sync()
  expect(place.read(NOTES)).toContain('Who is meant?')
  place.paragraphs = [SECOND, edited]
  await place.sync()
  expect(await read(place)).toEqual({ [edited]: ['Who is meant?'] })
})

test('questions about texts that became one are about that one, before and after a sync', async () => {
  const place = await asked(FIRST, SECOND)
  place.paragraphs = [`${FIRST} ${SECOND}`]
  const together = { [`${FIRST} ${SECOND}`]: ['Who is meant?'] }
  expect(await read(place)).toEqual(together)
  await place.sync()
  expect((JSON.parse(place.read(NOTES)) as { questions: { key: string }[] }).questions.map(({ key }) => key)).toEqual([keyOf(place, `${FIRST} ${SECOND}`)]) // prettier-ignore
  expect(await read(place)).toEqual(together)
})

test('questions follow an id of the programme, and a document’s folder, to new names', async () => {
  const place = await asked(FIRST)
  place.write('content/paper/programme.yaml', PROGRAMME)
  await place.sync()
  await put(place, 'Chair', 'Of what?')
  place.write('content/paper/programme.yaml', place.read('content/paper/programme.yaml').replaceAll(/\bana\b/g, 'ana-example'))
  expect(await read(place)).toMatchObject({ Chair: ['Of what?'] })
  await place.sync()
  expect(place.read(NOTES)).toContain('programme.people.ana-example.role')
  place.git('mv', 'content/paper', 'content/report')
  await place.sync()
  expect(JSON.parse(place.read('locales/notes/report.json'))).toMatchObject({ questions: [{ key: 'programme.people.ana-example.role', question: 'Of what?' }, { question: 'Who is meant?' }] })
  expect(() => place.read(NOTES)).toThrow('ENOENT')
}) // prettier-ignore

test.each([
  ['at different texts', FIRST, SECOND],
  ['at the same text', FIRST, FIRST],
  ['at a text that nobody asked about', SECOND, SECOND],
])('what two branches ask and answer %s, a merge keeps, though it leave a conflict', async (_, ours, theirs) => {
  const place = await asked(FIRST)
  const publication = await readPublication(place.root)
  place.git('checkout', '--quiet', '-b', 'other')
  await put(place, theirs, 'And when?')
  const about = { document: 'paper', key: keyOf(place, FIRST) }
  const [open] = (await readTextCollection(publication, ['paper'])).questions.get('paper')!.byKey.get(about.key)!
  await reply(publication, about, idOf(open!), { text: 'The mayor.', on: '2026-06-01' }, 'a test')
  place.commit('other')
  place.git('checkout', '--quiet', 'main')
  await put(place, ours, 'And where?')
  place.commit('main')
  place.tryGit('merge', '--quiet', '--no-edit', 'other')
  const expected = (english: string): string[] =>
    [english === FIRST ? ['Who is meant? The mayor.'] : [], english === ours ? ['And where?'] : [], english === theirs ? ['And when?'] : []].flat().sort()
  const sorted = async (): Promise<string[][]> => [FIRST, SECOND].map((english) => (all[english] ?? []).sort())
  let all = await read(place)
  expect(await sorted()).toEqual([FIRST, SECOND].map(expected))
  await place.sync()
  all = await read(place)
  expect(place.read(NOTES)).not.toContain('<<<')
  expect(await sorted()).toEqual([FIRST, SECOND].map(expected))
}) // prettier-ignore

test('questions that cannot be read are told, and hinder no translation', async () => {
  const place = await asked(FIRST)
  place.write(NOTES, '{ "broken": ')
  const { failures, documents } = await readTextCollection(await readPublication(place.root), ['paper'])
  expect(failures.flatMap(({ problems }) => problems.map(({ file, line }) => [file, line]))).toEqual([[NOTES, 1]])
  expect(documents).toHaveLength(1)
  await expect(put(place, FIRST, 'And when?')).rejects.toMatchObject({ problems: [{ file: NOTES }] })
  expect(place.read(NOTES)).toBe('{ "broken": ')
})
