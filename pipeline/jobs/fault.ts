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
  /** Name of the worker. Absent where nobody knows which. */
  readonly worker: string | undefined

  /** @param reason what the printer or the store said */
  constructor(kind: FaultKind, reason: Error, worker?: string) {
    super(reason.message)
    this.name = 'JobFault'
    this.kind = kind
    this.reason = reason
    this.worker = worker
  }

  /** True if the same page fails on every machine, so that it is not tried again. */
  get isFinal(): boolean {
    return this.kind === 'other order' || this.reason instanceof Unprintable
  }

  /** True where this worker fails, and another may not. */
  get isOfMachine(): boolean {
    return this.kind === 'machine' || this.kind === 'no order'
  }
}

/** The fault of a print: a page’s, unless the machine has no browser that starts, or no room. */
export function faultOf(error: unknown): JobFault {
  const reason = error instanceof Error ? error : new Error(String(error))
  return error instanceof JobFault ? error : new JobFault(reason instanceof Failure ? 'machine' : 'page', reason)
}

/** A fault as the queue keeps it. @param worker name of the worker that met it */
export function packFault({ kind, reason }: JobFault, worker: string): string {
  const whole = JSON.stringify({ kind, worker, error: packError(reason) })
  return whole.length <= LONGEST
    ? whole
    : JSON.stringify({ kind, worker, error: packError(new Error(reason.message.slice(0, LONGEST / 2))) })
}

/** The inverse of `packFault`. The queue’s own words mean that the workers vanished which had the job. */
export function unpackFault(told: string): JobFault {
  try {
    const { kind, error, worker } = JSON.parse(told) as { readonly kind: FaultKind; readonly error: PackedError; readonly worker: string }
    return new JobFault(kind, unpackError(error), worker)
  } catch {
    return new JobFault('page', new BrowserFault('ended', new Error(`each worker vanished that had it in hand: ${told}`)))
  }
}
