import { localeFolders } from '../catalog/store.ts'
import type { TextCollection } from '../catalog/text-collection.ts'
import { openInputs, type Inputs, type Known, type Look } from '../files/inputs.ts'
import { clearAbandoned } from '../files/unfinished.ts'
import { historyName } from '../history/witness.ts'
import type { BuildPrinting } from '../jobs/shared-printing.ts'
import type { ParsedDocument } from '../model/document.ts'
import type { Publication } from '../model/publication.ts'
import type { Printer } from '../pdf/printer.ts'
import { readPublication } from '../publication/publication.ts'
import { keepAnswers } from './answers.ts'
import { digestsOf, type Digests } from './digests.ts'
import type { KeptAnswers, Moment, Queries } from './queries.ts'

/**
 * An open publication. It remembers files and results, and makes only what is missing. Commands open one for a single run;
 * watching keeps it open.
 */
export interface Project {
  /** Path as given by the user. */
  readonly root: string
  /** Absent if nothing is printed. */
  readonly printer: Printer | undefined
  /** Number of threads that make documents beside the main one, if not as many as pay. */
  readonly threads: number | undefined
  /** What threads open printers of their own with. Absent where this machine prints, which has one browser. */
  readonly sharing: BuildPrinting['sharing'] | undefined
  /**
   * Reads `publication.yaml` as it is now. The first call also removes files that killed commands left among the texts.
   * @throws Failure if it cannot be read
   */
  publication(): Promise<Publication>
  /**
   * Reads all texts as they are now, for commands that change them.
   * @throws Failure as `readTextCollection` does
   */
  texts(): Promise<TextCollection>
  /**
   * Reads the source of a document as it is now, which `texts` may have parsed before.
   * @throws Failure for a missing or malformed file
   */
  source(id: string): Promise<ParsedDocument>
  /**
   * Looks at the publication as it is now.
   * @throws Failure if `publication.yaml` cannot be read
   */
  look(): Promise<View>
}

/** A publication at one moment. All answers are from its files at that moment. */
export interface View extends Moment {
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

/** Limit of sources that are kept after `texts`, for a command that changes some of them. */
const MOST_SOURCES = 8

/** Opens a publication. The printer stays open when the project ends. */
export function openProject(
  root: string,
  { printer, threads, sharing }: Partial<Pick<Project, 'printer' | 'threads' | 'sharing'>> = {},
): Project {
  const inputs = openInputs()
  let kept: KeptAnswers | undefined
  let isFirst = true
  const read = async (): Promise<Publication> => {
    const publication = await readPublication(root)
    if (isFirst) await clearAbandoned(localeFolders(publication))
    isFirst = false
    return publication
  }
  const look = async (): Promise<View> => {
    const [publication, history] = await Promise.all([read(), historyName(root)])
    return openView({ publication, history }, inputs, (open) => (kept ??= open()))
  }
  const sources = keepAnswers<View, ParsedDocument>(MOST_SOURCES)
  const sourceAt = (view: View, id: string): Promise<ParsedDocument> => {
    const make = async (): Promise<ParsedDocument> => {
      // It is looked at before it is read.
      view.stamps.source(id)
      const { readDocument } = await import('../source/read.ts')
      return readDocument(view.publication, id)
    }
    return sources.ask(view, id, make, (_, { stamps }) => stamps.source(id))
  }
  return {
    root,
    printer,
    threads,
    sharing,
    publication: read,
    texts: async () => {
      const [view, { readTextCollection }] = await Promise.all([look(), import('../catalog/text-collection.ts')])
      return readTextCollection(view.publication, view.publication.documents, (id) => sourceAt(view, id))
    },
    source: async (id) => sourceAt(await look(), id),
    look,
  }
}

/**
 * Opens a view of a publication that was read.
 * @param keep gives the answers of former views, or opens new ones
 */
export function openView(
  { publication, history }: Pick<View, 'publication' | 'history'>,
  inputs: Inputs,
  keep: (open: () => KeptAnswers) => KeptAnswers,
): View {
  const looked = inputs.look()
  let queries: Promise<Queries> | undefined
  const self: View = {
    publication,
    inputs: looked,
    history,
    digests: digestsOf(publication, looked, history),
    stamps: digestsOf(publication, { digest: (paths) => looked.stamp(paths) }, history),
    learn: (known) => inputs.learn(known),
    now: () => ({ digests: digestsOf(publication, inputs.look(), history) }),
    queries: () =>
      (queries ??= import('./queries.ts').then(({ openKeptAnswers, openQueries }) => openQueries(self, keep(openKeptAnswers)))),
  }
  return self
}
