import { setTimeout as pause } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { failure, type Failure } from '../problem.ts'
import { loadPeer } from './peer.ts'
import type { QueueAddress } from './queue-address.ts'
import { isFinal, unreachable } from './unreachable.ts'

/** Time, in milliseconds, in which the queue must be reached: one that is started along with this program needs a moment. */
const REACHING = 10_000

/** Pauses between attempts to reach a queue again, in milliseconds. */
const SHORTEST = 200
const LONGEST = 3_000

/** The oldest Redis that BullMQ recommends. */
const OLDEST = [6, 2] as const

/** A connection, and what of the server’s settings may lose jobs. */
export interface Connection {
  readonly redis: Redis
  readonly cautions: readonly string[]
  /** Closes it. It is made no more, and none is that was made like it: BullMQ’s own would try for ever where the queue is away. */
  readonly leave: () => void
}

/**
 * Reaches the queue. A connection that breaks later is made again for as long as it takes.
 * @throws Failure where nobody answers, the password is wrong, the certificate is not trusted, or the server is too old
 */
export async function connect(address: QueueAddress): Promise<Connection> {
  const { Redis: Client } = await loadPeer('ioredis', () => import('ioredis'))
  let isLeft = false
  const redis = new Client(address.url, {
    lazyConnect: true,
    // What is asked while the queue is away is answered when it is back.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (isLeft ? null : Math.min(SHORTEST * times, LONGEST) * (0.5 + Math.random() / 2)),
  })
  const refused = Promise.withResolvers<never>()
  let last = 'It did not answer.'
  redis.on('error', (error: Error) => {
    last = error.message
    if (isFinal(last)) refused.reject(error)
  })
  const ready = new Promise<void>((resolve) => void redis.once('ready', resolve))
  redis.connect().catch(() => undefined)
  const giveUp = new AbortController()
  try {
    const isLate = await Promise.race([
      ready.then(() => false),
      pause(REACHING, true, { signal: giveUp.signal }).catch(() => true),
      refused.promise,
    ])
    if (isLate) throw new Error(last)
    const leave = (): void => {
      isLeft = true
      redis.disconnect()
    }
    return { redis, cautions: await cautionsOf(redis, address), leave }
  } catch (error) {
    redis.disconnect()
    throw error instanceof Error && error.name === 'Failure' ? error : unreachable(address, (error as Error).message)
  } finally {
    giveUp.abort()
    refused.promise.catch(() => undefined)
  }
}

/** Looks at what the server does with what it holds. One that does not tell is taken as it is. */
async function cautionsOf(redis: Redis, address: QueueAddress): Promise<string[]> {
  const info = await redis.info().catch(() => '')
  const told = (name: string): string | undefined => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1]
  const version = told('redis_version')
  if (version !== undefined && isOld(version)) throw tooOld(address, version)
  return [
    ...(told('maxmemory_policy') && told('maxmemory_policy') !== 'noeviction'
      ? [`The queue drops jobs when its memory is full (maxmemory-policy ${told('maxmemory_policy')}): set it to noeviction.`]
      : []),
    ...(told('aof_enabled') === '0'
      ? ['The queue forgets its jobs when it ends (appendonly no): set appendonly to yes, or builds plan them anew then.']
      : []),
  ]
}

function isOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])
}

function tooOld({ shown }: QueueAddress, version: string): Failure {
  return failure({
    rule: 'queue',
    file: shown,
    message: 'This Redis is too old.',
    found: version,
    expected: `${OLDEST.join('.')} or later`,
    remedy: 'Bring it up to date, or give the address of another.',
  })
}
