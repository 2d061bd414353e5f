import { spawnSync } from 'node:child_process'
import { appendFileSync, openSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createPublication } from '../small-publication.ts'

const publication = createPublication({
  'content/publication.yaml': 'title: T\npublisher: P\neditions: [en, sq]\n',
  'content/paper/document.md': '---\ntitle: T\nkind: Report\ndescription: D\ndate: 2026-05-31\n---\n\n## One\n\nA sentence.\n',
})
afterAll(() => publication.remove())

/** Linux’s disk that is always full (full(4)). */
const FULL = openSync('/dev/full', 'w')

const run = (command: readonly string[], stdout: number | 'pipe', stderr: number | 'pipe') =>
  spawnSync('node', [resolve('pipeline/cli/main.js'), '--root', publication.root, ...command], {
    encoding: 'utf8',
    stdio: ['ignore', stdout, stderr],
  })

test.each([
  ['status'],
  ['status', '--json'],
  ['sync', '--dry-run'],
  ['sync', '--json'],
  ['sync'],
  ['check'],
  ['check', '--fix'],
  ['check', '--format', 'json'],
  ['check', '--format', 'sarif'],
  ['check', '--format', 'github'],
  ['review', '--edition', 'sq', '--all'],
  ['build', '--format', 'html'],
  ['verify'],
  ['--help'],
  ['build', '--help'],
])('a report that a full disk does not take is a failure: %#', (...command) => {
  const { status, stderr } = run(command, FULL, 'pipe')
  expect([status, stderr]).toEqual([2, expect.stringContaining('the report  This cannot be written: the disk is full.')])
})

test('so is what goes wrong, where it cannot be told', () => {
  publication.run('build', '--format', 'html')
  appendFileSync(join(publication.root, 'output/sq/paper/index.html'), ' ')
  expect(run(['verify'], 'pipe', 'pipe').status).toBe(1)
  expect(run(['verify'], 'pipe', FULL).status).toBe(2)
})

test('a reader that has enough ends nothing, and hears of nothing', () => {
  const script = `node "$1" --root "$2" status --json | head -c 1; echo "\${PIPESTATUS[0]}"`
  const { stdout, stderr } = spawnSync('bash', ['-c', script, 'sh', resolve('pipeline/cli/main.js'), publication.root], {
    encoding: 'utf8',
  })
  expect([stdout, stderr]).toEqual(['{0\n', ''])
})
