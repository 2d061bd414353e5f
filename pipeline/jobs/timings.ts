/** Times of the queue, in milliseconds where no other unit is said. Proofs shorten them. */
export interface Timings {
  /** How long a worker that says nothing keeps the job that it has in hand. It renews this by halves. */
  readonly lock: number
  /** Interval at which workers look for jobs whose worker is gone. */
  readonly stalled: number
  /** How long a worker waits for a job at a time, in seconds. */
  readonly drain: number
  /** Interval at which a worker tells that it is there, a third of the time after which it is taken to be gone. */
  readonly beat: number
  /** Interval at which a build looks at its jobs. */
  readonly look: number
  /** How long a build waits without any sign of progress before it prints itself. */
  readonly patience: number
  /** Interval between two tries of one job. */
  readonly again: number
}

export const TIMINGS: Timings = {
  lock: 30_000,
  stalled: 15_000,
  drain: 5,
  beat: 5_000,
  look: 200,
  patience: 60_000,
  again: 1_000,
}

/** Tries of a job whose print fails, and how often its worker may vanish with it: then the page is at fault. */
export const MOST_TRIES = 3
