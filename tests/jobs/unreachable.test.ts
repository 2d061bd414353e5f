import { expect, test } from 'vitest'
import { readQueueAddress } from '../../pipeline/jobs/queue-address.ts'
import { isFinal, unreachable } from '../../pipeline/jobs/unreachable.ts'

const ADDRESS = readQueueAddress('rediss://ana:secret@queue.example:6379')

/** What Redis 7, Node’s TLS and the system say. */
test.each([
  ['NOAUTH HELLO must be called with the client already authenticated', 'asks for a password', true],
  ['WRONGPASS invalid username-password pair or user is disabled.', 'does not take this user and password', true],
  ["NOPERM User ana has no permissions to run the 'eval' command", 'does not permit this user', true],
  ['self-signed certificate in certificate chain', 'NODE_EXTRA_CA_CERTS', true],
  [
    "Hostname/IP does not match certificate's altnames: Host: queue.example. is not in the cert's altnames",
    'as the certificate does',
    true,
  ],
  ['getaddrinfo ENOTFOUND queue.example', 'host of the queue is not known', false],
  ['read ECONNRESET', 'rediss://', false],
  ['It did not answer.', 'rediss://', false],
  ['connect ECONNREFUSED 127.0.0.1:6379', 'Start it', false],
])('“%s” is told with its remedy', (said, told, final) => {
  const [problem] = unreachable(ADDRESS, said).problems
  const words = [problem!.file, problem!.reason, problem!.actual, problem!.note].join(' ')
  expect(words).toContain(told)
  expect(words).toContain('queue.example:6379')
  expect(words).not.toContain('secret')
  expect(isFinal(said)).toBe(final)
})
