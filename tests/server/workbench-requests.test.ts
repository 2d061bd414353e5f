import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProject } from '../../pipeline/project/project.ts'
import { openWorkbench, type Workbench } from '../../pipeline/server/workbench.ts'
import { application } from '../../pipeline/server/workbench/application.ts'
import { openBegun } from '../../pipeline/server/workbench/begun.ts'
import { openImports } from '../../pipeline/server/workbench/imports.ts'
import { openClaims, sinceWhen } from '../../pipeline/server/workbench/claims.ts'
import { openJournal } from '../../pipeline/server/workbench/journal.ts'
import { openPages } from '../../pipeline/server/workbench/pages.ts'
import { Steps } from '../../pipeline/server/workbench/replacing.ts'
import { ask as send, type Answer } from './request.ts'
import { createWork, type SmallWork } from './workbench-publication.ts'

const SHEET = '/api/editions/sr-Cyrl/documents/paper'

let work: SmallWork
let workbench: Workbench
let token: string

beforeAll(async () => {
  work = createWork('gates:\n  sr-Cyrl: { requires: reviewed, below: draft }\n')
  workbench = await openWorkbench(openProject(work.root), undefined)
  token = /name="editions-token" content="([^"]+)"/.exec((await ask('GET', '/')).text)![1]!
})
afterAll(async () => {
  await workbench.close()
  work.remove()
})

const ask = (method: string, path: string, headers?: Record<string, string>, body?: string): Promise<Answer> =>
  send(workbench.address, method, path, headers, body)

const own = (more: Record<string, string> = {}): Record<string, string> => ({
  'x-editions-token': token,
  'content-type': 'application/json',
  ...more,
})
const segment = (beginning: string, as = ''): string => `${SHEET}/segments/${encodeURIComponent(work.keyOf(beginning))}${as}`
const etagOf = async (beginning: string): Promise<string> => String((await ask('GET', segment(beginning))).headers['etag'])
const put = async (beginning: string, text: string, more: Record<string, string> = {}): Promise<Answer> =>
  ask('PUT', segment(beginning), own({ 'if-match': await etagOf(beginning), ...more }), JSON.stringify({ text }))

test('a segment tells its source, text and state, and what its text answers', async () => {
  const { json, headers } = await ask('GET', segment('The report has'))
  expect(json).toMatchObject({ source: 'The report has 14 chapters.', text: 'Извештај има 12 поглавља.', state: 'stale', basis: 'The report has 12 chapters.' }) // prettier-ignore
  expect(headers['etag']).toMatch(/^"[\w-]+"$/)
  expect((await ask('GET', `${SHEET}/segments`)).json).toHaveLength(10)
  const { json: status } = await ask('GET', '/api/status')
  expect(status).toMatchObject({ 'sr-Cyrl': { paper: { segments: 10, tasks: { missing: 1, stale: 1, findings: 1, review: 7 } } } })
})

test('a save changes its text alone, and what it answers is what its translator saw', async () => {
  const before = work.read('locales/sr-Cyrl/paper.json')
  const { status, json, headers } = await put('Nobody', 'Нико "још".')
  expect([status, json['state'], json['basis']]).toEqual([200, 'translated', 'Nobody has translated this yet.'])
  expect(headers['etag']).toBe(await etagOf('Nobody'))
  const key = work.keyOf('Nobody')
  expect(work.read('locales/sr-Cyrl/paper.json')).toBe(before.replace(`"${key}": ""`, `"${key}": "Нико \\"још\\"."`))
})

test('who has another text before them is told both, and nothing is written', async () => {
  const etag = await etagOf('The last')
  work.setText(work.keyOf('The last'), 'Друга реченица.')
  const before = work.read('locales/sr-Cyrl/paper.json')
  const { status, headers, json } = await put('The last', 'Трећа реченица.', { 'if-match': etag })
  expect(status).toBe(412)
  expect(headers['content-type']).toContain('application/problem+json')
  expect(json).toMatchObject({
    status: 412,
    present: { text: 'Друга реченица.', source: 'The last sentence of all.', etag: await etagOf('The last') },
  })
  expect(work.read('locales/sr-Cyrl/paper.json')).toBe(before)
  for (const as of ['/accept', '/review']) expect((await ask('POST', segment('The last', as), own({ 'if-match': etag }))).status).toBe(412)
})

test('who does not say which text they change changes none', async () => {
  const before = work.read('locales/sr-Cyrl/paper.json')
  expect((await ask('PUT', segment('The last'), own(), JSON.stringify({ text: 'Трећа.' }))).status).toBe(428)
  for (const as of ['/accept', '/review']) expect((await ask('POST', segment('The last', as), own())).status).toBe(428)
  expect(work.read('locales/sr-Cyrl/paper.json')).toBe(before)
})

test('a text is accepted, then reviewed; one that answers former English is not', async () => {
  const confirm = async (as: string): Promise<Answer> => ask('POST', segment('The report has', as), own({ 'if-match': await etagOf('The report has') })) // prettier-ignore
  const refused = await confirm('/review')
  expect(refused.status).toBe(409)
  expect(refused.json['title']).toContain('has changed since')
  expect((await confirm('/accept')).json['state']).toBe('translated')
  expect((await confirm('/review')).json['state']).toBe('reviewed')
  expect(work.run('status', '--json').said).toContain('"reviewed": 1')
})

test('a confirmation is taken back, and again; one that was made elsewhere is not', async () => {
  const change = async (as: string): Promise<Answer> => ask('POST', segment('The report has', as), own({ 'if-match': await etagOf('The report has') })) // prettier-ignore
  const ledger = (): string => work.read('locales/ledger/sr-Cyrl/paper.json')
  const reviewed = ledger()
  const { json } = await change('/undo')
  expect([json['state'], json['text']]).toEqual(['translated', 'Извештај има 12 поглавља.'])
  expect((await change('/undo')).json['state']).toBe('reviewed')
  expect(ledger()).toBe(reviewed)
  await change('/undo')
  const key = work.keyOf('The report has')
  work.run('review', '--edition', 'sr-Cyrl', '--by', 'Vera', key)
  expect((await change('/undo')).status).toBe(409)
  await change('/accept')
  expect((await change('/undo')).json).toMatchObject({ state: 'reviewed' })
})

test.each([
  ['2026-11-29', 'today'],
  ['2026-11-28', 'saturday'],
  ['2026-11-23', 'monday'],
  ['2026-11-22', 'other'],
  ['2026-11-30', 'other'],
  ['2025-11-29', 'other'],
])('a section that somebody has had since %s is so since: %s', (since, when) => {
  expect(sinceWhen({ by: 'Ана', since }, '2026-11-29')).toBe(when)
})

test('a text that is being written is checked, and nothing is saved', async () => {
  const before = work.read('locales/sr-Cyrl/paper.json')
  const check = async (text: string): Promise<Answer> =>
    ask('POST', `${SHEET}/check`, own(), JSON.stringify({ key: work.keyOf('The report has'), text }))
  const { json } = await check('Извештај има 99 "поглавља".')
  const problems = json['problems'] as { rule: string; mend?: { start: number; end: number; text: string } }[]
  expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['numbers', 'quotes']))
  expect(problems.find(({ rule }) => rule === 'quotes')!.mend).toEqual({ start: 16, end: 17, text: '„' })
  expect(json['derived']).toEqual([{ tag: 'sr-Latn', autonym: expect.any(String) as string, text: 'Izveštaj ima 99 "poglavlja".' }])
  expect((await check('Извештај има 14 поглавља.')).json['problems']).toEqual([])
  expect(work.read('locales/sr-Cyrl/paper.json')).toBe(before)
})

test('translations of like sentences are suggested, with how alike they are and where they stand', async () => {
  work.write('content/paper/document.md', `${work.read('content/paper/document.md')}\nThe last sentence of all is here.\n`)
  const { json } = await ask('GET', `${SHEET}/segments`)
  const { key } = (json as unknown as { key: string; source: string }[]).find(({ source }) => source.endsWith('is here.'))!
  const { json: found } = await ask('GET', `${SHEET}/segments/${key}/suggestions`)
  expect(found).toMatchObject([{ text: 'Друга реченица.', document: 'paper', key: work.keyOf('The last') }])
})

const CHANGES = (): [method: string, path: string][] => [
  ['PUT', segment('The last')],
  ['POST', segment('The last', '/accept')],
  ['POST', segment('The last', '/review')],
  ['POST', `${SHEET}/check`],
]

test('nobody changes anything without the token', async () => {
  for (const [method, path] of CHANGES())
    for (const given of [{}, { 'x-editions-token': '' }, { 'x-editions-token': `${token}x` }, { 'x-editions-token': token.toLowerCase() }])
      expect((await ask(method, path, { 'content-type': 'application/json', 'if-match': '*', ...given }, '{}')).status).toBe(403)
})

test('a site of another name gets nothing', async () => {
  const { port } = new URL(workbench.address)
  for (const host of ['example.org', `example.org:${port}`, `localhost:${Number(port) + 1}`, `localhost.example.org:${port}`])
    for (const path of ['/', '/api/status', '/sr-Cyrl/paper/', '/workbench/document.js', '/shown/sr-Cyrl/paper/index.html'])
      expect((await ask('GET', path, { host })).status).toBe(403)
})

test('a page of another site gets nothing, and changes nothing though it had the token', async () => {
  const { port } = new URL(workbench.address)
  const foreign = [
    { origin: 'https://example.org' },
    { origin: 'null' },
    { origin: `https://localhost:${port}` },
    { origin: `http://localhost:${Number(port) + 1}` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
  ]
  for (const headers of foreign) {
    for (const [method, path] of CHANGES()) expect((await ask(method, path, own(headers), '{}')).status).toBe(403)
    const { status, headers: given } = await ask('GET', '/api/status', headers)
    expect(status).toBe(403)
    expect(Object.keys(given).filter((name) => name.startsWith('access-control'))).toEqual([])
  }
  expect((await ask('OPTIONS', '/api/status', { origin: 'https://example.org', 'access-control-request-method': 'PUT' })).status).toBe(403)
  const visit = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
  expect((await ask('GET', '/', visit)).status).toBe(200)
})

test('what is not in the publication is nowhere', async () => {
  for (const path of [
    '/api/nothing',
    '/api/editions/en/documents/paper/segments',
    '/api/editions/sr-Latn/documents/paper/segments',
    '/api/editions/xx/documents/paper/segments',
    '/api/editions/constructor/documents/paper/segments',
    '/api/editions/sr-Cyrl/documents/nothing/segments',
    '/api/editions/sr-Cyrl/documents/..%2f..%2fsecret/segments',
    '/api/editions/sr-Cyrl/documents/%2e%2e/segments',
    '/api/editions/sr-Cyrl/documents/__proto__/segments',
    `${SHEET}/segments/nothing`,
    `${SHEET}/segments/__proto__`,
    `${SHEET}/segments/nothing/suggestions`,
    '/xx/',
    '/en/paper/',
    '/sr-Cyrl/nothing/',
    '/sr-Cyrl/paper/?segment=nothing',
    '/%E0%A4%A',
    '/%00/',
  ])
    expect([path, (await ask('GET', path)).status]).toEqual([path, 404])
  expect((await ask('PUT', `${SHEET}/segments/nothing`, own({ 'if-match': '"x"' }), '{"text":"x"}')).status).toBe(404)
  expect((await ask('POST', `${SHEET}/check`, own(), '{"key":"nothing","text":"x"}')).status).toBe(404)
})

test('no file is given out but those of the pages and of the editions', async () => {
  for (const under of ['/workbench/', '/workbench/faces/', '/shown/', '/shown/sr-Cyrl/paper/', '/'])
    for (const path of ['../secret.txt', '%2e%2e/secret.txt', '..%2f..%2fsecret.txt', '..%5c..%5csecret.txt', '..%2f..%2f..%2fsecret.txt', '.env', '.git/config', 'api.ts', 'secret.txt', '%00', 'document.md', 'constructor']) {
      const { status, text } = await ask('GET', `${under}${path}`)
      expect([under + path, status]).toEqual([under + path, 404])
      expect(text).not.toMatch(/^secret/)
    } // prettier-ignore
})

test('what is too long, or not what was asked for, is refused', async () => {
  const etag = await etagOf('The last')
  const sendText = (body: string, more: Record<string, string> = {}): Promise<Answer> => ask('PUT', segment('The last'), own({ 'if-match': etag, ...more }), body) // prettier-ignore
  expect((await sendText(JSON.stringify({ text: 'x'.repeat(300_000) }))).status).toBe(413)
  for (const body of ['', 'text', '{}', '[]', 'null', '{"text":1}', '{"text":null}']) expect((await sendText(body)).status).toBe(400)
  expect((await sendText('{"text":"x"}', { 'content-type': 'text/plain' })).status).toBe(415)
  expect(await etagOf('The last')).toBe(etag)
})

test('texts are never HTML, and no page runs anything but the workbench’s own script', async () => {
  work.setText(work.keyOf('This sentence'), '<script>alert(1)</script></textarea><img src=x onerror=alert(1)>')
  const { text, headers } = await ask('GET', '/sr-Cyrl/paper/')
  expect(text.match(/<script/g)).toHaveLength(1)
  expect(text).not.toContain('<img')
  expect(headers['content-security-policy']).toContain("script-src 'self'")
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  const { text: shown, headers: given } = await ask('GET', '/shown/sr-Cyrl/paper/index.html')
  // The edition’s own script and its data for searchers stand in it, and do not run here.
  const foreign = shown.match(/<script[^>]*>/g)!.filter((each) => !/application\/ld\+json|assets\/editions\.\w+\.js/.test(each))
  expect(foreign).toEqual([])
  expect(shown).not.toContain('<img')
  expect(given['content-security-policy']).toContain("default-src 'none'")
  expect(given['content-security-policy']).not.toContain('script-src')
})

test('what cannot be read is told, what can be is shown, and the workbench goes on', async () => {
  const file = join(work.root, 'locales/sr-Cyrl/paper.json')
  const before = work.read('locales/sr-Cyrl/paper.json')
  const etag = await etagOf('The last')
  writeFileSync(file, '{ "broken": ')
  const { status, json } = await ask('GET', `${SHEET}/segments`)
  expect(status).toBe(409)
  expect(json['problems']).toMatchObject([{ place: expect.stringContaining('locales/sr-Cyrl/paper.json') as string }])
  expect((await ask('PUT', segment('The last'), own({ 'if-match': etag }), '{"text":"x"}')).status).toBe(409)
  expect(work.read('locales/sr-Cyrl/paper.json')).toBe('{ "broken": ')
  const page = await ask('GET', '/sr-Cyrl/')
  expect([page.status, page.text.includes('locales/sr-Cyrl/paper.json')]).toEqual([200, true])
  expect(page.text).toContain('<section class="unreadable" lang="sr-Cyrl">')
  expect(page.text).toContain('Ово није исправан JSON: недостаје вредност.')
  expect((await ask('GET', '/', { 'accept-language': 'sr' })).text).toContain('Ово није исправан JSON')
  expect((await ask('GET', '/sr-Cyrl/paper/')).status).toBe(409)
  writeFileSync(file, before)
  expect((await ask('GET', `${SHEET}/segments`)).status).toBe(200)
})

test('what keeps the publication itself from being opened is told in the language of the reader', async () => {
  const before = work.read('content/publication.yaml')
  work.write('content/publication.yaml', 'title: [')
  const { status, text } = await ask('GET', '/', { 'accept-language': 'sr,en;q=0.5' })
  work.write('content/publication.yaml', before)
  expect([status, /<html lang="([\w-]+)"/.exec(text)?.[1]]).toEqual([409, 'sr-Cyrl'])
  expect(text).toContain('content/publication.yaml')
})

test('a request that throws is answered, and so is the next', async () => {
  const isAny = (): boolean => true
  const broken = application({
    ...({ root: work.root, token, access: undefined, printer: undefined, listeners: new Set<() => void>() } as const),
    own: { isHost: isAny, isOrigin: isAny },
    pages: await openPages(token),
    openDesk: () => Promise.reject(new TypeError('Nobody expected this.')),
    glance: () => Promise.reject(new TypeError('Nobody expected this.')),
    journal: openJournal(undefined),
    claims: openClaims(undefined),
    steps: new Steps(openJournal(undefined), openBegun(undefined), openImports(undefined)),
  })
  for (const path of ['/', `${SHEET}/segments`, '/sr-Cyrl/paper/', '/shown/sr-Cyrl/paper/index.html', '/workbench/document.js'])
    expect([path, (await broken.request(path)).status]).toEqual([path, /workbench/.test(path) ? 200 : 500])
  const types = ['/', `${SHEET}/segments`].map(async (path) => (await broken.request(path)).headers.get('content-type'))
  expect(await Promise.all(types)).toEqual(['text/html; charset=utf-8', 'application/problem+json'])
  expect(await (await broken.request('/')).text()).toContain('what you typed is kept in this browser')
})
