/**
 * A worker whose prints take no time, in a process of its own. It says when it is there, and tells what it has used when it is asked.
 *
 *     node tests/bench/queue-worker.ts QUEUE STORE
 */
import { openSharedStore } from '../../pipeline/jobs/shared-store.ts'
import { startWorker } from '../../pipeline/jobs/worker.ts'
import { instantPrinter } from './instant-printer.ts'

/** What prints nothing. */
export const MAKER = { version: 'v24 bench', browser: 'none' }

if (import.meta.main) {
  const [address, place] = process.argv.slice(2) as [string, string]
  const store = await openSharedStore(place)
  const worker = await startWorker({
    address,
    store,
    maker: MAKER,
    openPrinter: instantPrinter,
    jobs: 3,
    tell: () => undefined,
    tellFault: () => undefined,
  })
  process.on('message', () => void process.send!(process.cpuUsage()))
  process.on('disconnect', () => void worker.drain().then(() => process.exit()))
  process.send!('there')
}
