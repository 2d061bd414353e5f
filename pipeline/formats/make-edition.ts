import { setImmediate } from 'node:timers/promises'
import pLimit, { type LimitFunction } from 'p-limit'
import type { Artifact, Edition } from '../model/edition.ts'
import type { PageLayout } from '../pdf/page-layout.ts'
import { Failure, type Problem } from '../problem.ts'
import type { EditionFacts } from '../model/outcome.ts'
import type { Begun, Composed, DocumentContext, Named, Rendered, BuildContext } from './format.ts'
import { misplacedNotes } from './misplaced-notes.ts'
import { ownFailure } from './unprinted.ts'

/** An edition with its files. */
export interface Built {
  /** Its name, which for editions side by side is that of all. */
  readonly of: Named
  readonly edition: Edition
  readonly facts: EditionFacts
  readonly artifacts: readonly Artifact[]
  /** Absent if no format has pages. */
  readonly layout: PageLayout | undefined
  /** Problems found in the print. */
  readonly problems: readonly Problem[]
  /** Time from composing to the finished files. */
  readonly milliseconds: number
}

/** An edition that has had its turn and is being finished. */
export interface Turn<Made = Built | Failure> {
  /** The result, or the Failure of this edition alone. */
  readonly finished: Promise<Made>
}

/** An edition that is rendered in all formats but not finished. */
interface RenderedEdition extends Pick<Composed, 'edition' | 'facts'> {
  readonly of: Named
  readonly start: number
  readonly rendered: ReadonlyMap<string, Rendered>
}

/** Editions are composed one at a time, so that the first is printed while the others are composed. */
const composing = pLimit(1)

/**
 * Makes the files of one edition. It is composed in its turn, and the turn ends after rendering, so that files are finished
 * during later turns.
 * @param turns limit of editions in progress
 * @throws Failure if no edition can be made
 */
export async function makeEdition(
  of: Named,
  compose: () => Composed,
  context: DocumentContext,
  buildContext: BuildContext,
  turns: LimitFunction,
): Promise<Turn> {
  const made = await turns(async () => {
    const start = performance.now()
    const begun = new Map([...buildContext.makers].map(([format, begin]) => [format, begin(of, context, buildContext)]))
    try {
      const { edition, facts, rendering } = await composing(async () => {
        const composed = compose()
        const all = renderAll(begun, composed)
        all.catch(() => undefined)
        // Gives the print of this edition time to start before the next edition is composed.
        await setImmediate()
        return { edition: composed.edition, facts: composed.facts, rendering: all }
      })
      return { of, edition, facts, start, rendered: await rendering }
    } catch (error) {
      for (const each of begun.values()) each.abandon()
      return ownFailure(error, of)
    }
  })
  const finished = made instanceof Failure ? Promise.resolve(made) : finish(made).catch((error: unknown) => ownFailure(error, of))
  // The caller handles the error when it awaits the result.
  finished.catch(() => undefined)
  return { finished }
}

async function renderAll(begun: ReadonlyMap<string, Begun>, composed: Composed): Promise<ReadonlyMap<string, Rendered>> {
  const all = [...begun].map(async ([format, each]) => [format, await each.render(composed)] as const)
  return new Map(await Promise.all(all))
}

async function finish({ of, edition, facts, start, rendered }: RenderedEdition): Promise<Built> {
  const made = new Map<string, Promise<readonly Artifact[]>>()
  const layout = [...rendered.values()].find((each) => each.layout)?.layout
  const pages = layout?.pages
  const artifactsOf = (format: string): Promise<readonly Artifact[]> => {
    const known = made.get(format) ?? rendered.get(format)?.finish({ artifactsOf, layout }) ?? Promise.resolve([])
    made.set(format, known)
    return known
  }
  const artifacts = (await Promise.all([...rendered.keys()].map(artifactsOf))).flat()
  const problems = misplacedNotes(edition, of.tag, layout?.misplaced ?? [])
  return { of, edition, facts: { ...facts, pages }, layout, problems, artifacts, milliseconds: performance.now() - start }
}
