import { availableParallelism } from 'node:os'
import { moduleBeside } from '../files/modules.ts'
import type { PrintingHost } from '../jobs/printing-host.ts'
import { startThread, ThreadFault } from '../pdf/thread.ts'
import type { DocumentMaker } from './document-maker.ts'
import type { MakerFunctions, ToldToThread } from './maker-thread.ts'

/** Documents for which a thread pays: they take longer than the thread needs to begin. */
const DOCUMENTS_THAT_PAY = 24
/** Limit of further threads. Each needs memory for the program. */
const MOST_THREADS = 15

/** Number of threads that pay, beside the main one. */
export function threadsFor(documents: number): number {
  return Math.min(availableParallelism() - 1, Math.floor(documents / DOCUMENTS_THAT_PAY), MOST_THREADS)
}

/** Makers in threads of their own, until they are ended. */
export interface MakerThreads {
  /** A document whose thread could not begin, or ended, is made by `elsewhere`. */
  readonly makers: readonly DocumentMaker[]
  end(): Promise<void>
}

/**
 * Starts threads that make documents.
 * @param host what is done here for their printing. Absent where they do not print
 */
export function openThreads(count: number, told: ToldToThread, host: PrintingHost | undefined, elsewhere: DocumentMaker): MakerThreads {
  const module = moduleBeside('./maker-thread', import.meta.url)
  const threads = Array.from({ length: count }, () => startThread<MakerFunctions>(module, host))
  const makers = threads.map(({ functions }): DocumentMaker => {
    const begun = functions.begin(told).then(
      () => true,
      () => false,
    )
    return async (id) => {
      if (!(await begun)) return elsewhere(id)
      try {
        return await functions.make(id)
      } catch (error) {
        if (error instanceof ThreadFault) return elsewhere(id)
        throw error
      }
    }
  })
  return { makers, end: async () => void (await Promise.all(threads.map((each) => each.end()))) }
}
