import { hash } from 'node:crypto'
import { chmodSync, cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { nameOf } from '../../pipeline/artifacts/stored.ts'
import { textOf } from '../../pipeline/jobs/order.ts'
import { openSharedStore } from '../../pipeline/jobs/shared-store.ts'
import { Failure } from '../../pipeline/problem.ts'
import { openBucketServer, type BucketServer } from './bucket-server.ts'

const NAME = nameOf('a print')
const STORED = { facts: { pages: 7 }, bytes: new TextEncoder().encode('%PDF\nbytes\n\0') }

const place = mkdtempSync(join(tmpdir(), 'editions-shared-'))
afterAll(() => rmSync(place, { recursive: true }))

let server: BucketServer
beforeEach(async () => {
  server = await openBucketServer()
  vi.stubEnv('AWS_ENDPOINT_URL_S3', server.address)
  vi.stubEnv('AWS_REGION', 'eu-north-1')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'an-id')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'a-secret')
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await server.close()
  rmSync(join(place, 'store'), { recursive: true, force: true })
})

/** The objects of a place by their paths, and how one is damaged. */
const PLACES = {
  folder: {
    address: () => join(place, 'store'),
    paths: () => globSync('*/*/*', { cwd: join(place, 'store') }),
    damage: (path: string) => writeFileSync(join(place, 'store', path), readFileSync(join(place, 'store', path)).subarray(0, -1)),
  },
  S3: {
    address: () => 's3://bucket/some/prefix',
    paths: () => [...server.objects.keys()].map((path) => path.replace('/bucket/some/prefix/', '')),
    damage: (path: string) => {
      const key = `/bucket/some/prefix/${path}`
      server.objects.set(key, server.objects.get(key)!.subarray(0, -1))
    },
  },
}

const PIECE = 'p { margin: 0 }'
const DIGEST = hash('sha256', PIECE)
const ORDER = { stored: STORED, pieces: new Map([[DIGEST, new TextEncoder().encode(PIECE)]]) }

test('a damaged print that nobody may remove is not taken for written: its worker would be asked for it for ever', async () => {
  const { address, paths, damage } = PLACES.S3
  await (await openSharedStore(address())).commit(NAME, STORED)
  server.keeps = true
  damage(paths().find((path) => path.startsWith('prints/'))!)
  const store = await openSharedStore(address())
  await expect(store.commit(NAME, STORED)).rejects.toThrow(/damaged print/)
  await expect(store.orders.write(NAME, ORDER)).resolves.toBeUndefined()
  await store.close()
})

describe.each(Object.entries(PLACES))('a store in %s', (_, { address, paths, damage }) => {
  test('what one machine commits, another gets, once, however many commit it at the same time', async () => {
    const stores = await Promise.all(Array.from({ length: 4 }, () => openSharedStore(address())))
    expect(await stores[0]!.get(NAME)).toBeUndefined()
    await Promise.all(stores.map((store) => store.commit(NAME, STORED)))
    for (const store of stores) {
      const { facts, bytes } = (await store.get(NAME))!
      expect(facts).toEqual(STORED.facts)
      expect(Buffer.compare(bytes, STORED.bytes)).toBe(0)
      expect(store.damaged).toBe(0)
      await store.close()
    }
    expect(paths()).toEqual([`prints/${NAME.slice(0, 2)}/${NAME}`])
  })

  test('what is damaged is not given, and made anew', async () => {
    const store = await openSharedStore(address())
    await store.commit(NAME, STORED)
    damage(paths()[0]!)
    expect(await store.get(NAME)).toBeUndefined()
    expect(store.damaged).toBe(1)
    await store.commit(NAME, STORED)
    damage(paths()[0]!)
    // Whoever commits it does not rely on what is there.
    await (await openSharedStore(address())).commit(NAME, STORED)
    expect((await store.get(NAME))?.facts).toEqual(STORED.facts)
    await store.close()
  })

  test('an order is there until it is removed', async () => {
    const store = await openSharedStore(address())
    await store.orders.write(NAME, ORDER)
    expect((await store.orders.read(NAME))?.facts).toEqual(STORED.facts)
    expect(await store.get(NAME)).toBeUndefined()
    await store.orders.remove(NAME)
    expect(await store.orders.read(NAME)).toBeUndefined()
    // What it names is there for others.
    expect(textOf((await store.pieces.read(DIGEST))!)).toBe(PIECE)
    await store.close()
  })

  test('a piece that is damaged, or gone, is written anew once it is missed', async () => {
    const [store, worker] = [await openSharedStore(address()), await openSharedStore(address())]
    await store.orders.write(NAME, ORDER)
    damage(paths().find((path) => path.startsWith('pieces/'))!)
    expect(await worker.pieces.read(DIGEST)).toBeUndefined()
    await store.orders.write(NAME, ORDER)
    expect(await worker.pieces.read(DIGEST)).toBeUndefined()
    store.pieces.doubt()
    await store.orders.write(NAME, ORDER)
    expect(textOf((await worker.pieces.read(DIGEST))!)).toBe(PIECE)
    await worker.close()
    await store.close()
  })

  test.each(['', '..', '../../etc/passwd', `${NAME}/`, NAME.toUpperCase(), `${NAME}0`, NAME.slice(1)])(
    '“%s” names no object, and nothing is written',
    async (name) => {
      const store = await openSharedStore(address())
      await expect(store.get(name)).rejects.toThrow(/digest/)
      await expect(store.commit(name, STORED)).rejects.toThrow(/digest/)
      await expect(store.orders.write(name, { stored: STORED, pieces: new Map() })).rejects.toThrow(/digest/)
      await expect(store.orders.write(NAME, { stored: STORED, pieces: new Map([[name, STORED.bytes]]) })).rejects.toThrow(/digest/)
      expect(paths()).toEqual([])
      await store.close()
    },
  )
})

test('an object of another name in its place is found', async () => {
  const store = await openSharedStore(join(place, 'store'))
  const other = nameOf('another print')
  await store.commit(NAME, STORED)
  await store.commit(other, STORED)
  const [path, otherPath] = [NAME, other].map((name) => join(place, 'store/prints', name.slice(0, 2), name))
  cpSync(path!, otherPath!)
  expect(await store.get(other)).toBeUndefined()
  expect(await store.get(NAME)).toBeDefined()
})

const failureOf = async (address: string): Promise<string> => {
  const error: unknown = await openSharedStore(address).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(Failure)
  const [problem] = (error as Failure).problems
  return [problem!.reason, problem!.actual, problem!.note].join(' ')
}

test('a bucket that overwrites is refused, and nothing is left in it', async () => {
  server.overwrites = true
  expect(await failureOf('s3://bucket')).toContain('412')
  expect([...server.objects]).toEqual([])
})

test('a bucket that may not be written is refused without a word of the credentials', async () => {
  server.refuses = 403
  const said = await failureOf('s3://bucket')
  expect(said).toContain('AccessDenied')
  expect(said).not.toMatch(/a-secret|an-id/)
})

test('an answer that is lost is asked for again', async () => {
  const store = await openSharedStore('s3://bucket')
  server.failures = 2
  await store.commit(NAME, STORED)
  expect((await store.get(NAME))?.facts).toEqual(STORED.facts)
  await store.close()
})

test.each(['s3://', 's3://Bucket', 's3:///prefix'])('%s is no address of a bucket', async (address) => {
  expect(await failureOf(address)).toContain('no address of a bucket')
})

test('the folders of a store that others may write in may be written in by them as well', async () => {
  const folder = join(place, 'store')
  mkdirSync(folder)
  chmodSync(folder, 0o2777)
  const store = await openSharedStore(folder)
  await store.commit(NAME, STORED)
  const modes = ['prints', ...globSync('prints/*', { cwd: folder })].map((path) => statSync(join(folder, path)).mode & 0o7777)
  expect(modes).toEqual([0o2777, 0o2777])
})
