/** Builds over several machines for proofs: a small publication, a Redis, a store, and workers, which end with each proof. */
import { spawn, type ChildProcess } from 'node:child_process'
import { hash } from 'node:crypto'
import { once } from 'node:events'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { unpack } from '../../pipeline/artifacts/stored.ts'
import { build, type BuildReport } from '../../pipeline/build.ts'
import { openOwnPrinter, ownMaker } from '../../pipeline/cli/prints.ts'
import { readRoll } from '../../pipeline/jobs/roll.ts'
import { openBuildPrinting, type BuildPrinting } from '../../pipeline/jobs/shared-printing.ts'
import type { Timings } from '../../pipeline/jobs/timings.ts'
import { openProject } from '../../pipeline/project/project.ts'
import { cacheWithBrowser } from '../browser-cache.ts'
import { digestsOf } from '../build-once.ts'
import { nodeOptions } from '../node-options.ts'
import { createPublication } from '../small-publication.ts'
import type { WorkerOrder } from './print-worker.ts'
import { openRedis, type OwnRedis } from './redis.ts'

const cache = cacheWithBrowser()
vi.stubEnv('XDG_CACHE_HOME', cache.folder)
export const env = { ...process.env, XDG_CACHE_HOME: cache.folder }

/** Times as they are, but shorter. A machine that is busy with other tests takes seconds for a print. */
export const TIMINGS: Timings = { lock: 2_000, stalled: 1_000, drain: 1, beat: 500, look: 50, patience: 60_000, again: 200 }

export const letter = (words: string): string =>
  `---\ntitle: Letter\nkind: Press release\nform: letter\ndescription: A letter.\ndate: 2018-06-08\n---\n\n${words}\n`
export const small = createPublication({
  'content/publication.yaml': 'title: T\npublisher: P\neditions: [en, sq]\nformats: [html, pdf]\n',
  'content/first/document.md': letter('A sentence.'),
  'content/second/document.md': letter('Another sentence.'),
})
export const PRINTS = 4

export const place = mkdtempSync(join(tmpdir(), 'editions-prove-queue-'))
export const store = join(place, 'store')
export const workers = new Set<ChildProcess>()
export let redis: OwnRedis
export let whole: Record<string, string>
let builds = 0

beforeAll(async () => {
  redis = await openRedis(join(place, 'redis'))
  const alone = join(place, 'alone')
  await gone(cli('build', '--out', alone))
  whole = digestsOf(alone)
  if (Object.keys(whole).filter((path) => path.endsWith('.pdf')).length !== PRINTS) throw new Error('One machine does not build it.')
})
beforeEach(async () => {
  await redis.client.flushall()
  rmSync(store, { recursive: true, force: true })
})
afterEach(async () => {
  for (const worker of workers) end(worker, 'SIGKILL')
  await Promise.all([...workers].map(gone))
  workers.clear()
})
afterAll(async () => {
  await redis.close()
  small.remove()
  cache.remove()
  rmSync(place, { recursive: true })
})

export function cli(...command: string[]): ChildProcess {
  const all = [...nodeOptions(), resolve('pipeline/cli/main.js'), '--root', small.root, ...command]
  return spawn('node', all, { env, stdio: 'ignore' })
}

export function end(worker: ChildProcess, signal: NodeJS.Signals): void {
  if (worker.exitCode === null && worker.signalCode === null) worker.kill(signal)
}

export async function gone(worker: ChildProcess): Promise<void> {
  if (worker.exitCode === null && worker.signalCode === null) await once(worker, 'exit')
}

/** Starts workers, and waits until they are there. */
export async function startWorkers(count: number, order: Partial<WorkerOrder> = {}): Promise<ChildProcess[]> {
  const started = Array.from({ length: count }, () => {
    const told: WorkerOrder = { address: redis.address, store, timings: TIMINGS, ...order }
    const worker = spawn('node', [...nodeOptions(), resolve('tests/prove/print-worker.ts'), JSON.stringify(told)], {
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    workers.add(worker)
    return worker
  })
  await Promise.all(started.map((worker) => once(worker, 'message')))
  return started
}

interface Spread {
  readonly report: BuildReport
  readonly files: Record<string, string>
  readonly prints: BuildPrinting
  readonly told: readonly string[]
}

/** Builds into a folder of its own by way of workers. */
export async function spreadBuild(timings = TIMINGS, threads?: number): Promise<Spread> {
  const out = join(place, `out-${builds++}`)
  const told: string[] = []
  const tell = (sentence: string): void => void told.push(sentence)
  const means = { maker: await ownMaker(), own: openOwnPrinter, tell, staysOpen: false, timings }
  const prints = await openBuildPrinting({ queue: redis.address, store }, means)
  try {
    const request = { documents: [], editions: [], formats: [], out, strict: false }
    const report = await build(openProject(small.root, { ...prints, threads }), request, () => undefined)
    return { report, files: digestsOf(out), prints, told }
  } finally {
    await prints.printer.close()
    await prints.store.close()
  }
}

/** Delay of workers, in milliseconds, that leaves none of their prints unseen. */
export const SEEN = { delay: 3 * TIMINGS.beat }

/** Waits until a worker has something in hand, as it tells at each beat. @returns its process */
export async function busyWorker(): Promise<ChildProcess> {
  for (;;) {
    const busy = (await readRoll(redis.client, TIMINGS.beat)).find(({ inHand }) => inHand > 0)
    const found = busy && [...workers].find(({ pid }) => busy.name.endsWith(`-${pid}`))
    if (found) return found
    await pause(20)
  }
}

/** The objects of the store: each is whole, and there once; no order waits. */
export function expectEachOnce(prints = PRINTS): void {
  const objects = globSync('*/*/*', { cwd: store }).sort()
  expect(objects.filter((path) => path.startsWith('prints/')).length).toBe(prints)
  expect(objects.filter((path) => path.startsWith('orders/'))).toEqual([])
  for (const path of objects) {
    const [name, bytes] = [path.split('/').at(-1)!, readFileSync(join(store, path))]
    if (path.startsWith('pieces/')) expect(hash('sha256', bytes)).toBe(name)
    else expect(unpack(name, bytes)).toBeDefined()
  }
}
