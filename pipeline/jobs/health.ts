import type { Rests } from './rests.ts'

/** What a worker has done since it began. */
export interface WorkerCounts {
  /** Prints made. */
  made: number
  /** Jobs whose print was in the store already. */
  known: number
  /** Jobs that failed, each try by itself. */
  failed: number
  /** Time of the prints. */
  milliseconds: number
  /** Jobs in hand. */
  inHand: number
}

/** How a worker is, for who starts it again where it is ill. */
export interface Health {
  /**
   * False where jobs have waited for a minute, and this worker has none in hand, whatever it believes of itself; and where its machine
   * has failed so often in a row that its rests have become the longest.
   */
  readonly isWell: boolean
  /** True while it takes jobs. */
  readonly isReady: boolean
  /** Jobs that wait, as last heard; nothing where the queue does not answer. */
  readonly waiting: number | undefined
  /** Notes that it takes no more jobs. */
  leave(): void
  close(): void
}

/** How long jobs may wait beside an idle worker, and the interval at which that is looked at, in milliseconds. */
const IDLE = 60_000
const LOOK = 5_000

/** What is known of a worker. */
interface Signs {
  readonly counts: Readonly<WorkerCounts>
  readonly rests: Pick<Rests, 'isResting' | 'isLongest'>
  readonly isConnected: () => boolean
  /** Number of jobs that wait. */
  readonly waiting: () => Promise<number>
}

/**
 * Judges a worker by its progress.
 * @param now the time in milliseconds
 */
export function openHealth({ counts, rests, isConnected, waiting }: Signs, now = () => performance.now(), look = LOOK): Health {
  let isLeaving = false
  let found: number | undefined
  /** When jobs were first seen to wait beside an idle worker. */
  let idleSince: number | undefined
  let before = 0
  const read = async (): Promise<void> => {
    found = isConnected() ? await waiting().catch(() => undefined) : undefined
    const done = counts.made + counts.known + counts.failed
    const isIdle = found !== undefined && found > 0 && counts.inHand === 0 && done === before && !isLeaving && !rests.isResting
    before = done
    idleSince = isIdle ? (idleSince ?? now()) : undefined
  }
  const timer = setInterval(() => void read(), look)
  timer.unref()
  return {
    get isWell() {
      return !rests.isLongest && (idleSince === undefined || now() - idleSince < IDLE)
    },
    get isReady() {
      return !isLeaving && !rests.isResting && isConnected()
    },
    get waiting() {
      return found
    },
    leave: () => void (isLeaving = true),
    close: () => clearInterval(timer),
  }
}
