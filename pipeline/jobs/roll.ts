/** The roll of workers: each tells again and again that it is there, and who asks learns who has been heard of late. */
import type { Redis } from 'ioredis'
import { PREFIX } from './job-queue.ts'

const KEY = `${PREFIX}:workers`

/** A worker as it tells of itself. */
export interface RollEntry {
  readonly name: string
  /** Name of its queue, which says what it prints with. */
  readonly queue: string
  /** Its program’s version and its browser, for people. */
  readonly prints: string
  /** Number of jobs in hand. */
  readonly inHand: number
  /** What keeps it from printing. Absent where nothing does. */
  readonly fault?: string | undefined
}

/** Age, in beats, past which a worker is taken to be gone, and past which it is forgotten. */
const GONE = 3
const FORGOTTEN = 100

/** Tells that a worker is there. The time is the queue’s: the clocks of machines differ. */
export async function tellPresence(redis: Redis, entry: RollEntry): Promise<void> {
  await redis.hset(KEY, entry.name, JSON.stringify({ ...entry, at: await now(redis) }))
}

/** Takes a worker from the roll. */
export async function leaveRoll(redis: Redis, { name }: Pick<RollEntry, 'name'>): Promise<void> {
  await redis.hdel(KEY, name)
}

/**
 * Reads the roll.
 * @param beat interval in milliseconds at which workers tell of themselves
 */
export async function readRoll(redis: Redis, beat: number): Promise<RollEntry[]> {
  const [at, all] = await Promise.all([now(redis), redis.hgetall(KEY)])
  const read = Object.entries(all).map(([name, told]) => ({ name, entry: entryIn(told) }))
  const old = read.filter(({ entry }) => !entry || at - entry.at > FORGOTTEN * beat).map(({ name }) => name)
  if (old.length > 0) await redis.hdel(KEY, ...old)
  return read.flatMap(({ entry }) => (entry && at - entry.at <= GONE * beat ? [entry] : []))
}

async function now(redis: Redis): Promise<number> {
  const [seconds, microseconds] = await redis.time()
  return Number(seconds) * 1000 + Math.floor(Number(microseconds) / 1000)
}

/** Who may write the queue may write anything there. */
function entryIn(told: string): (RollEntry & { readonly at: number }) | undefined {
  try {
    const { name, queue, prints, inHand, fault, at } = JSON.parse(told) as Record<string, unknown>
    return typeof name === 'string' && typeof queue === 'string' && typeof prints === 'string' && typeof inHand === 'number' && typeof at === 'number' // prettier-ignore
      ? { name, queue, prints, inHand, fault: typeof fault === 'string' ? fault : undefined, at }
      : undefined
  } catch {
    return undefined
  }
}
