import { spawnSync } from 'node:child_process'
import { mkdirSync, renameSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const places: SmallPublication[] = []
afterEach(() => places.splice(0).forEach((place) => place.remove()))

function publication(): SmallPublication {
  const place = createPublication({ 'content/publication.yaml': 'title: T\npublisher: P\neditions: [en]\n' })
  places.push(place)
  return place
}

function check(cwd: string, ...command: readonly string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync('node', [resolve('pipeline/cli/main.js'), ...command, 'check'], { encoding: 'utf8', cwd })
  return { status, said: stdout + stderr }
}

test('who names publication.yaml in the place of its folder is told the folder', () => {
  const { root } = publication()
  const { status, said } = check(root, '--root', join(root, 'content/publication.yaml'))
  expect([status, said]).toEqual([2, expect.stringContaining(`Name the folder with --root: --root ${root}.`)])
})

test('a folder Content is named, which some systems take for content', () => {
  const { root } = publication()
  renameSync(join(root, 'content'), join(root, 'Content'))
  const { status, said } = check(root)
  expect([status, said]).toEqual([2, expect.stringMatching(/found +Content\/\n[^]*Rename Content to content\./)])
})

test('a command in a folder that has been removed says so', () => {
  const place = publication()
  mkdirSync(join(place.root, 'gone'))
  const command = `rmdir "$PWD" && exec node '${resolve('pipeline/cli/main.js')}' check`
  const { status, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8', cwd: join(place.root, 'gone') })
  expect([status, stderr]).toEqual([2, expect.stringContaining('has been removed, or moved.')])
})
