import { failure, type Failure } from '../problem.ts'

/** The address of a Redis, as given, and as it may be shown: with neither user nor password. */
export interface QueueAddress {
  readonly url: string
  readonly shown: string
}

/** What is said of addresses by their protocol that are no queue here. */
const REFUSED: Readonly<Record<string, string>> = {
  // https://github.com/taskforcesh/bullmq/issues/4814
  'postgres:': 'On PostgreSQL two workers may complete one job wrongly (taskforcesh/bullmq#4814), so that it is not taken.',
  'postgresql:': 'On PostgreSQL two workers may complete one job wrongly (taskforcesh/bullmq#4814), so that it is not taken.',
}

/**
 * Reads the address of a queue: `redis://host:6379/0`, or `rediss://user:password@host` with TLS.
 * @throws Failure for any other
 */
export function readQueueAddress(given: string): QueueAddress {
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (url && /^rediss?:$/.test(url.protocol) && url.hostname !== '')
    return { url: given, shown: `${url.protocol}//${url.host}${url.pathname}` }
  throw notTaken(url)
}

/** What was given is not repeated: it may hold a password. */
function notTaken(url: URL | undefined): Failure {
  const { protocol = '' } = url ?? {}
  return failure({
    rule: 'queue',
    file: '--queue',
    message: REFUSED[protocol] ?? 'This is no address of a queue.',
    ...(protocol !== '' && { found: `${protocol}//` }),
    expected: 'redis://host:6379, or rediss://user:password@host:6379 with TLS',
    remedy: 'Give the address of a Redis (Debian: apt-get install redis-server).',
  })
}
