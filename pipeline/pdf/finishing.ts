import pLimit from 'p-limit'
import type { Preparation } from './preparation.ts'
import { startThread, ThreadFault, type Thread } from './thread.ts'

/** A print that waits to be finished. */
export interface Print {
  readonly bytes: Uint8Array
  readonly preparation: Preparation
  readonly date: Date
}

/** What the thread does. */
export interface FinishingFunctions {
  /** @throws Error as `conform` does, or where what is made must not be published */
  conform(print: Print): Promise<Uint8Array<ArrayBuffer>>
}

/** Finishes prints beside the thread that makes them: the next edition is printed meanwhile. */
export interface Finishing {
  /**
   * @throws Error as `conform` does
   * @throws ThreadFault where there is not memory enough for it; the next print is finished all the same
   */
  conform(print: Print): Promise<Uint8Array<ArrayBuffer>>
}

/**
 * Starts the thread, which loads what it needs while the first pages are printed. It has one print at a time: several would
 * take the memory of all, and be lost together. It ends with the thread that has started it.
 * @param module what serves `FinishingFunctions`
 */
export function openFinishing(module: URL): Finishing {
  const start = (): Thread<FinishingFunctions> => startThread(module)
  const turns = pLimit(1)
  let thread: Thread<FinishingFunctions> | undefined = start()
  return {
    conform: (print) =>
      turns(async () => {
        try {
          return await (thread ??= start()).functions.conform(print)
        } catch (error) {
          if (error instanceof ThreadFault) thread = undefined
          throw error
        }
      }),
  }
}
