import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { namesBelow, walk } from '../../pipeline/files/disk.ts'

const place = mkdtempSync(join(tmpdir(), 'editions-disk-'))
afterAll(() => rmSync(place, { recursive: true }))

test('what stands below a folder is listed in order, and links in it lead nowhere', () => {
  const folder = join(place, 'folder')
  mkdirSync(join(folder, 'b/c'), { recursive: true })
  mkdirSync(join(place, 'elsewhere'))
  writeFileSync(join(place, 'elsewhere/precious.txt'), '')
  for (const name of ['b/c/file', 'b/file', 'a']) writeFileSync(join(folder, name), '')
  symlinkSync(join(place, 'elsewhere'), join(folder, 'b/link'))
  symlinkSync(folder, join(folder, 'around'))
  expect(walk(folder)).toEqual({ files: ['a', 'b/c/file', 'b/file'], others: ['around', 'b/link'] })
  expect(namesBelow(folder)).toEqual(['a', 'around', 'b/c/file', 'b/file', 'b/link'])
  expect(walk(join(place, 'nothing'))).toEqual({ files: [], others: [] })
  expect(namesBelow(join(folder, 'a'))).toEqual([])
})
