import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeLocales } from '../../pipeline/catalog/alone.ts'
import { readTextCollection } from '../../pipeline/catalog/text-collection.ts'
import { stagesOf, take, writePending } from '../../pipeline/catalog/sync.ts'
import { Overtaken } from '../../pipeline/files/swap.ts'
import type { Failure } from '../../pipeline/problem.ts'
import { readPublication } from '../../pipeline/publication/publication.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const document = (text: string): string =>
  `---\ntitle: T\nkind: Report\ndescription: D\ndate: 2026-05-31\n---\n\n## One\n\n${text}\n\nIt stays.\n`
const SQ = 'locales/sq/paper.json'
const SAVED = 'E ruajtur ndërkohë.'

let publication: SmallPublication
beforeEach(() => {
  publication = createPublication({
    'content/publication.yaml': 'title: T\npublisher: P\neditions: [sq, mk, en]\n',
    'content/paper/document.md': document('A sentence of seven words, no more.'),
  })
  publication.run('sync')
  edit(SQ, (texts) => ({ ...texts, 'one.it-stays': 'Mbetet.' }))
  publication.run('sync')
  write('content/paper/document.md', `${document('A sentence of nine words, no more.')}\nAnd one is new.\n`)
})
afterEach(() => publication.remove())

const write = (file: string, text: string): void => writeFileSync(join(publication.root, file), text)
const edit = (file: string, change: (texts: Record<string, string>) => Record<string, string>): void =>
  write(file, JSON.stringify(change(JSON.parse(publication.read(file)) as Record<string, string>), null, 2))
const save = (file = SQ): void => edit(file, (texts) => ({ ...texts, 'one.it-stays': SAVED }))
const open = async () => {
  const read = await readPublication(publication.root)
  return { read, collection: await readTextCollection(read, read.documents) }
}

test('a text that is saved before any step of a sync is not written over: the sync begins anew with it', async () => {
  const { read, collection } = await open()
  const steps = stagesOf(collection.pending).flat()
  const at = steps.findIndex(({ file }) => file === SQ)
  expect(at).toBeGreaterThanOrEqual(0)
  const standing = new Map()
  for (const step of steps.slice(0, at)) await take(read.root, step, standing)
  save()
  await expect(take(read.root, steps[at]!, standing)).rejects.toThrow(Overtaken)
  expect(publication.read(SQ)).toContain(SAVED)

  let tries = 0
  await changeLocales(read, 'sync', async () => {
    const { collection: present } = await open()
    if (tries++ < 2) edit(SQ, (texts) => ({ ...texts, 'one.it-stays': `${SAVED} ${tries}` }))
    await writePending(read, present.pending)
  })
  expect(tries).toBe(3)
  expect(publication.read(SQ)).toContain(`${SAVED} 2`)
  expect(Object.keys(JSON.parse(publication.read(SQ)) as object)).toContain('one.and-one-is-new')
  expect(publication.run('status').said).not.toContain('moved on')
})

test('a file that appears, or goes, is one that was changed', async () => {
  const { read, collection } = await open()
  const steps = stagesOf(collection.pending).flat()
  for (const [at, { file, digest }] of steps.entries()) {
    if (steps.findIndex((step) => step.file === file) < at) continue
    const path = join(read.root, file)
    if (digest === undefined) {
      mkdirSync(join(path, '..'), { recursive: true })
      write(file, SAVED)
    } else renameSync(path, `${path}.elsewhere`)
    await expect(take(read.root, steps[at]!, new Map())).rejects.toThrow(Overtaken)
    expect(existsSync(path) && readFileSync(path, 'utf8')).toBe(digest === undefined && SAVED)
  }
})

test('who saves again and again is asked to stop, by the file’s name', async () => {
  const { read } = await open()
  let tries = 0
  const change = changeLocales(read, 'sync', async () => {
    const { collection } = await open()
    edit(SQ, (texts) => ({ ...texts, 'one.it-stays': `${SAVED} ${tries++}` }))
    await writePending(read, collection.pending)
  })
  const { problems } = await change.then(
    () => ({ problems: [] }),
    (error: unknown) => error as Failure,
  )
  expect(problems.map(({ file, ruleId }) => [file, ruleId])).toEqual([[join(read.root, SQ), 'busy']])
  expect(publication.read(SQ)).toContain(`${SAVED} ${tries - 1}`)
})

test('texts that are saved while any command writes stand in the end', async () => {
  edit(SQ, (texts) => ({ ...texts, 'one.heading': 'Një  e' }))
  for (const command of [
    ['sync'],
    ['check', '--fix'],
    ['review', '--edition', 'sq', '--all'],
    ['accept', '--edition', 'sq', 'one.it-stays'],
  ]) {
    for (let round = 0; round < 2; round++) {
      write('content/paper/document.md', document(`A sentence of ${command.length + 2 * round} words, no more, and ${command[0]}.`))
      const child = spawn('node', [resolve('pipeline/cli/main.js'), '--root', publication.root, ...command])
      const ended = new Promise((end) => child.on('close', end))
      let number = 0
      // Saves as fast as it can, in the place and by a file that is moved there, as editors do.
      while (child.exitCode === null && child.signalCode === null) {
        number++
        const text = JSON.stringify(
          { ...(JSON.parse(publication.read(SQ)) as object), 'one.it-stays': `${SAVED} ${command[0]} ${round} ${number}` },
          null,
          2,
        )
        write(`${SQ}.new`, text)
        renameSync(join(publication.root, `${SQ}.new`), join(publication.root, SQ))
        await new Promise((done) => setTimeout(done, 15))
      }
      await ended
      const standing = publication.read(SQ) + publication.read('locales/ledger/sq/paper.json')
      expect(standing).toContain(`${SAVED} ${command[0]} ${round} ${number}`)
    }
  }
})

test('two commands at once lose nothing of each other', async () => {
  expect(publication.run('sync').status).toBe(0)
  edit(SQ, () => Object.fromEntries(Object.keys(JSON.parse(publication.read(SQ)) as object).map((key, at) => [key, `Teksti ${at}.`])))
  expect(publication.run('sync').status).toBe(0)
  const keys = ['front.title', 'front.kind', 'front.description', 'one.it-stays']
  const runs = keys.map((key) => {
    const command = ['review', '--edition', 'sq', '--document', 'paper', '--by', key, key]
    const child = spawn('node', [resolve('pipeline/cli/main.js'), '--root', publication.root, ...command])
    return new Promise((end) => child.on('close', end))
  })
  expect(await Promise.all(runs)).toEqual([0, 0, 0, 0])
  const ledger = publication.read('locales/ledger/sq/paper.json')
  expect(keys.filter((key) => !ledger.includes(`"by": "${key}"`))).toEqual([])
  const names = readdirSync(join(publication.root, 'locales'), { recursive: true, encoding: 'utf8' })
  expect(names.filter((name) => /(^|\/)\./.test(name))).toEqual([])
})
