import type { Job, Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { nameOf } from '../artifacts/stored.ts'
import type { Maker } from '../artifacts/print-order.ts'
import { loadPeer } from './peer.ts'
import { MOST_TRIES, type Timings } from './timings.ts'

/** Prefix of all keys in Redis. */
export const PREFIX = 'editions'

/** What a worker answers of a job that is done. What was made is in the store. */
export interface Done {
  /** Name of the worker, for people. */
  readonly worker: string
  /** Time of the print. 0 where it was there already. */
  readonly milliseconds: number
}

/** What has become of a job. */
export type JobState =
  | { readonly kind: 'missing' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'done'; readonly done: Done }
  | { readonly kind: 'failed'; readonly reason: string }

/** The jobs of one maker, by the names of what is to be made. */
export interface JobQueue {
  /** Adds a job anew, whatever became of it before. One that waits or is in hand stays. */
  renew(name: string): Promise<void>
  state(name: string): Promise<JobState>
  /** Those among jobs that are done or have failed: in one question, however many are waited for. */
  endedAmong(names: readonly string[]): Promise<readonly string[]>
  /** Forgets a job, unless a worker has it in hand. Errors are ignored. */
  forget(name: string): Promise<void>
}

/**
 * Name of the queue of a maker. Each has its own: a worker never meets a job that it would print with other bytes.
 */
export function queueName({ version, browser }: Maker): string {
  return `prints-${nameOf('queue', version, browser).slice(0, 16)}`
}

/** What the queue remembers of jobs that are done, in seconds and by number, and of those that failed. */
const KEPT_DONE = { age: 600, count: 2_000 }
const KEPT_FAILED = { age: 3_600, count: 2_000 }

/** Opens the queue of a maker, for who orders. */
export async function openJobQueue(redis: Redis, maker: Maker, { again }: Pick<Timings, 'again'>): Promise<JobQueue> {
  const { Queue: Opened } = await loadPeer('bullmq', () => import('bullmq'))
  const queue: Queue = new Opened(queueName(maker), {
    connection: redis,
    prefix: PREFIX,
    skipVersionCheck: true,
    defaultJobOptions: {
      attempts: MOST_TRIES,
      backoff: { type: 'fixed', delay: again },
      removeOnComplete: KEPT_DONE,
      removeOnFail: KEPT_FAILED,
    },
  })
  // The connection tells of its errors itself.
  queue.on('error', () => undefined)
  return {
    renew: async (name) => {
      // An id that is done or has failed is not added again.
      const before = await queue.getJob(name)
      if (before?.finishedOn !== undefined) await before.remove()
      // The job is its name alone: all that it is made from is in the store, under that name.
      await queue.add('print', null, { jobId: name })
    },
    state: async (name) => stateOf(await queue.getJob(name)),
    endedAmong: async (names) => {
      if (names.length === 0) return []
      const [done, failed] = await Promise.all(['completed', 'failed'].map((set) => redis.zmscore(queue.toKey(set), ...names)))
      return names.filter((_, at) => done![at] !== null || failed![at] !== null)
    },
    forget: async (name) => void (await queue.remove(name).catch(() => undefined)),
  }
}

function stateOf(job: Job | undefined): JobState {
  if (!job) return { kind: 'missing' }
  if (job.finishedOn === undefined) return { kind: 'waiting' }
  const done = job.returnvalue as Partial<Done> | null
  // Who may write the queue may write anything here.
  return typeof done?.worker === 'string' && typeof done.milliseconds === 'number'
    ? { kind: 'done', done: { worker: done.worker, milliseconds: done.milliseconds } }
    : { kind: 'failed', reason: job.failedReason }
}
