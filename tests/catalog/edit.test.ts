import fc from 'fast-check'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { applyEdit, type Edit } from '../../pipeline/catalog/edit.ts'
import { readPublication } from '../../pipeline/publication/publication.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const SQ = 'locales/sq/paper.json'
const FRONT = '---\ntitle: T\nkind: Report\ndescription: D\ndate: 2026-05-31\n---\n\n## One\n\n'

let publication: SmallPublication
beforeEach(() => {
  publication = createPublication({
    'content/publication.yaml': 'title: T\npublisher: P\neditions: [sq, en]\n',
    'content/paper/document.md': `${FRONT}It stays.\n\nIt goes on.\n`,
  })
  publication.run('sync')
  set({ 'one.it-stays': 'Mbetet.', 'one.it-goes-on': 'Vazhdon.' })
  publication.run('sync')
})
afterEach(() => publication.remove())

const read = (file = SQ): Record<string, string> => JSON.parse(publication.read(file)) as Record<string, string>
const set = (texts: Record<string, string>): void =>
  writeFileSync(join(publication.root, SQ), `${JSON.stringify({ ...read(), ...texts }, undefined, 2)}\n`)
const apply = async (changes: Edit['changes']) =>
  applyEdit(await readPublication(publication.root), { tag: 'sq', document: 'paper', changes }, 'an edit')
const stateOf = (key: string): string => publication.run('check', '--rule', 'stale').said.includes(key) ? 'stale' : 'fresh' // prettier-ignore

test('an edit sets its texts alone, and leaves nothing for a sync to do', async () => {
  const before = publication.read(SQ)
  const applied = await apply([{ key: 'one.it-stays', before: 'Mbetet.', after: 'Qëndron.', answers: 'It stays.' }])
  expect(applied).toMatchObject({ kind: 'applied', files: expect.arrayContaining([SQ]) as unknown })
  expect(publication.read(SQ)).toBe(before.replace('Mbetet.', 'Qëndron.'))
  expect(publication.run('sync').said).toContain('Nothing to do')
  expect(stateOf('one.it-stays')).toBe('fresh')
})

test('a text answers the source that stood before its writer, though that was edited meanwhile', async () => {
  publication.write('content/paper/document.md', `${FRONT}It must never stay.\n\nIt goes on.\n`)
  publication.run('sync')
  await apply([{ key: 'one.it-stays', before: 'Mbetet.', after: 'Qëndron.', answers: 'It stays.' }])
  expect(stateOf('one.it-stays')).toBe('stale')
})

test('where another text was saved meanwhile nothing is written, and both texts are told', async () => {
  set({ 'one.it-stays': 'Rri.' })
  const change = { key: 'one.it-stays', before: 'Mbetet.', after: 'Qëndron.', answers: 'It stays.' }
  const other = { key: 'one.it-goes-on', before: 'Vazhdon.', after: 'Ecën.', answers: 'It goes on.' }
  const file = publication.read(SQ)
  expect(await apply([change, other])).toEqual({ kind: 'conflict', conflicts: [{ change, present: 'Rri.' }] })
  expect(publication.read(SQ)).toBe(file)
})

test('an edit of one text fits where another was saved meanwhile', async () => {
  set({ 'one.it-goes-on': 'Ecën.' })
  await apply([{ key: 'one.it-stays', before: 'Mbetet.', after: 'Qëndron.', answers: 'It stays.' }])
  expect(read()).toMatchObject({ 'one.it-stays': 'Qëndron.', 'one.it-goes-on': 'Ecën.' })
})

test('a text that is taken away stays in the ledger with what it answers', async () => {
  await apply([{ key: 'one.it-stays', before: 'Mbetet.', after: '' }])
  expect(read()['one.it-stays']).toBe('')
  expect(publication.read('locales/ledger/sq/paper.json')).toContain('Mbetet.')
})

test('a key that is not there is refused by name', async () => {
  await expect(apply([{ key: 'one.nowhere', before: '', after: 'x', answers: 'y' }])).rejects.toMatchObject({
    problems: [{ ruleId: 'unknown-key', actual: 'one.nowhere' }],
  })
})

test('of edits at the same time each is applied or told as a conflict, and no text that was acknowledged is lost', async () => {
  let run = 0
  const keys = ['one.it-stays', 'one.it-goes-on'] as const
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean()), { minLength: 2, maxLength: 5 }), async (writers) => {
      const start = read()
      run++
      const results = await Promise.all(
        writers.map(async ([key, onDisk], at) => {
          const after = `${key} ${run} ${at}`
          if (!onDisk) return { key, after, ...(await apply([{ key, before: start[key]!, after, answers: 'It.' }])) }
          set({ [key]: after })
          return undefined
        }),
      )
      const applied = results.filter((each) => each?.kind === 'applied')
      // Of those that were made from the same text, one fits.
      for (const key of keys) expect(applied.filter((each) => each.key === key).length).toBeLessThanOrEqual(1)
      for (const each of applied)
        if (!writers.some(([key, onDisk]) => onDisk && key === each.key)) expect(read()[each.key]).toBe(each.after)
    }),
    { numRuns: 25, seed: 4 },
  )
})
