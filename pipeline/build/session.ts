import type { Publication } from '../model/publication.ts'
import type { Printer } from '../pdf/printer.ts'
import type { Shared } from './surroundings.ts'

/** What stays from one build to the next: what prints, and what all documents share. */
export interface Session {
  /** Nothing where no PDF is wanted. */
  readonly printer: Printer | undefined
  /**
   * What all documents share.
   * @param from the digest of all that it is made from
   * @throws Failure where it cannot be read
   */
  shared(publication: Publication, from: string): Promise<Shared>
  /** Has it read anew: it may have changed while it was read. */
  forget(): void
}

/** Opens a session. @param printer is not closed by it */
export function openSession(printer: Printer | undefined): Session {
  let kept: { readonly from: string; readonly shared: Promise<Shared> } | undefined
  return {
    printer,
    shared: (publication, from) => {
      if (kept?.from !== from) {
        const shared = import('./surroundings.ts').then(({ readShared }) => readShared(publication))
        kept = { from, shared }
        // What could not be read may be mended by the next build.
        shared.catch(() => (kept = undefined))
      }
      return kept.shared
    },
    forget: () => (kept = undefined),
  }
}
