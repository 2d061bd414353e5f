import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withLock } from '../../pipeline/files/lock.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const of = (title: string): SmallPublication =>
  createPublication({
    'content/publication.yaml': `title: ${title}\npublisher: P\neditions: [en, sq, mk]\n`,
    'content/paper/document.md': `---\ntitle: ${title}\nkind: Report\ndescription: D\ndate: 2026-05-31\n---\n\n## One\n\nA sentence.\n`,
    [`content/${title}/document.md`]: `---\ntitle: ${title}\nkind: Report\ndescription: D\ndate: 2026-05-31\n---\n\n## Two\n\nA sentence.\n`,
  })
const publications = [of('here'), of('there')]
const out = join(publications[0]!.root, 'output')
afterAll(() => publications.forEach((publication) => publication.remove()))

const build = (root: string, ...more: string[]) =>
  new Promise((end) => {
    const command = ['--root', root, 'build', '--format', 'html', '--out', out, ...more]
    spawn('node', [resolve('pipeline/cli/main.js'), ...command]).on('close', end)
  })

test('builds of different states into one folder at once leave it whole, whoever comes last', async () => {
  for (let round = 0; round < 3; round++) {
    const roots = publications.map(({ root }) => root)
    expect(await Promise.all((round % 2 ? roots : roots.toReversed()).map((root) => build(root)))).toEqual([0, 0])
    expect(publications[0]!.run('verify').said).toContain('No problems')
  }
})

test('parts that are built at once are all there', async () => {
  const { root } = publications[0]!
  expect(await Promise.all(['en', 'sq', 'mk'].map((tag) => build(root, '--edition', tag)))).toEqual([0, 0, 0])
  const manifest = JSON.parse(publications[0]!.read('output/manifest.json')) as { complete: boolean; files: Record<string, unknown> }
  expect(manifest.complete).toBe(true)
  expect(Object.keys(manifest.files)).toEqual(expect.arrayContaining(['en', 'sq', 'mk'].map((tag) => `${tag}/paper/index.html`)))
  expect(publications[0]!.run('verify').said).toContain('No problems')
})

test('who publishes is named to the one who waits too long; of a command that has ended the next one takes over', () => {
  const lock = join(out, '.publishing')
  const own = { id: 'x', command: 'build', host: 'desk', machine: 'another', since: '2026-05-31T10:00:00.000Z' }
  writeFileSync(lock, JSON.stringify({ ...own, pid: 17 }))
  const { status, said } = publications[0]!.run('build', '--format', 'html')
  expect([status, said]).toEqual([
    2,
    expect.stringMatching(/Another command is changing this[^]*build, process 17 on desk, since 2026-05-31/),
  ])
  writeFileSync(lock, 'cut sh')
  // Its writer was killed, or is at it: a moment tells.
  expect(publications[0]!.run('build', '--format', 'html').status).toBe(0)
})

test('where a file stands in the place of the folder of locks, nobody waits for another', async () => {
  const folder = join(publications[1]!.root, 'locks')
  writeFileSync(folder, '')
  expect(await withLock(join(folder, 'own.json'), 'locales/', 'sync', async () => 'done')).toBe('done')
})
