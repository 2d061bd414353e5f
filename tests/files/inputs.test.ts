import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openInputs } from '../../pipeline/files/inputs.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'editions-inputs-'))
  file = join(folder, 'a.txt')
  writeFileSync(file, 'one')
  mkdirSync(join(folder, 'sub'))
  writeFileSync(join(folder, 'sub/c.txt'), '')
})
afterEach(() => rmSync(folder, { recursive: true }))

const digest = (...paths: string[]): string => openInputs().look().digest(paths)

test('what a file holds tells its digest, not when it was written', () => {
  const before = digest(file)
  writeFileSync(file, 'two')
  expect(digest(file)).not.toBe(before)
  writeFileSync(file, 'one')
  expect(digest(file)).toBe(before)
  rmSync(file)
  const gone = digest(file)
  expect(gone).not.toBe(before)
  writeFileSync(file, '')
  expect(digest(file)).not.toBe(gone)
})

test.each<[string, () => void]>([
  ['a file is added', () => writeFileSync(join(folder, 'b.txt'), '')],
  ['a file below it is changed', () => writeFileSync(join(folder, 'sub/c.txt'), 'x')],
  ['a file is removed', () => rmSync(file)],
  ['a file is renamed', () => renameSync(file, join(folder, 'b.txt'))],
  ['a link is added', () => symlinkSync('a.txt', join(folder, 'link'))],
])('a folder’s digest is another where %s', (_, change) => {
  const before = digest(folder)
  change()
  expect(digest(folder)).not.toBe(before)
})

test('a file that is known by its stamp is not read again, and one that was changed just now is', () => {
  const old = new Date(Date.now() - 60_000)
  utimesSync(file, old, old)
  const inputs = openInputs().look()
  inputs.digest([file])
  // The system’s own time of change cannot be set: the file is young.
  expect(inputs.known()).toEqual({})
  const found = statSync(file, { bigint: true })
  const stamp = [(found.mode & 0o7777n).toString(8), found.size, found.ino, found.mtimeNs, found.ctimeNs].join(' ')
  const told = openInputs({ [file]: { stamp, sha256: 'as it was told' } }).look()
  expect(told.digest([file])).not.toBe(digest(file))
  expect(told.known()).toEqual({ [file]: { stamp, sha256: 'as it was told' } })
  writeFileSync(file, 'two')
  expect(
    openInputs({ [file]: { stamp, sha256: 'as it was told' } })
      .look()
      .digest([file]),
  ).toBe(digest(file))
})
