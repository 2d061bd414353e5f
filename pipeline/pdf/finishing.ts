import pLimit from 'p-limit'
import { MOST_CHARACTERS } from './page-ends.ts'
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
  /** @throws Error as `conform` does */
  conform(print: Print): Promise<Uint8Array<ArrayBuffer>>
  /** @throws Unprintable where the PDF must not be published */
  refuseLacking(pdf: Uint8Array): Promise<void>
}

/** Finishes prints beside the thread that makes them: the next edition is printed meanwhile. */
export interface Finishing {
  /**
   * @throws Error as `conform` and `refuseLacking` do
   * @throws ThreadFault where there is not memory enough for it; the next print is finished all the same
   */
  conform(print: Print): Promise<Uint8Array<ArrayBuffer>>
}

/**
 * Starts the thread, which loads what it needs while the first pages are printed. It makes one PDF at a time: several would
 * take the memory of all, and be lost together. It ends with the thread that has started it.
 * @param module what serves `FinishingFunctions`
 */
export function openFinishing(module: URL): Finishing {
  const start = (): Thread<FinishingFunctions> => startThread(module)
  const turns = pLimit(1)
  let thread: Thread<FinishingFunctions> | undefined = start()
  const ask = async <T>(question: (functions: Thread<FinishingFunctions>['functions']) => Promise<T>): Promise<T> => {
    try {
      return await question((thread ??= start()).functions)
    } catch (error) {
      if (error instanceof ThreadFault) thread = undefined
      throw error
    }
  }
  return {
    conform: async (print) => {
      const pdf = await turns(() => ask((functions) => functions.conform(print)))
      // Longer prints are looked at by the command `verify` alone: there it takes as long as all else that is done after the
      // print. What rests on a single text, its glyphs and its words, is held by `conform` itself, however long a print is.
      const isShort = print.preparation.texts.join('').length <= MOST_CHARACTERS
      // The thread looks at it while the next PDF’s pages are packed beside it.
      if (isShort) await ask((functions) => functions.refuseLacking(pdf))
      return pdf
    },
  }
}
