import type { LimitFunction } from 'p-limit'
import type { Opened } from '../catalog/library.ts'
import { notesFor } from '../catalog/notes.ts'
import { statesOf } from '../catalog/states.ts'
import { checkForGates } from '../check/for-gates.ts'
import { composeEdition } from '../edition/compose.ts'
import { formOf } from '../edition/form.ts'
import { draftReasons, gateEditions, type GatedEdition } from '../gates/verdicts.ts'
import type { Hyphenation } from '../html/typography.ts'
import { LANGUAGES } from '../language/languages.ts'
import { loadHyphenation } from '../language/hyphenation.ts'
import type { Composed, DocumentContext, Workshop } from '../formats/format.ts'
import { makeEdition, type Built } from '../formats/make-edition.ts'
import { pagePath } from '../formats/registry.ts'
import type { LinkFault } from '../model/document.ts'
import { SOURCE_TAG, type Tag } from '../model/language.ts'
import { Failure } from '../problem.ts'
import { anchorsOf, type Anchors } from '../source/anchors.ts'
import { statusOfDocument, type Statuses } from '../gates/status.ts'
import type { Bearings } from './bearings.ts'
import { lookupOf, type Assessment, type Surroundings } from './surroundings.ts'

/** A document with its texts, and what its links ask of others. */
export interface ReadDocument {
  readonly opened: Opened
  readonly bearings: Bearings
  /** The places of documents that its links lead into, its own among them. */
  readonly anchorsOf: (document: string) => Anchors | undefined
}

/** What is wrong with a link that may be right, or wrong otherwise, where there are other documents. */
const DOCUMENT_FAULTS: ReadonlySet<string> = new Set<LinkFault>(['document', 'outside', 'foreign'])

/** @throws Failure where a file of the document is missing or malformed */
export async function readWithLinks(id: string, surroundings: Surroundings): Promise<ReadDocument> {
  const opened = await surroundings.reader.read(id)
  const { document } = opened.reconciled
  const targets = [...document.links.values()]
  const others = targets.flatMap((target) => (target.kind === 'place' && target.document !== id ? [target] : []))
  const anchors = new Map<string, Anchors | undefined>([[id, anchorsOf(document)]])
  for (const { document: other, fragment } of others) if (fragment !== '') anchors.set(other, await surroundings.anchorsOf(other))
  return {
    opened,
    bearings: {
      linked: [...new Set(others.map((target) => target.document))],
      isLost: targets.some((target) => target.kind === 'nowhere' && DOCUMENT_FAULTS.has(target.fault)),
      isToldByGit: opened.isToldByGit || surroundings.siteTexts.isToldByGit,
      isNew: opened.isNew,
    },
    anchorsOf: (other) => anchors.get(other),
  }
}

/** Checks a document, and counts how far it is. */
export async function assess({ opened: { reconciled }, anchorsOf: places }: ReadDocument, surroundings: Surroundings): Promise<Assessment> {
  const { publication, glossary } = surroundings
  const { countWrong, ...checked } = await checkForGates(publication, { documents: [reconciled], anchorsOf: places }, glossary)
  const wrong = (tag: Tag): number => countWrong(reconciled.document.id, tag)
  const site = await surroundings.site
  return {
    ...checked,
    statuses: statusOfDocument(publication, reconciled, site.statuses, wrong),
    hasErrors: site.hasErrors || publication.editions.some((tag) => wrong(tag) > 0),
  }
}

/** What is wanted of each document. */
export interface Wanted {
  readonly tags: readonly Tag[]
  /** Whether a path stands published already. */
  readonly isPublished: (path: string) => boolean
  /** The languages in which the gates leave out a document. */
  readonly skippedOf: (document: string) => Promise<readonly Tag[]>
  /** Lets so many editions be in hand at a time. */
  readonly turns: LimitFunction
  /** Called with each edition that is made. */
  readonly count: () => void
}

/** A document as it was made. */
export interface MadeDocument extends Assessment {
  readonly built: readonly Built[]
  /** Why single editions could not be printed. */
  readonly unprinted: readonly Failure[]
  readonly gated: readonly GatedEdition[]
}

/**
 * Makes the editions of a document that its gates let pass. Errors are rare: they are made as if there were none, and the checks
 * look at the texts while the browser prints. Where there are some, the editions are made anew, as the drafts that they are.
 * @returns when all are printed and finished
 */
export async function makeDocument(
  read: ReadDocument,
  surroundings: Surroundings,
  workshop: Workshop,
  wanted: Wanted,
): Promise<MadeDocument> {
  const { publication, siteStatuses } = surroundings
  const make = await createMaker(read, surroundings, workshop, wanted)
  const unchecked = make(
    statusOfDocument(publication, read.opened.reconciled, siteStatuses, () => 0),
    siteStatuses,
  )
  unchecked.catch(() => undefined)
  const assessment = await assess(read, surroundings)
  const first = await unchecked
  const { gated, finished } = assessment.hasErrors ? await make(assessment.statuses, (await surroundings.site).statuses) : first
  const made = await finished
  return {
    ...assessment,
    gated,
    built: made.filter((each): each is Built => !(each instanceof Failure)),
    unprinted: made.filter((each) => each instanceof Failure),
  }
}

/** Editions that are printed. */
interface Turns {
  readonly gated: readonly GatedEdition[]
  /** What keeps a single edition from being printed is a Failure. */
  readonly finished: Promise<readonly (Built | Failure)[]>
}

/** What makes the editions of a document from how far they are. Each is composed when its turn comes: the browser has the first in hand meanwhile. */
async function createMaker(
  { opened: { reconciled }, bearings: { linked }, anchorsOf: places }: ReadDocument,
  { publication, wordsOf }: Surroundings,
  workshop: Workshop,
  { tags, isPublished, skippedOf, turns, count }: Wanted,
): Promise<(statuses: Statuses, site: Statuses) => Promise<Turns>> {
  const { document, ...texts } = reconciled
  const lookup = await lookupOf(texts)
  const form = formOf(document, texts.translations)
  const hyphenation = workshop.printer ? await loadHyphenations(tags, texts) : NO_HYPHENATION
  const skippedElsewhere = new Map(await Promise.all(linked.map(async (other) => [other, await skippedOf(other)] as const)))
  return async (statuses, site) => {
    const gated = gateEditions(publication, document.id, statuses, false)
    const skipped = gated.flatMap(({ tag, outcome }) => (outcome === 'skip' ? [tag] : []))
    const stands = (other: string, tag: Tag): boolean => {
      const isSkipped = (other === document.id ? skipped : (skippedElsewhere.get(other) ?? [])).includes(tag)
      // Where some languages alone are built, those that no earlier build has published are not there.
      return !isSkipped && (tags.includes(tag) || isPublished(pagePath({ document: other, tag })))
    }
    // A link leads to the edition in its own language; where that is left out, to the source.
    const editionOf = (other: string, tag: Tag): Tag | undefined =>
      [tag, SOURCE_TAG as Tag, ...publication.editions].find((each) => publication.editions.includes(each) && stands(other, each))
    const compose = (tag: Tag): Composed => ({
      edition: composeEdition(
        document,
        tag,
        lookup,
        statesOf(tag, document.segments, texts),
        draftReasons(statuses[tag]!, site[tag]!),
        notesFor(tag, texts.english.entries, texts.translations),
        { anchorsOf: places, editionOf: (other) => editionOf(other, tag) },
        form,
      ),
      words: wordsOf(tag),
    })
    const siblings = publication.editions.filter((tag) => stands(document.id, tag))
    const context: DocumentContext = { siblings, hyphenation }
    const made = await Promise.all(
      tags
        .filter((tag) => !skipped.includes(tag))
        .map((tag) => makeEdition({ tag, document: document.id }, () => compose(tag), context, workshop, turns)),
    )
    for (const { finished } of made) void finished.then(count, () => undefined)
    return { gated, finished: Promise.all(made.map(({ finished }) => finished)) }
  }
}

const NO_HYPHENATION: Hyphenation = new Map()

/** What hyphenates the editions, and the English in them. */
async function loadHyphenations(
  tags: readonly Tag[],
  { translations }: Opened['reconciled'] | Omit<Opened['reconciled'], 'document'>,
): Promise<Hyphenation> {
  const cyrillic = translations.filter(({ tag }) => tag === LANGUAGES['sr-Latn'].derivedFrom)
  const texts = cyrillic.flatMap(({ entries }) => [...entries.values()].map(({ text }) => text))
  const wanted = [...new Set<Tag>([...tags, SOURCE_TAG])]
  return new Map(await Promise.all(wanted.map(async (tag) => [tag, await loadHyphenation(tag, texts)] as const)))
}
