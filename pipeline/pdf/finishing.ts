import type { FinishingFunctions } from './finishing-thread.ts'
import type { Preparation } from './preparation.ts'
import { startThread } from './thread.ts'

/** A print that waits to be finished. */
export interface Print {
  readonly bytes: Uint8Array
  readonly preparation: Preparation
  readonly date: Date
}

/** Finishes prints beside the thread that makes them: the next edition is printed meanwhile. */
export interface Finishing {
  /** @throws Error as `conform` does */
  conform(print: Print): Promise<Uint8Array<ArrayBuffer>>
  close(): Promise<void>
}

/** Starts the thread, which loads what it needs while the first pages are printed. */
export function openFinishing(): Finishing {
  const thread = startThread<FinishingFunctions>(new URL('finishing-thread.ts', import.meta.url))
  return { conform: (print) => thread.functions.conform(print), close: () => thread.end() }
}
