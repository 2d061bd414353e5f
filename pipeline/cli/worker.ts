import { availableParallelism } from 'node:os'
import { InvalidArgumentError, Option, type Command } from 'commander'
import type { ExitCode } from './context.ts'
import { firstSignal } from './interruption.ts'
import { portOf } from './preview.ts'
import { PAGES_AT_ONCE } from '../pdf/printer.ts'
import { openOwnPrinter, ownMaker } from './prints.ts'
import { sharedPlaces, withPlaces } from './shared-places.ts'
import { Failure, failure } from '../problem.ts'
import { problemText } from './problem-text.ts'
import { complain, say, sayData } from './terminal.ts'

interface WorkerOptions {
  readonly queue?: string
  readonly store?: string
  readonly jobs: number
  readonly port?: number
  readonly json?: true
}

/** `editions worker`: prints for builds on other machines. */
export function addWorker(added: Command, run: (code: Promise<ExitCode>) => Promise<void>): void {
  withPlaces(added)
    .addOption(
      new Option('--jobs <number>', 'prints in hand at once')
        .argParser(countOf)
        .default(Math.min(PAGES_AT_ONCE, availableParallelism() + 1)),
    )
    .addOption(new Option('--port <number>', 'a port at which it tells how it is: /healthz, /readyz, /metrics').argParser(portOf))
    .option('--json', 'tell in the end as data what it has done')
    .action((options: WorkerOptions) => run(runWorker(options)))
}

async function runWorker({ jobs, port, json, ...given }: WorkerOptions): Promise<ExitCode> {
  const places = sharedPlaces(given)
  if (!places) throw withoutPlaces()
  const [{ openSharedStore }, { startWorker }, { openHealthServer }] = await Promise.all([
    import('../jobs/shared-store.ts'),
    import('../jobs/worker.ts'),
    import('../jobs/health-server.ts'),
  ])
  const store = await openSharedStore(places.store)
  const worker = await startWorker({
    address: places.queue,
    store,
    maker: await ownMaker(),
    openPrinter: openOwnPrinter,
    jobs,
    tell: complain,
    tellFault: ({ reason }) =>
      complain(reason instanceof Failure ? reason.problems.map((each) => problemText(each)).join('\n') : reason.message),
  })
  const signal = firstSignal()
  try {
    const close = port === undefined ? undefined : await openHealthServer(worker, port)
    say(`${worker.name} prints for builds with ${worker.prints}, ${jobs} at once; the store is ${store.place}. To end, press Ctrl and C.`)
    await signal
    complain('It finishes what it has in hand, and takes no more.')
    await worker.drain()
    close?.()
  } finally {
    await worker.drain()
    await store.close()
  }
  const { made, known, failed, milliseconds } = worker.counts
  if (json) sayData({ worker: worker.name, made, known, failed, seconds: milliseconds / 1000 })
  else say(`${made} made in ${(milliseconds / 1000).toFixed(1)} s of printing, ${known} were there already, ${failed} tries failed.`)
  return 0
}

function withoutPlaces() {
  return failure({
    rule: 'queue',
    file: '--queue',
    message: 'A worker needs a queue and a store.',
    expected: '--queue redis://host:6379 --store FOLDER, or s3://bucket/prefix in the place of the folder',
    remedy: 'Give both, the same as to the build.',
  })
}

/** @throws InvalidArgumentError for what is no number of jobs */
function countOf(value: string): number {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 1 || count > 64) throw new InvalidArgumentError('Expected a number from 1 to 64.')
  return count
}
