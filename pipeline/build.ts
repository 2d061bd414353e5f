import pLimit from 'p-limit'
import { checkForGates } from './check/gate.ts'
import { createLookup } from './catalog/lookup.ts'
import { readLibrary, type Library } from './catalog/library.ts'
import { SITE } from './catalog/store.ts'
import { statesOf } from './catalog/states.ts'
import { composeEdition } from './edition/compose.ts'
import { createInterface, type Interface } from './edition/interface.ts'
import { printPage, webPage } from './html/pages.ts'
import { readTheme, type Theme } from './html/theme.ts'
import { webAssets } from './html/assets.ts'
import { SOURCE_TAG, type Artifact, type DraftReasons, type Edition, type Publication, type Tag } from './model.ts'
import type { Press } from './pdf/browser.ts'
import { printEdition } from './pdf/print.ts'
import { Failure, problem, type Problem } from './problem.ts'
import { selectDocuments, selectEditions } from './publication.ts'
import { inspectOutput, publish } from './publish/output.ts'
import { statusOf, type EditionStatus, type Status } from './status.ts'

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

/** An edition as it was built; `pages` only where a PDF was asked for. */
export interface Built {
  readonly edition: Edition
  readonly pages: number | undefined
  readonly artifacts: readonly Artifact[]
  /** From the composed edition to its files. */
  readonly milliseconds: number
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
  /** Why documents could not be built; what was published of them before still stands. */
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
 * @throws Failure for malformed input; nothing has been written then
 */
export async function build(publication: Publication, request: Request, progress: Progress): Promise<BuildReport> {
  const ids = selectDocuments(publication, request.documents)
  const tags = selectEditions(publication, request.editions)
  const output = await inspectOutput(publication, request.out)
  const wantsPdf = request.formats.includes('pdf')

  progress('reading')
  // The browser starts while the sources are read; what goes wrong there is met where the press is first needed.
  // Its driver is not even loaded where no PDF is wanted: web pages need no browser.
  const opening = wantsPdf ? import('./pdf/browser.ts').then(({ openPress }) => openPress()) : undefined
  opening?.catch(() => undefined)
  try {
    const [library, theme] = await Promise.all([readLibrary(publication, ids), readTheme(publication)])
    const checked = await checkForGates(publication, library)
    const status = statusOf(publication, library, checked.countWrong)
    const verdicts = gateEditions(publication, status, request.strict)
    refuse(verdicts.filter(({ tag, document, outcome }) => outcome === 'fail' && tags.includes(tag) && ids.includes(document)))
    const isBuilt = (document: string, tag: Tag): boolean =>
      !verdicts.some((each) => each.document === document && each.tag === tag && each.outcome === 'skip')
    const editions = (await compose(library, tags, status)).filter(({ edition }) => isBuilt(edition.document, edition.tag))

    const assets = request.formats.includes('html') ? webAssets(theme) : undefined
    const press = await opening
    let finished = 0
    const count = () => progress(`${wantsPdf ? 'printed' : 'rendered'} ${finished++} of ${editions.length} editions`)
    count()
    const limit = pLimit(PAGES_AT_ONCE)
    const built = await limit.map(editions, async ({ edition, words }) => {
      const siblings = publication.editions.filter((tag) => isBuilt(edition.document, tag))
      const result = await make(edition, publication, siblings, words, theme, press, assets?.stylesheet)
      count()
      return result
    })

    progress('writing')
    const artifacts = [...built.flatMap((each) => each.artifacts), ...(assets?.artifacts ?? [])]
    const whole =
      library.failures.length === 0 &&
      ids.length === publication.documents.length &&
      tags.length === publication.editions.length &&
      request.formats.length === 2
    const written = await publish(output, artifacts, () => !whole)
    return {
      folder: output.folder,
      built,
      assets: assets?.artifacts ?? [],
      skipped: verdicts.filter(({ tag, document, outcome }) => outcome === 'skip' && tags.includes(tag) && ids.includes(document)),
      written,
      problems: [...checked.failures, ...checked.problems.filter(({ edition }) => edition === SOURCE_TAG || tags.includes(edition as Tag))],
      failures: library.failures,
      unsynced: library.unsynced,
      browser: press && press.origin !== 'pinned' ? press.origin : undefined,
    }
  } finally {
    await opening?.then((press) => press.close()).catch(() => undefined)
  }
}

/** Every document in every language, with the words around it. */
async function compose(library: Library, tags: readonly Tag[], status: Status): Promise<{ edition: Edition; words: Interface }[]> {
  const { documents, site } = library
  const catalogs = documents.flatMap(({ english, translations }) => [english, ...translations])
  const lookup = await createLookup([...catalogs, site.english, ...site.translations])
  return documents.flatMap(({ document, ...texts }) =>
    tags.map((tag) => {
      const states = statesOf(tag, document.segments, texts)
      const draft = draftReasons(status[document.id]![tag]!, status[SITE]![tag]!)
      return { edition: composeEdition(document, tag, lookup, states, draft), words: createInterface(tag, lookup, site) }
    }),
  )
}

/** One edition's files: the PDF first, since the web page tells its size. */
async function make(
  edition: Edition,
  publication: Publication,
  siblings: readonly Tag[],
  words: Interface,
  theme: Theme,
  press: Press | undefined,
  stylesheet: string | undefined,
): Promise<Built> {
  const start = performance.now()
  const folder = `${edition.tag}/${edition.document}`
  const name = `${edition.document}.${edition.tag}.pdf`
  const pdf = press && (await printEdition(press, printPage(edition, publication, words, theme), { date: documentDate(edition) }))
  const page =
    stylesheet === undefined
      ? undefined
      : webPage(edition, publication, words, theme, {
          stylesheet: `../../${stylesheet}`,
          pdf: pdf && { name, bytes: pdf.bytes.byteLength },
          editions: siblings,
        })
  const artifacts = [
    ...(page === undefined ? [] : [{ path: `${folder}/index.html`, bytes: new TextEncoder().encode(page) }]),
    ...(page === undefined ? [] : edition.pictures.map((picture) => ({ path: `${folder}/${picture.name}`, bytes: picture.bytes }))),
    ...(pdf ? [{ path: `${folder}/${name}`, bytes: pdf.bytes }] : []),
  ]
  return { edition, pages: pdf?.pages, artifacts, milliseconds: performance.now() - start }
}

/** SOURCE_DATE_EPOCH where it is set (reproducible-builds.org), else the document's own date. */
function documentDate({ date }: Edition): Date {
  const epoch = process.env['SOURCE_DATE_EPOCH']
  return epoch !== undefined && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date(`${date}T00:00:00Z`)
}

/** Why an edition is a draft, its own texts and those of the interface counted together. */
function draftReasons(own: EditionStatus, site: EditionStatus): DraftReasons | undefined {
  if (own.publishable) return undefined
  const isOnlyUnreviewed = own.missing + own.stale + own.wrong + site.missing + site.stale + site.wrong === 0
  return {
    missing: own.missing + site.missing,
    stale: own.stale + site.stale,
    wrong: own.wrong + site.wrong,
    unreviewed: isOnlyUnreviewed ? own.translated + own.staleMinor + site.translated + site.staleMinor : 0,
  }
}

interface GatedEdition {
  readonly document: string
  readonly tag: Tag
  readonly outcome: 'draft' | 'skip' | 'fail'
  readonly status: EditionStatus
}

/** The editions below their gates, and what becomes of them. */
function gateEditions({ gates }: Publication, status: Status, strict: boolean): GatedEdition[] {
  return Object.entries(status).flatMap(([document, editions]) =>
    document === SITE
      ? []
      : [...gates].flatMap(([tag, { below }]) => {
          const own = editions[tag]
          return !own || own.publishable ? [] : [{ document, tag, outcome: strict ? ('fail' as const) : below, status: own }]
        }),
  )
}

function refuse(editions: readonly GatedEdition[]): void {
  if (editions.length === 0) return
  throw new Failure(
    ...editions.map(({ document, tag, status }) =>
      problem({
        rule: 'gate',
        file: `locales/${tag}/${document}.json`,
        message: 'This edition does not pass its gate, and the gate lets no draft be published.',
        found: `of ${status.segments} texts ${status.missing} are missing, ${status.stale} stale, ${status.wrong} with errors, ${status.reviewed} reviewed`,
        expected: 'every text as content/publication.yaml requires it under “gates”, those of the interface too',
        remedy: '`npm run editions -- check` lists what waits; or build without --strict, or with a gate that gives a draft.',
      }),
    ),
  )
}
