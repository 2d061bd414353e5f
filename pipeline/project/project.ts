import { localeFolders } from '../catalog/store.ts'
import { openInputs, type Known, type Look } from '../files/inputs.ts'
import { clearAbandoned } from '../files/unfinished.ts'
import { historyName } from '../history/witness.ts'
import type { Publication } from '../model/publication.ts'
import type { Printer } from '../pdf/printer.ts'
import { readPublication } from '../publication/publication.ts'
import { digestsOf, type Digests } from './digests.ts'
import type { KeptAnswers, Queries } from './queries.ts'

/**
 * An open publication: it remembers its files and what was made from them, and makes only what is missing. The command line
 * opens one, asks, and ends; what watches keeps one open.
 */
export interface Project {
  /** As it was named. */
  readonly root: string
  /** Nothing where nothing is printed. */
  readonly printer: Printer | undefined
  /**
   * Looks at the publication as it is now. What commands that were killed have left among its texts is cleared away at first.
   * @throws Failure where `publication.yaml` cannot be read
   */
  look(): Promise<View>
}

/** A publication at one moment. What it is asked answers from its files as they were then. */
export interface View {
  readonly publication: Publication
  readonly inputs: Look
  readonly digests: Digests
  /** Names the state of git. */
  readonly history: string
  /** Takes for known what another run has seen of the files. */
  learn(known: Known): void
  /** The same publication, its files looked at once more. */
  now(): Pick<View, 'digests'>
  /** @throws Failure where what all documents share cannot be read */
  queries(): Promise<Queries>
}

/** @param printer is not closed by it */
export function openProject(root: string, printer?: Printer): Project {
  const inputs = openInputs()
  let kept: KeptAnswers | undefined
  let isFirst = true
  const view = async (): Promise<View> => {
    const publication = await readPublication(root)
    if (isFirst) await clearAbandoned(localeFolders(publication))
    isFirst = false
    const history = await historyName(publication.root)
    const looked = inputs.look()
    let queries: Promise<Queries> | undefined
    const self: View = {
      publication,
      inputs: looked,
      history,
      digests: digestsOf(publication, looked, history),
      learn: (known) => inputs.learn(known),
      now: () => ({ digests: digestsOf(publication, inputs.look(), history) }),
      queries: () =>
        (queries ??= import('./queries.ts').then(({ openKeptAnswers, openQueries }) => openQueries(self, (kept ??= openKeptAnswers())))),
    }
    return self
  }
  return { root, printer, look: view }
}
