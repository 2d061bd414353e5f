/**
 * What the queue costs by itself, beside the time of the prints that it carries: a real Redis, a real store in a folder, and as many
 * orders and prints, of the size that letters have, as are asked for; nothing is printed. Then how long a build of 100,000 prints
 * takes with more and more workers, by times that were measured, and what is saturated first.
 *
 *     npm run bench:queue -- [PRINTS] [CPU SECONDS OF A PRINT] [CPU SECONDS TO COMPOSE ONE]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PrintOrder } from '../../pipeline/artifacts/print-order.ts'
import { openBuildPrinting } from '../../pipeline/jobs/shared-printing.ts'
import { openSharedStore } from '../../pipeline/jobs/shared-store.ts'
import { TIMINGS } from '../../pipeline/jobs/timings.ts'
import { startWorker } from '../../pipeline/jobs/worker.ts'
import type { Printer } from '../../pipeline/pdf/printer.ts'
import { openRedis } from '../prove/redis.ts'
import { simulate } from './queue-simulation.ts'

/** By twenty READMEs of npm packages in five languages, ten kilobytes each: 116 jobs by one worker, 180 pages composed by one build. */
const MEASURED = { printing: 1.1, composing: 0.28 }

const [prints = 500, printing = MEASURED.printing, composing = MEASURED.composing] = process.argv.slice(2).map(Number)

/** Sizes of a letter’s page with its faces, and of its PDF, in bytes. */
const PAGE = 240_000
const PDF = 20_000
const MAKER = { version: 'v24 bench', browser: 'none' }

/** Answers at once: what is left is the queue’s own. */
const instant = (): Printer => ({
  origin: 'pinned',
  pagesAtOnce: 1,
  browserName: async () => 'none',
  prepare: () => undefined,
  rest: () => undefined,
  open: () => ({
    print: async () => ({ pages: 1, headings: new Map(), beginnings: new Map(), misplaced: [], isFootCrowded: false, isEndShort: false }),
    abandon: () => undefined,
    finished: async () => new Uint8Array(PDF),
  }),
  drawPage: async () => new Uint8Array(PDF),
  drawPdf: async () => new Uint8Array(PDF),
  endBrowsers: async () => undefined,
  close: async () => undefined,
})

const place = mkdtempSync(join(tmpdir(), 'editions-bench-queue-'))
const redis = await openRedis(join(place, 'redis'))
try {
  const store = await openSharedStore(join(place, 'store'))
  const means = { address: redis.address, store, maker: MAKER, tell: () => undefined, timings: TIMINGS }
  const worker = await startWorker({ ...means, openPrinter: instant, jobs: 3 })
  const places = { queue: redis.address, store: join(place, 'store') }
  const { printer, ...build } = await openBuildPrinting(places, { maker: MAKER, own: instant, tell: () => undefined, staysOpen: false })
  const order = (at: number): PrintOrder => ({ kind: 'print', html: `<p>${at}</p>`.padEnd(PAGE, ' '), date: new Date(0) })
  const before = process.cpuUsage()
  const start = performance.now()
  const waiting = Array.from({ length: prints }, (_, at) => at)
  const work = async (): Promise<void> => {
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const { html, date } = order(at) as Extract<PrintOrder, { kind: 'print' }>
      await printer.open().print(html, date)
    }
  }
  await Promise.all(Array.from({ length: printer.pagesAtOnce }, work))
  const { user, system } = process.cpuUsage(before)
  const elapsed = (performance.now() - start) / 1000
  await printer.close()
  await build.store.close()
  await worker.drain()
  await store.close()
  const cpu = (user + system) / 1e6
  const own = cpu / prints
  console.log(`${prints} jobs without printing: ${elapsed.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU for build and worker together.`)
  console.log(`${(own * 1000).toFixed(1)} ms of CPU a job, ${((own / printing) * 100).toFixed(1)} % of ${printing} s that a print takes.\n`)
  console.log('workers  prints/s  100,000 prints   of linear  what is saturated')
  for (const workers of [1, 2, 4, 8, 16, 32, 64, 100, 200]) console.log(simulate({ workers, prints: 100_000, printing, composing, own }))
} finally {
  await redis.close()
  rmSync(place, { recursive: true })
}
