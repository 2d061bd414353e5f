import { setTimeout as pause } from 'node:timers/promises'
import { nameOfOrder, type Maker, type PrintOrder } from '../artifacts/print-order.ts'
import type { Stored } from '../artifacts/stored.ts'
import { unpackFault } from './fault.ts'
import type { JobQueue, JobState } from './job-queue.ts'
import { packOrder } from './order.ts'
import type { PrintingHost } from './printing-host.ts'
import type { SharedStore } from './shared-store.ts'
import type { Timings } from './timings.ts'
import type { Watch } from './watch.ts'

/** The means of a build that has others print. */
export interface PrintQueueMeans {
  readonly maker: Maker
  readonly queue: JobQueue
  readonly store: SharedStore
  /** Tells whether workers get on. */
  readonly watch: Watch
  /** Prints what no worker prints, and counts who has made what. */
  readonly host: PrintingHost
  readonly timings: Timings
}

/** Prints by way of workers. */
export interface PrintQueue {
  /**
   * Has something made. It is had when a worker has made it, or this machine where workers do not get on: that is found out within
   * `patience`.
   * @throws Failure where the store refuses the order
   * @throws Error as `makeOrdered` does, where it could not be made in several tries
   */
  make(order: PrintOrder): Promise<Stored>
  /** Gives up what waits. */
  close(): void
}

/** What is waited for. */
interface Pending {
  readonly name: string
  readonly order: PrintOrder
  readonly made: PromiseWithResolvers<Stored>
  /** Something is being done about it: it is put on the queue, taken from the store, or printed here. */
  isBusy: boolean
  /** The queue has taken it: what it says of the job is no news from an earlier build. */
  isQueued: boolean
}

/** Number of prints for which the build itself is asked at once. */
const HERE_AT_ONCE = 3

/** Of so many looks one is at all that waits. */
const LOOKS_A_WHOLE = 10

/** Opens the queue for a build. What it knows of a job it learns from queue and store alone, so that either may lose it. */
export function openPrintQueue({ maker, queue, store, watch, host, timings }: PrintQueueMeans): PrintQueue {
  const pending = new Map<string, Pending>()
  let here = 0
  let isLooking = false

  const settle = (entry: Pending, stored: Stored): void => {
    pending.delete(entry.name)
    entry.made.resolve(stored)
  }
  const fail = (entry: Pending, error: unknown): void => {
    pending.delete(entry.name)
    entry.made.reject(error)
  }
  /** Does something about a print. Meanwhile nothing else is done about it. */
  const busy = async (entry: Pending, work: () => Promise<void>): Promise<void> => {
    if (entry.isBusy) return
    entry.isBusy = true
    try {
      await work()
    } catch (error) {
      fail(entry, error)
    } finally {
      entry.isBusy = false
    }
  }
  const enqueue = async (entry: Pending): Promise<void> => {
    await store.orders.write(entry.name, packOrder(entry.order))
    entry.isQueued = false
    const renewing = queue.renew(entry.name).then(
      () => void (entry.isQueued = true),
      () => undefined,
    )
    // A queue that is away answers when it is back; what it does not take is put on it again at the next look.
    await Promise.race([renewing, pause(timings.again)])
  }
  const takeOr = async (entry: Pending, otherwise: () => Promise<void>): Promise<boolean> => {
    const stored = await store.get(entry.name)
    if (stored) {
      // It may have been written after the order of another build for the same was done.
      await store.orders.remove(entry.name).catch(() => undefined)
      settle(entry, stored)
    } else await otherwise()
    return stored !== undefined
  }
  const printHere = async (entry: Pending): Promise<void> => {
    here++
    try {
      settle(entry, await host.make(entry.order))
      forget(entry)
    } finally {
      here--
    }
  }
  const forget = ({ name }: Pending): void => {
    queue.forget(name).catch(() => undefined)
    store.orders.remove(name).catch(() => undefined)
  }
  const act = async (entry: Pending, state: JobState): Promise<void> => {
    if (state.kind === 'waiting') return
    if (state.kind === 'missing' || !entry.isQueued) return void (await takeOr(entry, () => enqueue(entry)))
    if (state.kind === 'done') {
      const isThere = await takeOr(entry, async () => {
        // A folder may show late what another machine has written.
        await pause(timings.again)
        await takeOr(entry, () => enqueue(entry))
      })
      if (isThere) {
        host.count(state.done)
        watch.note()
      }
    }
    if (state.kind === 'failed') {
      const fault = unpackFault(state.reason)
      if (fault.kind === 'page') {
        forget(entry)
        throw fault.reason
      }
      host.note({ worker: fault.worker, reason: fault.message })
      if (fault.kind === 'no order') store.pieces.doubt()
      await printHere(entry)
    }
  }
  const idle = (): Pending[] => [...pending.values()].filter((entry) => !entry.isBusy)
  /** Looks at what has ended, and now and then at all that waits: a queue may have lost it. */
  const lookOnce = async (isWhole: boolean): Promise<void> => {
    const names = idle().map(({ name }) => name)
    const ended = isWhole ? names : await queue.endedAmong(names)
    const states = await Promise.all(ended.map(async (name) => [name, await queue.state(name)] as const))
    for (const [name, state] of states) {
      const entry = pending.get(name)
      if (entry) void busy(entry, () => act(entry, state))
    }
  }
  const look = async (): Promise<void> => {
    for (let looks = 1; pending.size > 0; looks++) {
      // While the queue is away, nothing of this is answered. The time keeps no build from its end.
      const looking = lookOnce(looks % LOOKS_A_WHOLE === 0).catch(() => undefined)
      await Promise.race([looking, pause(timings.patience, undefined, { ref: false })])
      await pause(timings.look)
    }
    isLooking = false
  }
  watch.onStill(() => {
    for (const entry of idle().slice(0, Math.max(0, HERE_AT_ONCE - here))) void busy(entry, () => printHere(entry))
  })
  return {
    make: (order) => {
      const name = nameOfOrder(order, maker)
      const known = pending.get(name)
      if (known) return known.made.promise
      const entry: Pending = { name, order, made: Promise.withResolvers<Stored>(), isBusy: false, isQueued: false }
      entry.made.promise.catch(() => undefined)
      pending.set(name, entry)
      if (pending.size === 1) watch.begin()
      void busy(entry, () => enqueue(entry))
      if (!isLooking) {
        isLooking = true
        void look()
      }
      return entry.made.promise
    },
    close: () => {
      watch.end()
      for (const entry of pending.values()) fail(entry, new Error('The build was ended.'))
    },
  }
}
