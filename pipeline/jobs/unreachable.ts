import { failure, type Failure } from '../problem.ts'
import type { QueueAddress } from './queue-address.ts'

/** A reason for which a queue is not reached, by what the server, the system or TLS says. */
interface Reason {
  readonly said: RegExp
  readonly message: string
  readonly remedy: string
  /** True where waiting helps: a queue that is started along with this program needs a moment. */
  readonly mayPass: boolean
}

const REASONS: readonly Reason[] = [
  {
    said: /\bNOAUTH\b/,
    message: 'The queue asks for a password.',
    remedy: 'Write it into the address, redis://user:password@host, better in the variable EDITIONS_QUEUE than in the command.',
    mayPass: false,
  },
  {
    said: /\bWRONGPASS\b|\binvalid password\b/,
    message: 'The queue does not take this user and password.',
    remedy: 'Correct them in the address; signs such as @, : and / are written there as %40, %3A and %2F.',
    mayPass: false,
  },
  {
    said: /\bNOPERM\b/,
    message: 'The queue does not permit this user what a queue needs.',
    remedy: 'Permit all commands on the keys that begin with “editions:” (ACL SETUSER … ~editions:* &* +@all), or take another user.',
    mayPass: false,
  },
  {
    said: /certificate|altnames/i,
    message: 'The certificate of the queue is not trusted.',
    remedy:
      'Name the file with the certificate of who has signed it in the variable NODE_EXTRA_CA_CERTS, and the host in the address as the certificate does.',
    mayPass: false,
  },
  {
    said: /ENOTFOUND|EAI_AGAIN/,
    message: 'The host of the queue is not known.',
    remedy: 'Correct its name in the address, or look at the network of this machine.',
    mayPass: true,
  },
  {
    said: /ECONNRESET|did not answer|wrong version number|socket hang up/i,
    message: 'The queue does not answer.',
    remedy:
      'Look whether it speaks TLS: then the address begins with rediss://, and otherwise with redis://. Look at the port and at a firewall, too.',
    mayPass: true,
  },
]

/** Where nothing more is known. */
const OTHER: Omit<Reason, 'said'> = {
  message: 'The queue cannot be reached.',
  remedy: 'Start it, or correct the address. Without --queue and --store this machine prints by itself.',
  mayPass: true,
}

function reasonOf(said: string): Omit<Reason, 'said'> {
  return REASONS.find((each) => each.said.test(said)) ?? OTHER
}

/** True for what a queue says that will say the same in a moment. */
export function isFinal(said: string): boolean {
  return !reasonOf(said).mayPass
}

/** The failure of a queue that is not reached. @param said what was heard last */
export function unreachable({ shown }: QueueAddress, said: string): Failure {
  const { message, remedy } = reasonOf(said)
  return failure({ rule: 'queue', file: shown, message, found: said, expected: 'a Redis that answers at this address', remedy })
}
