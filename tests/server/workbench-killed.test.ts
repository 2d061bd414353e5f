import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nodeOptions } from '../node-options.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const DOCUMENTS = Array.from({ length: 12 }, (_, at) => `paper-${at}`)
const KILLS = [1, 6, 11]

let publication: SmallPublication
const cache = mkdtempSync(join(tmpdir(), 'editions-killed-'))

beforeAll(() => {
  const front = '---\ntitle: Paper\nkind: Report\ndescription: D.\ndate: 2018-06-08\n---\n\nThe council has met.\n'
  publication = createPublication({
    'content/publication.yaml': 'title: P\npublisher: P\neditions: [mk, en]\n',
    ...Object.fromEntries(DOCUMENTS.map((id) => [`content/${id}/document.md`, front])),
  })
  publication.run('sync')
  for (const id of DOCUMENTS)
    publication.write(`locales/mk/${id}.json`, publication.read(`locales/mk/${id}.json`).replaceAll('""', '"Советот се состана."'))
  publication.run('sync')
})
afterAll(() => {
  publication.remove()
  rmSync(cache, { recursive: true })
})

/** Runs in a process of its own, which is killed: replaces a word in all documents, or completes what was begun. */
const SCRIPT = `
  const [root, find, put] = process.argv.slice(1)
  const { openProject } = await import('${resolve('pipeline/project/project.ts')}')
  const { openWorkbench } = await import('${resolve('pipeline/server/workbench.ts')}')
  const workbench = await openWorkbench(openProject(root), 0)
  if (find) {
    const token = /name="editions-token" content="([^"]+)"/.exec(await (await fetch(workbench.address)).text())[1]
    const ask = async (body) => (await fetch(workbench.address + 'api/replace', { method: 'POST', headers: { 'x-editions-token': token, 'content-type': 'application/json' }, body: JSON.stringify(body) })).json()
    const { changes } = await ask({ tag: 'mk', find, put, dryRun: true })
    process.stdout.write('now')
    await ask({ tag: 'mk', changes: changes.map(({ document, key, version, after }) => ({ document, key, version, after })), dryRun: false })
  }
  await workbench.close()
  process.exit()
`

const run = (...words: string[]): ReturnType<typeof spawn> =>
  spawn('node', [...nodeOptions(), '--input-type=module', '--eval', SCRIPT, publication.root, ...words], {
    env: { ...process.env, XDG_CACHE_HOME: cache },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
const fileOf = (id: string): string => join(publication.root, `locales/mk/${id}.json`)
const filesWith = (word: string): number => DOCUMENTS.filter((id) => readFileSync(fileOf(id), 'utf8').includes(word)).length

test.each(KILLS)('a replacement that is killed after %i files is complete, or never was, when the workbench opens again', async (many) => {
  const [find, put] = filesWith('Советот') > 0 ? (['советот', 'одборот'] as const) : (['одборот', 'советот'] as const)
  const word = put === 'одборот' ? 'Одборот' : 'Советот'
  const killed = run(find, put)
  await once(killed.stdout!, 'data')
  const ends = once(killed, 'exit')
  const before = new Map(DOCUMENTS.map((id) => [id, statSync(fileOf(id)).ino]))
  // Files are replaced whole, by others.
  while (killed.exitCode === null && DOCUMENTS.filter((id) => statSync(fileOf(id)).ino !== before.get(id)).length < many)
    await new Promise((end) => setImmediate(end))
  killed.kill('SIGKILL')
  await ends
  const begun = filesWith(word)
  await once(run(), 'exit')
  const complete = filesWith(word)
  expect([0, DOCUMENTS.length]).toContain(complete)
  if (begun > 0) expect(complete).toBe(DOCUMENTS.length)
})
