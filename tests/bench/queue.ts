/**
 * What a queue costs beside the prints that it carries, and how far a build over machines goes. All is measured in one run, in CPU: a
 * real Redis, a real store in a folder, reports of 1,200 words in five languages in the usual formats, each with a print and two
 * pictures. Then a build of 100,000 editions is played through with these times, and it is told what is saturated first.
 *
 *     npm run bench:queue -- [DOCUMENTS]
 */
import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build, type BuildReport } from '../../pipeline/build.ts'
import { openOwnPrinter, ownMaker } from '../../pipeline/cli/prints.ts'
import { openBuildPrinting } from '../../pipeline/jobs/shared-printing.ts'
import type { Artifact } from '../../pipeline/model/edition.ts'
import { openProject, type Project } from '../../pipeline/project/project.ts'
import { readPublication } from '../../pipeline/publication/publication.ts'
import { inspectOutput } from '../../pipeline/publish/output.ts'
import { openPublishing } from '../../pipeline/publish/publishing.ts'
import { nodeOptions } from '../node-options.ts'
import { openRedis } from '../prove/redis.ts'
import { instantPrinter } from './instant-printer.ts'
import { writeManyDocuments } from './many-documents.ts'
import { cpuOfTree } from './process-tree.ts'
import { simulate } from './queue-simulation.ts'
import { MAKER } from './queue-worker.ts'

const documents = Number(process.argv[2] ?? 40)
/** Documents that are really printed. */
const PRINTED = 4
const EDITIONS_EACH = 5
/** Of the machine that builds: each has a thread that composes. */
const PROCESSORS = [2, 4, 8, 16]

const place = mkdtempSync(join(tmpdir(), 'editions-bench-queue-'))
process.env['XDG_CACHE_HOME'] = join(place, 'cache')
const root = join(place, 'root')
mkdirSync(root)
writeManyDocuments(root, documents)
const ids = Array.from({ length: documents }, (_, at) => `report-${String(at).padStart(5, '0')}`)
const redis = await openRedis(join(place, 'redis'))
let rounds = 0

const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6

/** Builds from nothing. @returns CPU of this process, in seconds */
async function buildAnew(means: Partial<Pick<Project, 'printer' | 'sharing'>>, some = ids): Promise<{ cpu: number; report: BuildReport }> {
  const request = { documents: some, editions: [], formats: [], out: join(place, `out-${rounds++}`), strict: false }
  const before = process.cpuUsage()
  const report = await build(openProject(root, { ...means, threads: 0 }), request, () => undefined)
  if (report.failures.length > 0) throw report.failures[0]!
  return { cpu: seconds(process.cpuUsage(before)), report }
}

async function usedBy(worker: ChildProcess): Promise<number> {
  worker.send('used')
  const [used] = (await once(worker, 'message')) as [NodeJS.CpuUsage]
  return seconds(used)
}

async function usedByRedis(): Promise<number> {
  const info = await redis.client.info('cpu')
  return ['user', 'sys'].reduce((sum, kind) => sum + Number(new RegExp(`^used_cpu_${kind}:(.*)`, 'm').exec(info)![1]), 0)
}

/** What a worker and its browser use for an edition. */
async function measurePrinting(): Promise<number> {
  const store = join(place, 'printed')
  const command = [...nodeOptions(), resolve('pipeline/cli/main.js'), 'worker', '--queue', redis.address, '--store', store]
  const worker = spawn('node', command, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(worker.stdout, 'data')
  const own = { maker: await ownMaker(), own: openOwnPrinter, tell: () => undefined, staysOpen: false }
  const printing = await openBuildPrinting({ queue: redis.address, store }, own)
  // The first starts the browser.
  await buildAnew(printing, ids.slice(0, 1))
  const before = cpuOfTree(worker.pid!)
  await buildAnew(printing, ids.slice(1, 1 + PRINTED))
  const used = cpuOfTree(worker.pid!) - before
  await printing.printer.close()
  worker.kill()
  await once(worker, 'exit')
  return used / (PRINTED * EDITIONS_EACH)
}

/** What the main thread uses to write an edition’s files. */
async function measureWriting({ folder, built }: BuildReport): Promise<number> {
  const publication = await readPublication(root)
  const publishing = openPublishing(await inspectOutput(publication, join(place, 'written')))
  const editions = built.map(({ files }) => files.map(({ path }): Artifact => ({ path, bytes: readFileSync(join(folder, path)) })))
  const before = process.threadCpuUsage()
  // As they come from a thread: copied.
  for (const each of editions) await publishing.add(structuredClone(each))
  const used = seconds(process.threadCpuUsage(before))
  await publishing.discard()
  return used / editions.length
}

try {
  const editions = documents * EDITIONS_EACH
  const printing = await measurePrinting()
  // What a program does for the first time it does slowly.
  await buildAnew({ printer: instantPrinter() })
  const alone = await buildAnew({ printer: instantPrinter() })
  const writing = await measureWriting(alone.report)

  const places = { queue: redis.address, store: join(place, 'store') }
  const worker = fork(resolve('tests/bench/queue-worker.ts'), [places.queue, places.store], { execArgv: nodeOptions() })
  await once(worker, 'message')
  const printer = await openBuildPrinting(places, { maker: MAKER, own: instantPrinter, tell: () => undefined, staysOpen: false })
  await buildAnew(printer, ids.slice(0, 2))
  const before = { worker: await usedBy(worker), redis: await usedByRedis() }
  const spread = await buildAnew(printer, ids.slice(2))
  const share = editions / (editions - 2 * EDITIONS_EACH)
  const queue = {
    build: ((spread.cpu * share - alone.cpu) / editions),
    worker: (((await usedBy(worker)) - before.worker) * share) / editions,
    redis: (((await usedByRedis()) - before.redis) * share) / editions,
  } // prettier-ignore
  await printer.printer.close()
  worker.disconnect()

  const ms = (of: number): string => `${(of * 1000).toFixed(1)} ms`
  const own = queue.build + queue.worker + queue.redis
  console.log(`Of ${editions} editions, ${3 * editions} jobs, in CPU an edition:`)
  console.log(`  printed by a worker            ${ms(printing)}, by ${PRINTED * EDITIONS_EACH} of them`)
  console.log(`  made by the build, otherwise   ${ms(alone.cpu / editions)}, of which its files are written in ${ms(writing)}`)
  console.log(`  the queue                      ${ms(own)}: ${((own / printing) * 100).toFixed(1)} % of the printing`)
  console.log(`                                 (build ${ms(queue.build)}, worker ${ms(queue.worker)}, Redis ${ms(queue.redis)})\n`)
  const composing = alone.cpu / editions - writing + queue.build
  const times = { editions: 100_000, printing: printing + queue.worker, composing, writing, queueing: queue.redis }
  console.log('100,000 editions, each with its print and two pictures; the build on a machine with so many processors:')
  console.log(`workers ${PROCESSORS.map((count) => String(count).padStart(17)).join(' ')}  what is saturated first, with the most`)
  for (const workers of [1, 4, 16, 32, 64, 100, 150, 200]) {
    const played = PROCESSORS.map((makers) => simulate({ ...times, workers, makers }))
    const told = played.map(({ perSecond, ofLinear }) =>
      `${perSecond.toFixed(1)}/s ${(ofLinear * 100).toFixed(0).padStart(4)} %`.padStart(17),
    )
    console.log(`${String(workers).padStart(7)} ${told.join(' ')}  ${played.at(-1)!.saturated}`)
  }
} finally {
  await redis.close()
  rmSync(place, { recursive: true })
}
