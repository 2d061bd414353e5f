import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProject } from '../../pipeline/project/project.ts'
import { openWorkbench, type Workbench } from '../../pipeline/server/workbench.ts'
import { createWork, type SmallWork } from './workbench-publication.ts'

const SHEET = 'api/editions/sr-Cyrl/documents/paper'
const LEDGER = 'locales/ledger/sr-Cyrl/paper.json'

let work: SmallWork
let workbench: Workbench
let token: string

beforeAll(async () => {
  work = createWork('gates:\n  sr-Cyrl: { requires: reviewed, below: draft }\n')
  workbench = await openWorkbench(openProject(work.root), undefined)
  token = /name="editions-token" content="([^"]+)"/.exec(await (await fetch(workbench.address)).text())![1]!
})
afterAll(async () => {
  await workbench.close()
  work.remove()
})

const at = (beginning: string, as = ''): string => `${SHEET}/segments/${encodeURIComponent(work.keyOf(beginning))}${as}`
const send = (method: string, path: string, body?: object, more: Record<string, string> = {}): Promise<Response> =>
  fetch(workbench.address + path, {
    method,
    headers: { 'x-editions-token': token, ...(body && { 'content-type': 'application/json' }), ...more },
    ...(body && { body: JSON.stringify(body) }),
  })
const read = async <T>(path: string): Promise<T> => (await send('GET', path)).json() as Promise<T>
const named = (name: string): Record<string, string> => ({ 'x-editions-name': encodeURIComponent(name) })
/** A change of a text that is read first. */
const change = async (method: string, beginning: string, as = '', body?: object, name?: string): Promise<Response> => {
  const etag = (await send('GET', at(beginning))).headers.get('etag')!
  return send(method, at(beginning, as), body, { 'if-match': etag, ...(name !== undefined && named(name)) })
}
const save = (beginning: string, text: string, name?: string): Promise<Response> => change('PUT', beginning, '', { text }, name)
const answerOf = (beginning: string): { basis: string; origin?: string; review?: object } =>
  (JSON.parse(work.read(LEDGER)) as { translations: Record<string, { answer: { basis: string } }> }).translations[work.keyOf(beginning)]!
    .answer

interface Note {
  readonly id: string
  readonly question: string
  readonly in: string
  readonly by: string | null
  readonly answers: readonly { readonly answer: string; readonly by: string | null }[]
}
interface Former {
  readonly text: string
  readonly at?: string
  readonly by?: string
  readonly basis?: string
}
const historyOf = (beginning: string): Promise<Former[]> => read(at(beginning, '/history'))

test('a question about a segment is open in its language’s to-do until it is answered, and stays as the segment’s note', async () => {
  const asked = await send('POST', at('This sentence', '/questions'), { question: ' Whose sentence? ' }, named('Ана'))
  expect(asked.status).toBe(201)
  const { id } = (await asked.json()) as Note
  const notes = async (): Promise<Note[]> => (await read<{ notes: Note[] }>(at('This sentence'))).notes
  expect(await notes()).toMatchObject([{ id, question: 'Whose sentence?', in: 'sr-Cyrl', by: 'Ана', answers: [] }])
  expect(await read(at('This sentence', '/questions'))).toEqual(await notes())
  expect(work.read('locales/notes/paper.json')).toContain('Whose sentence?')
  const openIn = async (): Promise<number> => (await read<Record<string, { paper: { tasks: { asked: number } } }>>('api/status'))['sr-Cyrl']!.paper.tasks.asked
  expect(await openIn()).toBe(1)
  expect(work.run('status').said).toContain('1 open question')
  expect((await send('POST', at('This sentence', `/questions/${id}`), { answer: 'The author’s.' }, named('Ben'))).status).toBe(201)
  expect(await openIn()).toBe(0)
  expect(await notes()).toMatchObject([{ id, answers: [{ answer: 'The author’s.', by: 'Ben' }] }])
}) // prettier-ignore

test('a question that is none, or about nothing, is refused', async () => {
  for (const body of [{}, { question: '' }, { question: ' ' }, { question: 1 }, { question: 'x'.repeat(4_001) }])
    expect((await send('POST', at('The last', '/questions'), body)).status).toBe(400)
  expect((await send('POST', `${SHEET}/segments/nothing/questions`, { question: 'x' })).status).toBe(404)
  expect((await send('POST', at('The last', '/questions/nothing'), { answer: 'x' })).status).toBe(404)
  for (const [method, as] of [['POST', '/questions'], ['POST', '/questions/x'], ['POST', '/restore'], ['POST', '/undo'], ['PUT', '/claim'], ['DELETE', '/claim']] as const)
    expect((await send(method, at('The last', as), { question: 'x' }, { 'x-editions-token': 'x' })).status).toBe(403)
  for (const as of ['/restore', '/undo']) expect((await send('POST', at('The last', as), { text: 'x' })).status).toBe(428)
  expect(work.read('locales/notes/paper.json').match(/"question"/g)).toHaveLength(1)
}) // prettier-ignore

test('questions that cannot be read are told on the pages, and texts are saved as ever', async () => {
  const before = work.read('locales/notes/paper.json')
  work.write('locales/notes/paper.json', '{ "questions": [ {} ] }')
  for (const page of ['', 'sr-Cyrl/', 'questions/']) expect(await (await send('GET', page)).text()).toContain('locales/notes/paper.json:1')
  expect((await send('GET', 'sr-Cyrl/paper/')).status).toBe(200)
  expect((await send('POST', at('The last', '/questions'), { question: 'x' })).status).toBe(409)
  expect((await save('Nobody', 'Нико.')).status).toBe(200)
  expect(work.read('locales/notes/paper.json')).toBe('{ "questions": [ {} ] }')
  work.write('locales/notes/paper.json', before)
})

test('former texts are told with their date and author, those of git too, and come back with what they answered', async () => {
  const git = (...command: readonly string[]): string =>
    execFileSync('git', ['-C', work.root, '-c', 'user.name=Vera', '-c', 'user.email=v@example.org', ...command], { encoding: 'utf8' })
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '-m', 'first')
  const first = 'Извештај има 12 поглавља.'
  await save('The report has', 'Извештај има 14 поглавља.', 'Ана')
  await save('The report has', 'У извештају је 14 поглавља.', 'Бора')
  const history = await historyOf('The report has')
  expect(history).toMatchObject([
    { text: 'Извештај има 14 поглавља.', by: 'Ана', basis: 'The report has 14 chapters.' },
    { text: first, by: 'Vera', basis: 'The report has 12 chapters.' },
  ])
  expect(history.every((each) => !Number.isNaN(Date.parse(each.at!)))).toBe(true)
  expect((await change('POST', 'The report has', '/restore', { text: 'never' })).status).toBe(409)
  expect(await (await change('POST', 'The report has', '/restore', { text: first })).json()).toMatchObject({ text: first, state: 'stale' })
  expect(answerOf('The report has').basis).toBe('The report has 12 chapters.')
})

test('the last change is taken back with all that was known of the text, and so is that', async () => {
  await change('POST', 'The last', '/review', undefined, 'Вера')
  const before = work.read(LEDGER)
  expect(answerOf('The last').review).toMatchObject({ by: 'Вера' })
  await save('The last', 'Друга реченица.')
  expect(answerOf('The last')).toMatchObject({ origin: 'person' })
  expect((await change('POST', 'The last', '/undo')).status).toBe(200)
  expect(work.texts()[work.keyOf('The last')]).toBe('Последња од свих реченица.')
  expect(work.read(LEDGER)).toBe(before)
  expect((await change('POST', 'The last', '/undo')).status).toBe(200)
  expect(work.texts()[work.keyOf('The last')]).toBe('Друга реченица.')
  work.setText(work.keyOf('The last'), 'Трећа реченица.')
  expect((await change('POST', 'The last', '/undo')).status).toBe(409)
  expect((await historyOf('The last')).map(({ text }) => text)).toContain('Друга реченица.')
})

test('a text that is emptied is missing again, and can be taken back', async () => {
  const key = work.keyOf('Two people')
  for (const nothing of ['', ' ', '\u00a0']) {
    const { status, headers } = await save('Two people', nothing)
    expect([status, work.texts()[key]]).toEqual([200, ''])
    expect(headers.get('etag')).toBe((await send('GET', at('Two people'))).headers.get('etag'))
    expect(await read(at('Two people'))).toMatchObject({ text: '', state: 'missing', basis: null })
    work.run('sync')
    expect(work.texts()[key]).toBe('')
    expect((await change('POST', 'Two people', '/undo')).status).toBe(200)
    expect(work.texts()[key]).toBe('Двоје ово пишу истовремено.')
  }
})

test('who works on a section is shown, hinders nobody, and is remembered', async () => {
  expect((await send('PUT', at('Two people', '/claim'))).status).toBe(422)
  expect((await send('PUT', at('Two people', '/claim'), undefined, named('Ана\u0000\u202e  Б.'))).status).toBe(200)
  const section = work.keyOf('Language')
  const claim = { [section]: { by: 'Ана Б.', since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string } }
  expect(await read(`${SHEET}/claims`)).toEqual(claim)
  expect((await save('Two people', 'Двоје.', 'Бора')).status).toBe(200)
  const again = await openWorkbench(openProject(work.root), 0)
  expect(await (await fetch(`${again.address}${SHEET}/claims`)).json()).toEqual(claim)
  await again.close()
  expect((await send('DELETE', at('The last', '/claim'))).status).toBe(200)
  expect(await read(`${SHEET}/claims`)).toEqual({})
})
