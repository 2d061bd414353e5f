import type { Done } from './job-queue.ts'

/** What a worker has made for a build. */
export interface WorkerSum {
  readonly worker: string
  readonly prints: number
  readonly milliseconds: number
}

/** What kept workers from printing. */
export interface WorkerFault {
  /** Name of the worker. Absent where nobody knows which. */
  readonly worker: string | undefined
  readonly reason: string
}

/** Counts who has made what for a build. */
export interface Tally {
  count(done: Done): void
  /** Counts what this machine has printed itself. */
  countOwn(): void
  /** Counts a damaged object that a thread of the build has found in the store. */
  countDamaged(): void
  /** Notes what kept a worker from printing. */
  note(fault: WorkerFault): void
  readonly sums: readonly WorkerSum[]
  readonly own: number
  readonly damaged: number
  /** What kept workers from printing, each once, and which it kept. */
  readonly faults: readonly { readonly reason: string; readonly workers: readonly string[] }[]
}

export function openTally(): Tally {
  const sums = new Map<string, WorkerSum>()
  const faults = new Map<string, Set<string>>()
  let own = 0
  let damaged = 0
  return {
    count: ({ worker, milliseconds }) => {
      const { prints, milliseconds: before } = sums.get(worker) ?? { prints: 0, milliseconds: 0 }
      sums.set(worker, { worker, prints: prints + 1, milliseconds: before + milliseconds })
    },
    countOwn: () => void own++,
    countDamaged: () => void damaged++,
    note: ({ reason, worker }) => {
      const workers = faults.get(reason) ?? new Set()
      if (worker !== undefined) workers.add(worker)
      faults.set(reason, workers)
    },
    get sums() {
      return [...sums.values()].sort((a, b) => (a.worker < b.worker ? -1 : 1))
    },
    get own() {
      return own
    },
    get damaged() {
      return damaged
    },
    get faults() {
      return [...faults].map(([reason, workers]) => ({ reason, workers: [...workers].sort() }))
    },
  }
}
