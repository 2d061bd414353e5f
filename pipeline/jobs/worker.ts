import { hostname } from 'node:os'
import type { Job } from 'bullmq'
import { makeOrdered, type Maker } from '../artifacts/print-order.ts'
import type { Printer } from '../pdf/printer.ts'
import { ThreadFault } from '../pdf/thread.ts'
import { connect } from './connection.ts'
import { faultOf, JobFault, packFault } from './fault.ts'
import { openHealth, type WorkerCounts, type Health } from './health.ts'
import { PREFIX, queueName, type Done } from './job-queue.ts'
import { keepPieces } from './kept-pieces.ts'
import { isDigest } from './objects.ts'
import { textOf, unpackOrder } from './order.ts'
import { loadPeer } from './peer.ts'
import { readQueueAddress } from './queue-address.ts'
import { openRests } from './rests.ts'
import { printsWith } from './queue-printer.ts'
import { leaveRoll, tellPresence } from './roll.ts'
import type { SharedStore } from './shared-store.ts'
import { MOST_TRIES, TIMINGS, type Timings } from './timings.ts'

/** A worker at work. */
export interface RunningWorker {
  /** Machine and process. */
  readonly name: string
  /** What it prints with, for people. */
  readonly prints: string
  readonly counts: Readonly<WorkerCounts>
  readonly health: Health
  /** Finishes what is in hand, takes no more, and ends. */
  drain(): Promise<void>
}

/** What a worker needs. */
export interface WorkerMeans {
  readonly address: string
  readonly store: SharedStore
  readonly maker: Maker
  /** Opens the printer. Another is opened where its thread has ended. */
  readonly openPrinter: () => Printer
  /** Number of jobs in hand at once. */
  readonly jobs: number
  /** Tells something that a person should know at once. */
  readonly tell: (sentence: string) => void
  /** Tells what keeps this worker from printing: each reason once, until it prints again. */
  readonly tellFault: (fault: JobFault) => void
  readonly timings?: Timings | undefined
}

/** How long the end of a worker waits for its queue, in milliseconds: what is printed is in the store. */
const LEAVING = 10_000

/**
 * Starts a worker, which prints for builds until it is drained. The printer has threads and a process of its own, so that locks are
 * renewed while it works.
 * @throws Failure where the queue cannot be reached
 */
export async function startWorker(means: WorkerMeans): Promise<RunningWorker> {
  const { store, maker, jobs, timings = TIMINGS } = means
  const { redis, cautions, leave } = await connect(readQueueAddress(means.address))
  for (const caution of cautions) means.tell(caution)
  const { Queue, Worker, UnrecoverableError } = await loadPeer('bullmq', () => import('bullmq'))
  const name = `${hostname()}-${process.pid}`
  const counts: WorkerCounts = { made: 0, known: 0, failed: 0, milliseconds: 0, inHand: 0 }
  let printer: Printer | undefined
  const told = new Set<string>()
  const rests = openRests(
    timings.again,
    () => void worker.pause(true).catch(() => undefined),
    () => void worker.resume().catch(() => undefined),
  )
  const pieceOf = keepPieces(async (digest) => {
    const piece = await store.pieces.read(digest)
    if (!piece) throw missing(store)
    return textOf(piece)
  })
  const make = async (id: string): Promise<Done> => {
    const known: Done = { worker: name, milliseconds: 0 }
    if (!isDigest(id)) throw new JobFault('other order', new Error('The job is named by no digest.'))
    if (await store.get(id)) {
      await store.orders.remove(id)
      return known
    }
    const stored = await store.orders.read(id)
    // Whoever has made it meanwhile has removed its order.
    if (!stored && (await store.get(id))) return known
    if (!stored) throw missing(store)
    const order = await unpackOrder(id, stored, maker, pieceOf)
    if (!order) throw new JobFault('other order', new Error(`A worker was given a job that is not named by its order, or is for another version; it prints with ${printsWith(maker)}.`)) // prettier-ignore
    const start = performance.now()
    await store.commit(id, await makeOrdered(order, (printer ??= means.openPrinter())))
    await store.orders.remove(id)
    return { worker: name, milliseconds: Math.round(performance.now() - start) }
  }
  const work = async ({ id = '' }: Pick<Job, 'id'>): Promise<Done> => {
    counts.inHand++
    try {
      const done = await make(id)
      counts[done.milliseconds === 0 ? 'known' : 'made']++
      counts.milliseconds += done.milliseconds
      if (done.milliseconds > 0) {
        rests.over()
        told.clear()
      }
      return done
    } catch (error) {
      counts.failed++
      if (error instanceof ThreadFault) {
        // Its thread is gone, with all that it had in hand.
        const ended = printer
        printer = undefined
        ended?.close().catch(() => undefined)
      }
      const fault = faultOf(error)
      if (fault.kind !== 'page' && !told.has(fault.message)) means.tellFault(fault)
      told.add(fault.message)
      if (fault.isOfMachine) rests.begin(fault.message)
      const packed = packFault(fault, name)
      throw fault.isFinal ? new UnrecoverableError(packed) : new Error(packed)
    } finally {
      counts.inHand--
    }
  }
  const options = { connection: redis, prefix: PREFIX, skipVersionCheck: true }
  const queue = new Queue(queueName(maker), options)
  const worker = new Worker(queue.name, work, {
    ...options,
    name,
    concurrency: jobs,
    lockDuration: timings.lock,
    stalledInterval: timings.stalled,
    maxStalledCount: MOST_TRIES,
    drainDelay: timings.drain,
  })
  // The connection makes itself anew; what it lost is found by its lock.
  queue.on('error', () => undefined)
  worker.on('error', () => undefined)
  const present = (): void =>
    void tellPresence(redis, { name, queue: queue.name, prints: printsWith(maker), inHand: counts.inHand, fault: rests.reason }).catch(
      () => undefined,
    )
  present()
  const beating = setInterval(present, timings.beat)
  const health = openHealth({ counts, rests, isConnected: () => redis.status === 'ready', waiting: () => queue.getWaitingCount() })
  let draining: Promise<void> | undefined
  const drain = async (): Promise<void> => {
    health.leave()
    rests.end()
    await worker.pause(true).catch(() => undefined)
    while (counts.inHand > 0) await tick()
    // A queue that is away would be waited for, and locks on it renewed, for ever.
    const isAway = redis.status !== 'ready'
    const left = worker.close(isAway).then(() => leaveRoll(redis, { name }))
    await Promise.race([left, tick(isAway ? 0 : LEAVING)]).catch(() => undefined)
    clearInterval(beating)
    health.close()
    leave()
    await printer?.close()
  }
  return { name, prints: printsWith(maker), counts, health, drain: () => (draining ??= drain()) }
}

function missing({ place }: SharedStore): JobFault {
  return new JobFault('no order', new Error(`A worker does not find the order of its job in ${place}: it is given another --store than the build, or one that lags behind.`)) // prettier-ignore
}

/** Waits a moment, without keeping the program from its end. */
async function tick(milliseconds = 100): Promise<void> {
  await new Promise<void>((resolve) => void setTimeout(resolve, milliseconds).unref())
}
