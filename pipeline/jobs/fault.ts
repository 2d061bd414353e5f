import { BrowserFault } from '../pdf/guard.ts'
import { packError, unpackError, type PackedError } from '../pdf/thread.ts'
import { Unprintable } from '../pdf/unprintable.ts'
import { Failure } from '../problem.ts'

/**
 * Why a job failed. `page`: by what is printed, as it would on any machine. The others are the worker’s own, so that whoever asked
 * may print it elsewhere: it found no order in its store, the order is not the job’s, or the machine refused.
 */
export type FaultKind = 'page' | 'no order' | 'other order' | 'machine'

/** Limit of characters of a fault: the queue keeps it. */
const LONGEST = 8_000

/** A job that failed. */
export class JobFault extends Error {
  readonly kind: FaultKind
  readonly reason: Error

  /** @param reason what the printer or the store said */
  constructor(kind: FaultKind, reason: Error) {
    super(reason.message)
    this.name = 'JobFault'
    this.kind = kind
    this.reason = reason
  }

  /** True if the same page fails on every machine, so that it is not tried again. */
  get isFinal(): boolean {
    return this.kind === 'other order' || this.reason instanceof Unprintable
  }
}

/** The fault of a print: a page’s, unless the machine has no browser that starts, or no room. */
export function faultOf(error: unknown): JobFault {
  const reason = error instanceof Error ? error : new Error(String(error))
  return error instanceof JobFault ? error : new JobFault(reason instanceof Failure ? 'machine' : 'page', reason)
}

/** A fault as the queue keeps it. */
export function packFault({ kind, reason }: JobFault): string {
  const whole = JSON.stringify({ kind, error: packError(reason) })
  return whole.length <= LONGEST ? whole : JSON.stringify({ kind, error: packError(new Error(reason.message.slice(0, LONGEST / 2))) })
}

/** The inverse of `packFault`. The queue’s own words mean that the workers vanished which had the job. */
export function unpackFault(told: string): JobFault {
  try {
    const { kind, error } = JSON.parse(told) as { readonly kind: FaultKind; readonly error: PackedError }
    return new JobFault(kind, unpackError(error))
  } catch {
    return new JobFault('page', new BrowserFault('ended', new Error(`each worker vanished that had it in hand: ${told}`)))
  }
}
