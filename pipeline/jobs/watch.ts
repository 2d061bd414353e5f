import type { Redis } from 'ioredis'
import { readRoll, type RollEntry } from './roll.ts'
import type { Timings } from './timings.ts'

/** Looks at the roll after which workers are missed: those that are started along with a build need a moment. */
const MISSED = 2

/** Watches whether workers get on, while a build waits for them. */
export interface Watch {
  /** Begins to watch: something is waited for. */
  begin(): void
  /** Notes a sign of progress. */
  note(): void
  /** Calls a listener again and again while there has been no sign of progress for `patience`. */
  onStill(listener: () => void): void
  /** Number of workers that print with the same program and browser, as last heard. */
  readonly workers: number
  end(): void
}

/** Who hears what the watch sees. */
export interface Listeners {
  /** Is told once, soon after the beginning, where no worker prints for it: those that print with something else. */
  readonly missed: (others: readonly RollEntry[]) => void
  /** Is told at each look what keeps a worker from printing. */
  readonly ill: (worker: string, reason: string) => void
}

/**
 * Opens the watch. A sign of progress is a print that is done, or a worker that has one in hand and tells so: of one that has
 * vanished or hangs nothing is heard.
 * @param queue name of the queue
 */
export function openWatch(redis: Redis, queue: string, timings: Timings, { missed, ill }: Listeners): Watch {
  const listeners: (() => void)[] = []
  let since = performance.now()
  let workers = 0
  let timer: NodeJS.Timeout | undefined
  let isReading = false
  let looks = 0
  const note = (): void => void (since = performance.now())
  const read = async (): Promise<void> => {
    isReading = true
    const roll = await readRoll(redis, timings.beat).catch(() => [])
    isReading = false
    const own = roll.filter((entry) => entry.queue === queue)
    workers = own.length
    for (const { name, fault } of own) if (fault !== undefined) ill(name, fault)
    if (own.some(({ inHand }) => inHand > 0)) note()
    if (looks++ === MISSED && workers === 0) missed(roll)
  }
  const turn = (at: number): void => {
    if (!isReading && at % Math.max(1, Math.round(timings.beat / timings.look)) === 0) void read()
    if (performance.now() - since > timings.patience) for (const listener of listeners) listener()
  }
  return {
    get workers() {
      return workers
    },
    begin: () => {
      note()
      let at = 0
      timer ??= setInterval(() => turn(at++), timings.look)
    },
    note,
    onStill: (listener) => void listeners.push(listener),
    end: () => clearInterval(timer),
  }
}
