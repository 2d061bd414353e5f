import pLimit from 'p-limit'
import type { Reconciled } from './catalog/reconcile.ts'
import type { CountWrong } from './check/gate.ts'
import { createLookup } from './catalog/lookup.ts'
import { notesFor } from './catalog/notes.ts'
import { readLibrary, type Library } from './catalog/library.ts'
import { SITE } from './catalog/store.ts'
import { statesOf } from './catalog/states.ts'
import { readExpectations, writeExpectations } from './expectations.ts'
import { draftReasons, gateEditions, refuseFailed, type GatedEdition } from './gates.ts'
import { makeEdition, nameOf, pagePath, type Built, type Composed, type Workshop } from './make.ts'
import { composeEdition } from './edition/compose.ts'
import { formOf } from './edition/form.ts'
import type { Around } from './edition/leads.ts'
import { createInterface } from './edition/interface.ts'
import { readTheme } from './html/theme.ts'
import type { Hyphenation } from './html/typography.ts'
import { loadHyphenation } from './language/hyphenation.ts'
import { LANGUAGES } from './language/languages.ts'
import { webAssets } from './html/assets.ts'
import { SOURCE_TAG, type Tag } from './model/language.ts'
import type { Publication } from './model/publication.ts'
import type { Artifact } from './model/edition.ts'
import type { Printer } from './pdf/printer.ts'
import { Failure, type Problem } from './problem.ts'
import { selectDocuments, selectEditions } from './publication.ts'
import { inspectOutput, publish } from './publish/output.ts'
import { statusOf, type Status } from './status.ts'

export type Format = 'html' | 'pdf'

/** What to build; an empty list means all. `out` is relative to the root or absolute. */
export interface Request {
  readonly documents: readonly string[]
  readonly editions: readonly string[]
  readonly formats: readonly Format[]
  readonly out: string
  /** Fail, writing nothing, where an edition does not pass its gate, whatever the gate says. */
  readonly strict: boolean
}

export interface BuildReport {
  readonly folder: string
  readonly built: readonly Built[]
  readonly assets: readonly Artifact[]
  /** Editions that were left out, since they do not pass a gate that skips. */
  readonly skipped: readonly { readonly document: string; readonly tag: Tag }[]
  /** Paths, relative to the folder, whose bytes are not those of the last build. */
  readonly written: readonly string[]
  readonly problems: readonly Problem[]
  /** Why documents, or single editions of them, could not be built; what was published of them before still stands. */
  readonly failures: readonly Failure[]
  readonly unsynced: readonly string[]
  /** Where the browser came from, when it was not the pinned one. */
  readonly browser: string | undefined
}

/** Pages that the browser holds at a time: enough to keep it busy, few enough for its memory. */
const PAGES_AT_ONCE = 4

/** Called before each step that takes a while. */
export type Progress = (step: string) => void

/**
 * The whole journey: read, match, check, compose, render, print, publish.
 * @param printer is closed in the end; nothing where no PDF is wanted
 * @throws Failure for malformed input; nothing has been written then
 */
export async function build(
  publication: Publication,
  request: Request,
  printer: Printer | undefined,
  progress: Progress,
): Promise<BuildReport> {
  const ids = selectDocuments(publication, request.documents)
  const tags = selectEditions(publication, request.editions)
  const output = await inspectOutput(publication, request.out)

  progress('reading')
  const [library, theme, expectations] = await Promise.all([
    readLibrary(publication, ids),
    readTheme(publication),
    readExpectations(publication),
  ])
  const assets = request.formats.includes('html') ? webAssets(theme, library.logo) : undefined
  const workshop: Workshop = {
    publication,
    theme,
    printer,
    stylesheet: assets?.stylesheet,
    logo: library.logo && { picture: library.logo, address: assets?.logo },
    turns: pLimit(PAGES_AT_ONCE),
    expectations,
    hyphenation: printer ? await loadHyphenations(library, tags) : new Map(),
  }

  // Errors are rare: the editions are made as if there were none, and the checks look at the texts while the browser
  // prints. Where there are some, the editions are made anew, as the drafts that they are.
  const make = (countWrong: CountWrong): Promise<Turns> =>
    makeEditions({ publication, library, workshop, tags, strict: request.strict, published: output.published }, countWrong, (made, of) =>
      progress(`${printer ? 'printed' : 'rendered'} ${made} of ${of} editions`),
    )
  const unchecked = make(() => 0)
  unchecked.catch(() => undefined)
  const { checkForGates } = await import('./check/gate.ts')
  const checked = await checkForGates(publication, library)
  const hasErrors = [SITE, ...ids].some((document) => tags.some((tag) => checked.countWrong(document, tag) > 0))
  const first = await unchecked
  const { verdicts, finished } = hasErrors ? await make(checked.countWrong) : first
  // The browser has done its work, and ends meanwhile.
  printer?.endBrowsers().catch(() => undefined)
  const made = await finished
  const built = made.filter((each): each is Built => !(each instanceof Failure))
  const unprinted = made.filter((each): each is Failure => each instanceof Failure)

  progress('writing')
  const ending = printer?.close().catch(() => undefined)
  const artifacts = [...built.flatMap((each) => each.artifacts), ...(assets?.artifacts ?? [])]
  const failures = [...library.failures, ...eachOnce(unprinted)]
  const whole =
    failures.length === 0 &&
    ids.length === publication.documents.length &&
    tags.length === publication.editions.length &&
    request.formats.length === 2
  const written = await publish(output, artifacts, () => !whole)
  const printed = built.flatMap(({ edition, layout }) => (layout ? [[nameOf(edition), layout] as const] : []))
  if (printed.length > 0) await writeExpectations(publication, new Map([...expectations, ...printed]))
  await ending
  return {
    folder: output.folder,
    built,
    assets: assets?.artifacts ?? [],
    skipped: verdicts.filter(({ outcome }) => outcome === 'skip'),
    written,
    problems: [...checked.failures, ...checked.problems.filter(({ edition }) => edition === SOURCE_TAG || tags.includes(edition as Tag))],
    failures,
    unsynced: library.unsynced,
    browser: printer?.origin === 'pinned' ? undefined : printer?.origin,
  }
}

/** Failures that say different things: what is wrong with a language’s interface keeps all its editions from being made. */
function eachOnce(failures: readonly Failure[]): Failure[] {
  const nameOfProblem = ({ file, line, column, message }: Problem): string => [file, line, column, message].join('\n')
  return [...new Map(failures.map((each) => [each.problems.map(nameOfProblem).join('\n'), each])).values()]
}

/** What editions are made from. */
interface Materials {
  readonly publication: Publication
  readonly library: Library
  readonly workshop: Workshop
  readonly tags: readonly Tag[]
  readonly strict: boolean
  /** The paths of what stands published already. */
  readonly published: ReadonlySet<string>
}

/** Editions that are printed. */
interface Turns {
  readonly verdicts: readonly GatedEdition[]
  /** What keeps a single edition from being printed is a Failure. */
  readonly finished: Promise<readonly (Built | Failure)[]>
}

/**
 * Makes the editions that their gates let pass, some at a time.
 * @param count is told how many are made, of how many
 * @returns when all are printed
 * @throws Failure where a gate lets the build fail
 */
async function makeEditions(
  { publication, library, workshop, tags, strict, published }: Materials,
  countWrong: CountWrong,
  count: (made: number, of: number) => void,
): Promise<Turns> {
  const status = statusOf(publication, library, countWrong)
  const ids = new Set(library.documents.map(({ document }) => document.id))
  const verdicts = gateEditions(publication, status, strict).filter(({ tag, document }) => tags.includes(tag) && ids.has(document))
  refuseFailed(verdicts)
  const isSkipped = (document: string, tag: Tag): boolean =>
    verdicts.some((each) => each.document === document && each.tag === tag && each.outcome === 'skip')
  // Where some languages alone are built, those that no earlier build has published are not there.
  const stands = (document: string, tag: Tag): boolean =>
    !isSkipped(document, tag) && (tags.includes(tag) || published.has(pagePath({ document, tag })))
  // A link leads to the edition in its own language; where that is left out, to the source.
  const editionOf = (document: string, tag: Tag): Tag | undefined =>
    [tag, SOURCE_TAG as Tag, ...publication.editions].find((each) => publication.editions.includes(each) && stands(document, each))
  const compose = await createComposer(library, status, editionOf)
  const editions = library.documents.flatMap((texts) =>
    tags.filter((tag) => !isSkipped(texts.document.id, tag)).map((tag) => ({ texts, tag })),
  )
  let finished = 0
  count(finished, editions.length)
  const turns = await Promise.all(
    editions.map(async ({ texts, tag }) => {
      const siblings = publication.editions.filter((other) => stands(texts.document.id, other))
      const turn = await makeEdition({ tag, document: texts.document.id }, () => compose(texts, tag), siblings, workshop)
      return { finished: turn.finished.finally(() => count(++finished, editions.length)) }
    }),
  )
  return { verdicts, finished: Promise.all(turns.map((turn) => turn.finished)) }
}

/** Composes the editions of documents, each when its turn comes: the browser has the first in hand meanwhile. */
async function createComposer(
  library: Library,
  status: Status,
  editionOf: (document: string, tag: Tag) => Tag | undefined,
): Promise<(texts: Reconciled, tag: Tag) => Composed> {
  const { documents, site } = library
  const catalogs = documents.flatMap(({ english, translations }) => [english, ...translations])
  const lookup = await createLookup([...catalogs, site.english, ...site.translations])
  const forms = new Map(documents.map(({ document, translations }) => [document.id, formOf(document, translations)]))
  return ({ document, ...texts }, tag) => {
    const states = statesOf(tag, document.segments, texts)
    const draft = draftReasons(status[document.id]![tag]!, status[SITE]![tag]!)
    const notes = notesFor(tag, texts.english.entries, texts.translations)
    const around: Around = { anchorsOf: library.anchorsOf, editionOf: (other) => editionOf(other, tag) }
    return {
      edition: composeEdition(document, tag, lookup, states, draft, notes, around, forms.get(document.id)!),
      words: createInterface(tag, lookup, site),
    }
  }
}

/** What hyphenates the editions, and the English in them. */
async function loadHyphenations({ documents }: Library, tags: readonly Tag[]): Promise<Hyphenation> {
  const cyrillic = documents.flatMap(({ translations }) => translations.filter(({ tag }) => tag === LANGUAGES['sr-Latn'].derivedFrom))
  const texts = cyrillic.flatMap(({ entries }) => [...entries.values()].map(({ text }) => text))
  const wanted = [...new Set<Tag>([...tags, SOURCE_TAG])]
  return new Map(await Promise.all(wanted.map(async (tag) => [tag, await loadHyphenation(tag, texts)] as const)))
}
