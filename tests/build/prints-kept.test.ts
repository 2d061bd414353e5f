import { spawn } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cacheWithBrowser } from '../browser-cache.ts'
import { digestsOf } from '../build-once.ts'
import { nodeOptions } from '../node-options.ts'
import { browsersOf } from '../processes.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const cache = cacheWithBrowser()
const DOCUMENT = '---\ntitle: Paper\nkind: Report\ndescription: A report.\ndate: 2018-06-08\n---\n\n## Opening\n\nA sentence.\n'

let small: SmallPublication

beforeAll(() => {
  small = createPublication({
    'content/publication.yaml': 'title: T\npublisher: P\neditions: [sq, en]\n',
    'content/paper/document.md': DOCUMENT,
  })
  // An error, for which the edition is a draft, is known before it is printed: it is printed once.
  small.run('sync')
  small.write(
    'locales/sq/paper.json',
    small.read('locales/sq/paper.json').replace('"opening.a-sentence": ""', '"opening.a-sentence": "Një *fjali."'),
  )
  small.run('sync')
})
afterAll(() => {
  small.remove()
  cache.remove()
})

/** A build into a folder of its own, and whether a browser ran meanwhile. */
async function built(): Promise<{ digests: Record<string, string>; said: string; hasBrowser: boolean }> {
  const folder = mkdtempSync(join(tmpdir(), 'editions-kept-'))
  const command = [...nodeOptions(), resolve('pipeline/cli/main.js'), '--root', small.root, 'build', '--out', folder]
  const program = spawn('node', command, { env: { ...process.env, XDG_CACHE_HOME: cache.folder } })
  let said = ''
  for (const stream of [program.stdout, program.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  let hasBrowser = false
  const watching = setInterval(() => (hasBrowser ||= browsersOf(program.pid!).length > 0), 5)
  await new Promise((end) => program.on('close', end))
  clearInterval(watching)
  const digests = digestsOf(folder)
  rmSync(folder, { recursive: true })
  return { digests, said, hasBrowser }
}

test('what was printed before is not printed again, whatever was forgotten, and damage is told and made good', async () => {
  const first = await built()
  expect(first.said).toMatch(/1 page .* 1 with errors/)
  expect(first.hasBrowser).toBe(true)

  // Another folder has no record: the browser starts, but nothing is printed.
  const again = await built()
  expect(again.digests).toEqual(first.digests)

  const entries = globSync(join(cache.folder, 'editions/store/*/*'))
  // Of each edition its PDF, its card and its first page.
  expect(entries.length).toBe(6)
  for (const entry of entries) writeFileSync(entry, readFileSync(entry).subarray(0, -1))
  const mended = await built()
  expect(mended.digests).toEqual(first.digests)
  expect(mended.said).toContain('6 prints kept from an earlier build were damaged, and made anew.')
  expect((await built()).said).not.toContain('damaged')
})

test('a build in which nothing has changed starts no browser and writes nothing', async () => {
  const folder = join(small.root, 'output')
  const run = (): string => small.run('build').said
  run()
  const before = digestsOf(folder)
  const program = spawn('node', [...nodeOptions(), resolve('pipeline/cli/main.js'), '--root', small.root, 'build'])
  let hasBrowser = false
  const watching = setInterval(() => (hasBrowser ||= browsersOf(program.pid!).length > 0), 5)
  await new Promise((end) => program.on('close', end))
  clearInterval(watching)
  expect(hasBrowser).toBe(false)
  expect(run()).toContain('all as they were')
  expect(digestsOf(folder)).toEqual(before)
})
