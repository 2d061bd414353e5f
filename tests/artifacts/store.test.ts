import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { openStore } from '../../pipeline/artifacts/store.ts'
import { nameOf } from '../../pipeline/artifacts/stored.ts'

const cache = mkdtempSync(join(tmpdir(), 'editions-cache-'))
vi.stubEnv('XDG_CACHE_HOME', cache)
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(cache, { recursive: true })
})
beforeEach(() => rmSync(join(cache, 'editions/store'), { recursive: true, force: true }))

const NAME = nameOf('a', 'b')
const STORED = { facts: { pages: 7, words: 'a line\nand another' }, bytes: new TextEncoder().encode('%PDF\nbytes\n\0') }
const entries = (): string[] => globSync(join(cache, 'editions/store/*/*')).sort()

test('what was put there is given, byte for byte, by this run and another', async () => {
  const store = openStore()
  expect(await store.get(NAME)).toBeUndefined()
  store.put(NAME, STORED)
  await store.close()
  for (const each of [store, openStore()]) {
    const { facts, bytes } = (await each.get(NAME))!
    expect(facts).toEqual(STORED.facts)
    expect(Buffer.compare(bytes, STORED.bytes)).toBe(0)
    expect(each.damaged).toBe(0)
  }
})

test('parts of a name are told apart', () => {
  expect(nameOf('a', 'bc')).not.toBe(nameOf('ab', 'c'))
  expect(nameOf('a\n1\nb')).not.toBe(nameOf('a', 'b'))
})

const whole = async (): Promise<{ file: string; written: Buffer }> => {
  const store = openStore()
  store.put(NAME, STORED)
  await store.close()
  const [file] = entries()
  return { file: file!, written: readFileSync(file!) }
}

test('an entry that is damaged, cut short, empty, or another’s is not given: it is counted, and gone', async () => {
  const { file, written } = await whole()
  const changed = [
    ...Array.from(written, (_, at) => written.with(at, written[at]! ^ 1)),
    ...Array.from(written, (_, length) => written.subarray(0, length)),
    Buffer.concat([written, Buffer.from(' ')]),
  ]
  const store = openStore()
  for (const [at, bytes] of changed.entries()) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
    expect(await store.get(NAME)).toBeUndefined()
    expect(store.damaged).toBe(at + 1)
    expect(entries()).toEqual([])
  }
  const other = nameOf('another')
  store.put(other, STORED)
  await store.close()
  writeFileSync(
    entries().find((path) => path.endsWith(other))!,
    written,
  )
  expect(await store.get(other)).toBeUndefined()
})

test('where there is more than there may be, what was not asked for longest goes', async () => {
  const bytes = new Uint8Array(10_000)
  const names = Array.from({ length: 8 }, (_, number) => nameOf(String(number)))
  const store = openStore(50_000)
  for (const [at, name] of names.entries()) {
    store.put(name, { facts: {}, bytes })
    await store.close()
    const path = entries().find((each) => each.endsWith(name))!
    utimesSync(path, new Date(at * 1000), new Date(at * 1000))
    if (at === 3) expect(await store.get(names[0]!)).toBeDefined()
  }
  const left = names.map((name) => entries().some((path) => path.endsWith(name)))
  expect(left[0]).toBe(true)
  expect(left[1]).toBe(false)
  expect(left.at(-1)).toBe(true)
  expect(left.filter(Boolean).length).toBeLessThan(6)
})
