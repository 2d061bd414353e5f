import { appendFileSync, chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs' // prettier-ignore
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isIntact, sealFolder } from '../../pipeline/pdf/seal.ts'

let folder = ''
const program = (): string => join(folder, 'program')

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'editions-seal-'))
  mkdirSync(join(folder, 'lib'))
  writeFileSync(program(), 'program', { mode: 0o700 })
  writeFileSync(join(folder, 'lib', 'one.so'), 'library')
  await sealFolder(folder)
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a folder is intact as it was sealed', async () => {
  expect(await isIntact(folder, false)).toBe(true)
  expect(await isIntact(folder, true)).toBe(true)
})

const seal = (): string => join(folder, 'unpacked.json')

test.each<[string, () => void]>([
  ['other bytes, same size', () => writeFileSync(program(), 'PROGRAM')],
  ['the same with the old time', () => (writeFileSync(program(), 'PROGRAM'), utimesSync(program(), 1, 1))],
  ['cut short', () => truncateSync(program(), 3)],
  ['longer', () => appendFileSync(program(), '!')],
  ['not to be run', () => chmodSync(program(), 0o600)],
  ['for others to write', () => chmodSync(program(), 0o722)],
  ['gone', () => rmSync(program())],
  ['another file in a folder', () => writeFileSync(join(folder, 'lib', 'one.so'), 'LIBRARY')],
  ['a folder in its place', () => (rmSync(program()), mkdirSync(program()))],
  ['no seal', () => rmSync(seal())],
  ['a seal cut short', () => truncateSync(seal(), 20)],
  ['a seal that says nothing', () => writeFileSync(seal(), '{"program":{}}')],
  ['a seal of another form', () => writeFileSync(seal(), '{"size":7}')],
  ['a seal of nothing', () => writeFileSync(seal(), '{}')],
  ['a seal that is no object', () => writeFileSync(seal(), 'null')],
])('%s is damage', async (_, spoil) => {
  spoil()
  expect(await isIntact(folder, false)).toBe(false)
  expect(await isIntact(folder, true)).toBe(false)
})

test('a file that was copied back is intact, and is sealed as it is now', async () => {
  const before = statSync(seal()).mtimeMs
  copyFileSync(program(), join(folder, 'beside'))
  rmSync(program())
  copyFileSync(join(folder, 'beside'), program())
  expect(await isIntact(folder, false)).toBe(true)
  expect(statSync(seal()).mtimeMs).toBeGreaterThan(before)
})
