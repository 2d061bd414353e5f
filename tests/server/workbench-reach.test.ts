import { spawn } from 'node:child_process'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProject } from '../../pipeline/project/project.ts'
import { openWorkbench, type Workbench } from '../../pipeline/server/workbench.ts'
import { nodeOptions } from '../node-options.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'
import { ask as send, type Answer } from './request.ts'

const PASSWORD = 'three wise geese'

let publication: SmallPublication
let workbench: Workbench
let host: string

beforeAll(async () => {
  publication = createPublication({
    'content/publication.yaml': 'title: P\npublisher: P\neditions: [mk, en]\n',
    'content/paper/document.md': '---\ntitle: Paper\nkind: Report\ndescription: D.\ndate: 2018-06-08\n---\n\nText.\n',
  })
  publication.run('sync')
  workbench = await openWorkbench(openProject(publication.root), undefined, { host: '0.0.0.0', password: PASSWORD })
  host = `localhost:${new URL(workbench.address).port}`
})
afterAll(async () => {
  await workbench.close()
  publication.remove()
})

const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> =>
  send(workbench.address, method, path, { host, ...headers }, body)
const enter = (fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> =>
  ask('POST', '/enter', { 'content-type': 'application/x-www-form-urlencoded', ...headers }, new URLSearchParams(fields).toString())
const cookieOf = ({ headers }: Answer): string => String(headers['set-cookie'] ?? '')
const tokenIn = ({ text }: Answer): string | undefined => /name="editions-token" content="([^"]+)"/.exec(text)?.[1]

test('others reach it under the names of this machine, and under no other', async () => {
  const { port } = new URL(workbench.address)
  for (const name of [`127.0.0.1:${port}`, `${hostname()}:${port}`, new URL(workbench.address).host])
    expect([name, (await ask('GET', '/enter', { host: name })).status]).toEqual([name, 200])
  for (const name of ['example.org', `example.org:${port}`, `0.0.0.0:${port}`, `localhost:${Number(port) + 1}`])
    expect([name, (await ask('GET', '/enter', { host: name })).status]).toEqual([name, 403])
})

test('nobody opens it to others without a password that is worth the name', async () => {
  for (const reach of [
    { host: '0.0.0.0' },
    { host: '::' },
    { host: '192.0.2.1' },
    { host: '0.0.0.0', password: 'short' },
    { password: '' },
  ])
    await expect(openWorkbench(openProject(publication.root), undefined, reach)).rejects.toThrow('would reach the texts')
})

test('who has not entered sees the entrance alone, and no token', async () => {
  for (const cookie of ['', `editions-${host.split(':')[1]}=made-up`, 'editions=; __proto__=x']) {
    for (const path of [
      '/',
      '/mk/',
      '/mk/paper/',
      '/search/mk/',
      '/shown/mk/paper/index.html',
      '/workbench/document.js',
      '/events',
      '/nothing',
    ]) {
      const answer = await ask('GET', path, { cookie })
      expect([path, answer.status, answer.headers['location'], answer.text]).toEqual([path, 303, '/enter', ''])
    }
    for (const path of ['/api/status', '/api/search?q=x', '/api/editions/mk/documents/paper/segments'])
      expect([path, (await ask('GET', path, { cookie })).status]).toEqual([path, 401])
  }
  const entrance = await ask('GET', '/enter')
  expect([entrance.status, tokenIn(entrance)]).toEqual([200, undefined])
  expect(entrance.headers['content-security-policy']).toContain("frame-ancestors 'none'")
})

test('a wrong password, or a link that was not given, lets nobody in, and many are not tried', async () => {
  const wrong = [{ password: '' }, { password: PASSWORD.toUpperCase() }, { link: '' }, { link: 'made-up' }, { link: '__proto__' }, {}]
  const answers = await Promise.all(wrong.map((fields) => enter(fields as Record<string, string>)))
  for (const answer of answers) expect([answer.status, cookieOf(answer), tokenIn(answer)]).toEqual([403, '', undefined])
  const many = await Promise.all(Array.from({ length: 30 }, (_, at) => enter({ password: `guess ${at}` })))
  expect(many.filter(({ status }) => status === 429).length).toBeGreaterThan(15)
})

test('a page of another site lets nobody in, though it knew the password', async () => {
  for (const headers of [{ origin: 'https://example.org' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }]) {
    const answer = await enter({ password: PASSWORD }, headers)
    expect([answer.status, cookieOf(answer)]).toEqual([403, ''])
  }
})

test('who knows the password enters, with a cookie that no script reads and no other site sends, and changes nothing without the token', async () => {
  const entered = await enter({ password: PASSWORD }, { origin: `http://${host}` })
  expect([entered.status, entered.headers['location']]).toEqual([303, '/'])
  expect(cookieOf(entered)).toMatch(/^editions-\d+=[\w-]{32}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/)
  const cookie = cookieOf(entered).split(';')[0]!
  const page = await ask('GET', '/mk/', { cookie })
  const token = tokenIn(page)!
  expect(page.status).toBe(200)
  const check = (headers: Record<string, string>): Promise<Answer> =>
    ask(
      'POST',
      '/api/editions/mk/documents/paper/check',
      { 'content-type': 'application/json', ...headers },
      '{"key":"front.title","text":"Рад"}',
    )
  expect((await check({ cookie, 'x-editions-token': token })).status).toBe(200)
  expect((await check({ cookie })).status).toBe(403)
  expect((await check({ 'x-editions-token': token })).status).toBe(401)
  expect((await check({ cookie, 'x-editions-token': token, origin: 'https://example.org' })).status).toBe(403)
})

test('a link lets in one person, once; looking at it does not use it up', async () => {
  const { pathname, search, searchParams } = new URL(workbench.invite())
  const link = searchParams.get('link')!
  const looked = await ask('GET', pathname + search, {
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
  })
  expect([looked.status, looked.text.includes(`value="${link}"`), cookieOf(looked)]).toEqual([200, true, ''])
  expect((await enter({ link })).status).toBe(303)
  expect((await enter({ link })).status).toBe(403)
})

test('the command says how others enter, and plainly that it is served without TLS', async () => {
  expect(publication.run('workbench', '--no-open', '--host', '0.0.0.0')).toMatchObject({
    status: 2,
    said: expect.stringContaining('--password-file'),
  })
  expect(publication.run('workbench', '--no-open', '--password-file', 'nowhere')).toMatchObject({ status: 2, said: expect.stringContaining('There is no such file') }) // prettier-ignore
  writeFileSync(join(publication.root, 'secret'), `${PASSWORD}\n`)
  const command = [
    '--root',
    publication.root,
    'workbench',
    '--no-open',
    '--host',
    '0.0.0.0',
    '--password-file',
    join(publication.root, 'secret'),
  ]
  const running = spawn('node', [...nodeOptions(), resolve('pipeline/cli/main.js'), ...command], { stdio: ['ignore', 'pipe', 'pipe'] })
  try {
    let said = ''
    running.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
    await expect.poll(() => said).toContain('without TLS')
    expect(said).toMatch(/http:\/\/\S+\/enter\?link=[\w-]{32}\n/)
    expect(said).not.toContain(PASSWORD)
  } finally {
    running.kill()
  }
})
