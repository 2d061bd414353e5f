import { setImmediate } from 'node:timers/promises'
import pLimit, { type LimitFunction } from 'p-limit'
import type { Artifact, Edition } from '../model/edition.ts'
import type { PageLayout } from '../pdf/layout.ts'
import { Failure, type Problem } from '../problem.ts'
import type { Begun, Composed, DocumentContext, Named, Rendered, Workshop } from './format.ts'
import { misplacedNotes } from './misplaced-notes.ts'
import { ownFailure } from './unprinted.ts'

/** An edition as it was built. */
export interface Built {
  readonly edition: Edition
  readonly artifacts: readonly Artifact[]
  /** Nothing where no format has pages. */
  readonly layout: PageLayout | undefined
  /** What is not as it should be in its print. */
  readonly problems: readonly Problem[]
  /** From the composed edition to its files. */
  readonly milliseconds: number
}

/** An edition whose turn is over. */
export interface Turn<Made = Built | Failure> {
  /** A Failure is what keeps this edition, and it alone, from being made. */
  readonly finished: Promise<Made>
}

/** An edition whose files are rendered in all formats, and need to be finished. */
interface RenderedEdition {
  readonly edition: Edition
  readonly start: number
  readonly rendered: ReadonlyMap<string, Rendered>
}

/** Editions are composed one after the other: so the first is printed while the others are composed. */
const composing = pLimit(1)

/**
 * Makes the files of one edition. It is composed when its turn has come; the turn ends when it is rendered, so that files are
 * finished while the next edition has its turn.
 * @param turns lets so many editions be in hand at a time
 * @throws Failure for what keeps every edition from being made
 */
export async function makeEdition(
  of: Named,
  compose: () => Composed,
  context: DocumentContext,
  workshop: Workshop,
  turns: LimitFunction,
): Promise<Turn> {
  const made = await turns(async () => {
    const start = performance.now()
    const begun = new Map([...workshop.makers].map(([format, begin]) => [format, begin(of, context, workshop)]))
    try {
      const { edition, rendering } = await composing(async () => {
        const composed = compose()
        const all = renderAll(begun, composed)
        all.catch(() => undefined)
        // What is printed is on its way before the next edition is composed.
        await setImmediate()
        return { edition: composed.edition, rendering: all }
      })
      return { edition, start, rendered: await rendering }
    } catch (error) {
      for (const each of begun.values()) each.abandon()
      return ownFailure(error, of)
    }
  })
  const finished = made instanceof Failure ? Promise.resolve(made) : finish(made).catch((error: unknown) => ownFailure(error, of))
  // Whoever waits for the turn meets the error later.
  finished.catch(() => undefined)
  return { finished }
}

async function renderAll(begun: ReadonlyMap<string, Begun>, composed: Composed): Promise<ReadonlyMap<string, Rendered>> {
  const all = [...begun].map(async ([format, each]) => [format, await each.render(composed)] as const)
  return new Map(await Promise.all(all))
}

async function finish({ edition, start, rendered }: RenderedEdition): Promise<Built> {
  const made = new Map<string, Promise<readonly Artifact[]>>()
  const makeOnce = (format: string): Promise<readonly Artifact[]> => {
    const known = made.get(format) ?? rendered.get(format)?.finish(sizeOf) ?? Promise.resolve([])
    made.set(format, known)
    return known
  }
  const sizeOf = async (format: string): Promise<number> =>
    (await makeOnce(format)).reduce((bytes, artifact) => bytes + artifact.bytes.byteLength, 0)
  const artifacts = (await Promise.all([...rendered.keys()].map(makeOnce))).flat()
  const layout = [...rendered.values()].find((each) => each.layout)?.layout
  const problems = misplacedNotes(edition, layout?.misplaced ?? [])
  return { edition, layout, problems, artifacts, milliseconds: performance.now() - start }
}
