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
 * An open publication. It remembers files and results, and makes only what is missing. Commands open one for a single run;
 * watching keeps it open.
 */
export interface Project {
  /** Path as given by the user. */
  readonly root: string
  /** Absent if nothing is printed. */
  readonly printer: Printer | undefined
  /**
   * Looks at the publication as it is now. The first call also removes files that killed commands left among its texts.
   * @throws Failure if `publication.yaml` cannot be read
   */
  look(): Promise<View>
}

/** A publication at one moment. All answers are from its files at that moment. */
export interface View {
  readonly publication: Publication
  readonly inputs: Look
  readonly digests: Digests
  /** Name of the state of git. */
  readonly history: string
  /** Adds files seen by another run. */
  learn(known: Known): void
  /** Looks at the same publication’s files again. */
  now(): Pick<View, 'digests'>
  /**
   * Opens the queries.
   * @throws Failure if shared files cannot be read
   */
  queries(): Promise<Queries>
}

/**
 * Opens a publication.
 * @param printer stays open when the project ends
 * @param isLookedAtAgain whether answers are kept for later looks, which costs a look at their inputs for each
 */
export function openProject(root: string, printer?: Printer, isLookedAtAgain = true): Project {
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
        (queries ??= import('./queries.ts').then(({ openKeptAnswers, openQueries }) =>
          openQueries(self, (kept ??= openKeptAnswers(isLookedAtAgain))),
        )),
    }
    return self
  }
  return { root, printer, look: view }
}
