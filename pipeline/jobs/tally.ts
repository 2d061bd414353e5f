import type { JobFault } from './fault.ts'
import type { Done } from './job-queue.ts'

/** What a worker has made for a build. */
export interface WorkerSum {
  readonly worker: string
  readonly prints: number
  readonly milliseconds: number
}

/** Counts who has made what for a build. */
export interface Tally {
  count(done: Done): void
  /** Counts what this machine has printed itself. */
  countOwn(): void
  /** Notes what kept a worker from printing. */
  note(fault: JobFault): void
  readonly sums: readonly WorkerSum[]
  readonly own: number
  /** What kept workers from printing, each once. */
  readonly faults: readonly string[]
}

export function openTally(): Tally {
  const sums = new Map<string, WorkerSum>()
  const faults = new Set<string>()
  let own = 0
  return {
    count: ({ worker, milliseconds }) => {
      const { prints, milliseconds: before } = sums.get(worker) ?? { prints: 0, milliseconds: 0 }
      sums.set(worker, { worker, prints: prints + 1, milliseconds: before + milliseconds })
    },
    countOwn: () => void own++,
    note: ({ message }) => void faults.add(message),
    get sums() {
      return [...sums.values()].sort((a, b) => (a.worker < b.worker ? -1 : 1))
    },
    get own() {
      return own
    },
    get faults() {
      return [...faults]
    },
  }
}
