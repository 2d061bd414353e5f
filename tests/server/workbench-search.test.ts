import { afterAll, beforeAll, expect, test } from 'vitest'
import { findWords } from '../../pipeline/language/find-words.ts'
import { searchFormOf } from '../../pipeline/language/search-form.js'
import { openProject } from '../../pipeline/project/project.ts'
import { openWorkbench, type Workbench } from '../../pipeline/server/workbench.ts'
import { replaced, replacementsIn } from '../../pipeline/server/workbench/replace.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'

test('a search finds words whatever the keyboard, capitals and endings', () => {
  const found = (text: string, query: string): string[] | undefined =>
    findWords(searchFormOf(text), query)?.map(({ start, end }) => text.slice(start, end))
  const cases: [text: string, query: string, found: string[] | undefined][] = [
    ['Има четири грађана и Ђорђе', 'cetiri gradjana', ['четири', 'грађана']],
    ['Ima četiri građana', 'четири gradana', ['četiri', 'građana']],
    ['Тоа е ѓавол, и ќе има џез', 'gjavol KJE dzez', ['ѓавол', 'ќе', 'џез']],
    ['Në Shqipëri është çështje', 'eshte ceshtje', ['është', 'çështje']],
    ['Djeca i dječaci', 'дјец', ['Djec', 'dječ']],
    ['Свако дијете, СВАКА жена', 'svak', ['Свак', 'СВАК']],
    ['Радикализацијата на интернет', 'internet radikalizac', ['Радикализац', 'интернет']],
    ['Љубав и њива', 'ljubav njiva', ['Љубав', 'њива']],
    ['Стерео', 'ерео', undefined],
    ['Само прва', 'прва друга', undefined],
    ['Нешто', ' ', undefined],
  ]
  for (const [text, query, wanted] of cases) expect([text, query, found(text, query)]).toEqual([text, query, wanted])
})

test('a word is replaced in all its forms, with its capitals, where it stands as a word', () => {
  const after = (text: string, find: string, put: string): string => replaced(text, replacementsIn(text, 'paragraph', find, put))
  const cases: [text: string, find: string, put: string, after: string][] = [
    ['Грађанско друштво, у грађанском друштву.', 'грађанско друштво', 'цивилно друштво', 'Цивилно друштво, у цивилном друштву.'],
    ['Shoqëria civile dhe shoqërisë civile', 'shoqëria', 'bashkësia', 'Bashkësia civile dhe bashkësisë civile'],
    ['Извештајот и извештаите', 'извештај', 'документ', 'Документот и извештаите'],
    ['РАДИКАЛИЗАЦИЈА, антирадикализација', 'радикализација', 'екстремизација', 'ЕКСТРЕМИЗАЦИЈА, антирадикализација'],
    ['**Мера** и [мере](https://example.org/мера) и `мера`', 'мера', 'норма', '**Норма** и [норме](https://example.org/мера) и `мера`'],
    ['ме**ра** остаје', 'мера', 'норма', 'ме**ра** остаје'],
    ['на и нада', 'на', 'по', 'по и нада'],
    ['п. (1) и п. (1)', 'п. (1)', 'т. (2)', 'т. (2) и т. (2)'],
    ['два  размака', 'два размака', 'два реда', 'два реда'],
    ['$& остаје $1', '$1', '$&', '$& остаје $&'],
  ]
  for (const [text, find, put, wanted] of cases) expect([text, find, after(text, find, put)]).toEqual([text, find, wanted])
  expect(replacementsIn('{n, plural, one {# рад} other {# рада}}', undefined, 'рад', 'дело').map(({ found, as }) => [found, as])).toEqual([['рад', 'whole']]) // prettier-ignore
  expect(replacementsIn('радикализације', 'paragraph', 'радикализација', 'екстремизам')).toMatchObject([{ as: 'form', put: 'екстремизам' }])
})

const SHEETS = ['one', 'two', 'three'] as const
const sentences = (id: string): string[] => [`The council of ${id} has met.`, `A report of the council (${id}).`, `Nothing else in ${id}.`]
const IN_MACEDONIAN = (text: string): string =>
  text.replace(/^The council of (\w+) has met\.$/, 'Советот на $1 се состана.').replace(/^A report of the council \((\w+)\)\.$/, 'Извештај на советот ($1).').replace(/^Nothing else in (\w+)\.$/, 'Ништо друго во $1.') // prettier-ignore

let publication: SmallPublication
let workbench: Workbench
let token: string

beforeAll(async () => {
  const documents = SHEETS.map((id): [string, string] => [`content/${id}/document.md`, `---\ntitle: Paper ${id}\nkind: Report\ndescription: D.\ndate: 2018-06-08\n---\n\n${sentences(id).join('\n\n')}\n`]) // prettier-ignore
  publication = createPublication({ 'content/publication.yaml': 'title: P\npublisher: P\neditions: [mk, sq, en]\n', ...Object.fromEntries(documents) }) // prettier-ignore
  publication.run('sync')
  for (const id of SHEETS) {
    const english = JSON.parse(publication.read(`locales/en/${id}.json`)) as Record<string, string>
    const translated = Object.entries(english).map(([key, text]) => [key, IN_MACEDONIAN(text) === text ? '' : IN_MACEDONIAN(text)])
    publication.write(`locales/mk/${id}.json`, `${JSON.stringify(Object.fromEntries(translated), null, 2)}\n`)
  }
  publication.run('sync')
  workbench = await openWorkbench(openProject(publication.root), undefined)
  const page = await (await fetch(workbench.address)).text()
  token = /name="editions-token" content="([^"]+)"/.exec(page)![1]!
})
afterAll(async () => {
  await workbench.close()
  publication.remove()
})

async function ask(path: string, body?: object, given = token) {
  const headers = { 'content-type': 'application/json', 'x-editions-token': given }
  const answer = await fetch(`${workbench.address}api/${path}`, body && { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: answer.status, json: await answer.json() }
}
const texts = (): string => SHEETS.map((id) => publication.read(`locales/mk/${id}.json`)).join('')

interface Proposed {
  readonly document: string
  readonly key: string
  readonly version: string
  readonly after: string
}

test('sources and translations of all documents are searched', async () => {
  const { json } = await ask('search?q=sovet&tag=mk')
  expect(json.total).toBe(6)
  expect(json.hits[0]).toMatchObject({
    document: 'one',
    tag: 'mk',
    text: { text: 'Советот на one се состана.', found: [{ start: 0, end: 5 }] },
  })
  expect((await ask('search?q=council')).json.total).toBe(12)
  expect((await ask('search?q=council&tag=xx')).status).toBe(404)
  expect((await ask('search?q=')).status).toBe(400)
  const page = await (await fetch(`${workbench.address}search/mk/?q=${encodeURIComponent('<b>sovet')}`)).text()
  expect(page).toContain('value="&lt;b&gt;sovet"')
  expect((await (await fetch(`${workbench.address}search/mk/?q=sovet`)).text()).match(/<mark>/g)).toHaveLength(6)
})

test('a term is replaced in the texts that were chosen, as one step that is taken back as one', async () => {
  const before = texts()
  const { json } = await ask('replace', { tag: 'mk', find: 'совет', put: 'одбор', dryRun: true })
  const changes = json.changes as Proposed[]
  expect(changes.map(({ after }) => after)).toContain('Одборот на two се состана.')
  expect(changes).toHaveLength(6)
  expect(texts()).toBe(before)
  const chosen = changes.slice(0, 4)
  const done = await ask('replace', { tag: 'mk', changes: chosen, dryRun: false })
  expect(done.json).toEqual({ step: 1, changed: 4 })
  expect(texts().match(/[Оо]дборот/g)).toHaveLength(4)
  expect(publication.run('status', '--json').said).not.toContain('"doubt": 1')
  const undone = await ask('undo', { step: 1 })
  expect(undone.json).toEqual({ step: 2, changed: 4 })
  expect(texts()).toBe(before)
  // Taken back twice, it is done again.
  await ask('undo', { step: 2 })
  expect(texts().match(/[Оо]дборот/g)).toHaveLength(4)
  await ask('undo', { step: 3 })
  expect(texts()).toBe(before)
})

test('where one of the texts was changed meanwhile, none is', async () => {
  const changes = (await ask('replace', { tag: 'mk', find: 'совет', put: 'одбор', dryRun: true })).json.changes as Proposed[]
  publication.write('locales/mk/three.json', publication.read('locales/mk/three.json').replace('Советот', 'Стариот совет'))
  const before = texts()
  const { status, json } = await ask('replace', { tag: 'mk', changes, dryRun: false })
  expect([status, json.conflicts.length]).toEqual([412, 1])
  expect(texts()).toBe(before)
  const some = await ask('replace', { tag: 'mk', changes: changes.slice(0, 2), dryRun: false })
  publication.write('locales/mk/one.json', publication.read('locales/mk/one.json').replace('Одборот', 'Новиот одбор'))
  const changed = texts()
  expect((await ask('undo', { step: some.json.step })).status).toBe(412)
  expect(texts()).toBe(changed)
})

test('what is not asked for in this form, or by somebody else, is refused', async () => {
  const before = texts()
  const change = { document: 'one', key: 'x', version: 'x', after: 'x' }
  const cases: [path: string, body: object, status: number][] = [
    ['replace', { tag: 'mk', find: '', put: 'x', dryRun: true }, 400],
    ['replace', { tag: 'mk', find: 'x', put: ' ', dryRun: true }, 400],
    ['replace', { tag: 'mk', find: 'x', put: 'y' }, 400],
    ['replace', { tag: 'mk', changes: [], dryRun: false }, 400],
    ['replace', { tag: 'mk', changes: [{ ...change, after: ' ' }], dryRun: false }, 400],
    ['replace', { tag: 'constructor', find: 'x', put: 'y', dryRun: true }, 404],
    ['replace', { tag: 'mk', changes: [{ ...change, document: '../secret' }], dryRun: false }, 404],
    ['replace', { tag: 'mk', changes: [change], dryRun: false }, 412],
    ['undo', { step: 99 }, 404],
    ['undo', { step: 'constructor' }, 400],
  ]
  for (const [path, body, status] of cases) expect([path, body, (await ask(path, body)).status]).toEqual([path, body, status])
  for (const path of ['replace', 'undo']) expect((await ask(path, {}, '')).status).toBe(403)
  expect(texts()).toBe(before)
})
