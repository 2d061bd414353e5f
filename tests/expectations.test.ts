import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { readExpectations, writeExpectations, type Expectations } from '../pipeline/expectations.ts'
import type { Publication } from '../pipeline/model/publication.ts'

const cache = mkdtempSync(join(tmpdir(), 'editions-cache-'))
vi.stubEnv('XDG_CACHE_HOME', cache)
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(cache, { recursive: true })
})

const publication = { root: '/somewhere' } as Publication
const layouts: Expectations = new Map([
  ['en paper', { pages: 5, headings: new Map([['s-constructor', 2], ['__proto__', 3]]), narrowed: [0, 2], ends: [4, 7], begun: [9], turned: [10], inside: [11], digest: 'x' }],
]) // prettier-ignore

test('layouts are read as they were written', async () => {
  expect(await readExpectations(publication)).toEqual(new Map())
  await writeExpectations(publication, layouts)
  expect(await readExpectations(publication)).toEqual(layouts)
  expect(await readExpectations({ root: '/elsewhere' } as Publication)).toEqual(new Map())
})

test('what was changed since is not read: pages could end elsewhere for it', async () => {
  await writeExpectations(publication, layouts)
  const [file] = globSync(join(cache, 'editions/layouts/*'))
  const written = readFileSync(file!, 'utf8')
  for (const changed of [
    written.replace('[4,7]', '[4,8]'),
    written.replace('"pages":5', '"pages":1e22'),
    written.slice(0, -9),
    '',
    'null',
    '[]',
    '{}',
    '{"digest":"x"}',
  ]) {
    expect(changed).not.toBe(written)
    writeFileSync(file!, changed)
    expect(await readExpectations(publication)).toEqual(new Map())
  }
  await writeExpectations(publication, layouts)
  expect(await readExpectations(publication)).toEqual(layouts)
})
