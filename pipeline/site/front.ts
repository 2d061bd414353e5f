import { dirname } from 'node:path/posix'
import type { Interface } from '../edition/interface.ts'
import { FORMATS } from '../formats/registry.ts'
import type { SharedFiles } from '../html/assets.ts'
import { siteAddress } from '../html/site-address.ts'
import { folderOf, pdfName } from '../html/file-names.ts'
import { logoView } from '../html/logo.ts'
import { plainSigns } from '../html/signs.ts'
import type { Theme } from '../html/theme.ts'
import type { EditionFacts, EditionOutcome, Editions } from '../model/outcome.ts'
import type { Artifact } from '../model/edition.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import { Failure } from '../problem.ts'
import { SEARCH_NAME } from '../search/shards.ts'
import type { Shared } from '../project/shared.ts'
import type { Published } from '../publish/manifest.ts'
import type { MakeFront } from '../publish/front.ts'
import { aboutView, missingView } from './about.ts'
import { FEED_NAME, feedOf } from './feed.ts'
import { robotsOf, sitemapOf } from './sitemap.ts'
import { libraryView } from './library.ts'
import { shelvesOf, type Shelf } from './shelves.ts'
import { languagesView } from './languages.ts'
import { OPEN_SEARCH_NAME, openSearchOf } from './open-search.ts'
import { searchFiles } from './search-files.ts'
import { versionNotes } from './version-notes.ts'

/** What the pages that lead to editions are made with. */
export interface FrontMaterials {
  readonly publication: Publication
  readonly theme: Theme
  readonly shared: Pick<Shared, 'wordsOf' | 'logo'>
  /** Nothing where there are no web pages. */
  readonly assets: SharedFiles | undefined
  /** Public key of the signature. Absent without one. */
  readonly key: string | undefined
}

/**
 * Makes what leads to the editions of an output folder: the page of all languages, and the library of each. They are made of
 * what stands there, whichever build has made it.
 * @param outcomes the editions of this build
 */
export function openFront(materials: FrontMaterials, outcomes: readonly EditionOutcome[]): MakeFront {
  return (stand) => {
    const { files } = stand
    const editions = editionsOf(files, stand.editions, outcomes)
    if (materials.assets === undefined) return { editions, artifacts: [], standing: [], failures: [] }
    const failures: Failure[] = []
    const wordsOf = forgiving(materials.shared.wordsOf, materials.publication.source, (each) => failures.push(each))
    const shared = { ...materials.shared, wordsOf }
    const shelves = shelvesOf(materials.publication, editions, files)
    const searched = shelves.map((shelf) => searchFiles(shelf, stand))
    const made = function* (): Generator<Artifact> {
      yield* pagesOf({ ...materials, shared }, shelves)
      for (const { artifacts } of searched) yield* artifacts
      yield* versionNotes(shelves, stand, wordsOf, materials.theme)
    }
    return { editions, artifacts: made(), standing: searched.flatMap((each) => each.standing), failures }
  }
}

/**
 * Interfaces that stand in for their malformed texts with those of the source, so that a page which leads to editions is there
 * all the same.
 */
function forgiving(wordsOf: WordsOf, source: Tag, tell: (failure: Failure) => void): WordsOf {
  const forgive = (tag: Tag): Interface => {
    const words = wordsOf(tag)
    const message: Interface['message'] = (id, values) => {
      try {
        return words.message(id, values)
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        tell(error)
        return tag === source ? { text: id, language: tag, fallback: false } : { ...forgive(source).message(id, values), fallback: true }
      }
    }
    return { ...words, message }
  }
  return forgive
}

type WordsOf = Shared['wordsOf']

/** What the editions that stand tell of themselves, now or when they were made. */
function editionsOf(files: ReadonlyMap<string, Published>, before: Editions, outcomes: readonly EditionOutcome[]): Editions {
  const now = outcomes.map((edition) => [folderOf(edition), edition.facts] as const)
  // A page at a former address leads to an edition, and is none.
  const own = new Set(now.map(([folder]) => folder))
  const former = new Set(outcomes.flatMap(({ files: made }) => made.map(({ path }) => dirname(path)).filter((folder) => !own.has(folder))))
  return new Map(
    [...new Map<string, EditionFacts>([...before, ...now])].flatMap(([folder, facts]) => {
      if (former.has(folder)) return []
      const [document = '', tag = ''] = folder.split('/').toReversed()
      const isPrinted = files.has(`${folder}/${pdfName({ tag, document })}`)
      const isThere = Object.values(FORMATS).some(({ filesOf }) => files.has(`${folder}/${filesOf({ tag, document })[0]}`))
      if (!isThere) return []
      // A build of the web pages alone leaves the PDF as it was.
      return [[folder, { ...facts, pages: isPrinted ? (facts.pages ?? before.get(folder)?.pages) : undefined }] as const]
    }),
  )
}

/** Pages as they were made last. Most changes of a text change none of them. */
const pages = new WeakMap<Theme, Map<string, { readonly from: string; readonly page: Artifact }>>()

/** @param from all that the page shows, besides what the theme and its interface say */
function keptPage(theme: Theme, path: string, from: string, make: () => string): Artifact {
  const kept = pages.get(theme) ?? new Map<string, { readonly from: string; readonly page: Artifact }>()
  pages.set(theme, kept)
  const known = kept.get(path)
  if (known?.from === from) return known.page
  const page = { path, bytes: new TextEncoder().encode(make()) }
  kept.set(path, { from, page })
  return page
}

const NOWHERE = { picture: () => '', lead: () => '' }

function pagesOf({ publication, theme, shared, assets, key }: FrontMaterials, shelves: readonly Shelf[]): Artifact[] {
  if (shelves.length === 0) return []
  const { wordsOf } = shared
  const { stylesheet, script, search, logo } = assets!
  const render = (template: string, path: string, root: string, tag: string, view: object): Artifact => {
    const words = wordsOf(tag)
    const shown = shared.logo && logo !== undefined ? logoView(shared.logo, `${root}${logo}`) : undefined
    const alternative = words.message(publication.logoWords === undefined ? 'publisher' : 'publisher.logo').text
    const common = {
      tag,
      stylesheet: `${root}${stylesheet}`,
      script: `${root}${script}`,
      search: { script: `${root}${search}`, file: SEARCH_NAME },
      canonical: siteAddress(publication, path) ?? false,
      logo: shown !== undefined && { ...shown, alternative },
      isPublisherNamed: !shown?.isName,
      organisers: [],
    }
    const shownIn = { ...common, ...view }
    return keptPage(theme, path, JSON.stringify(shownIn), () => plainSigns(theme.render(template, shownIn, words, NOWHERE)))
  }
  const tags = shelves.map(({ tag }) => tag)
  const plain = (path: string, text: string | undefined): Artifact[] =>
    text === undefined ? [] : [{ path, bytes: new TextEncoder().encode(text) }]
  return [
    ...plain('sitemap.xml', sitemapOf(publication, shelves)),
    ...plain('robots.txt', robotsOf(publication)),
    ...shelves.flatMap((shelf) => plain(`${shelf.tag}/${FEED_NAME}`, feedOf(shelf, publication, wordsOf(shelf.tag)))),
    ...tags.flatMap((tag) => plain(`${tag}/${OPEN_SEARCH_NAME}`, openSearchOf(tag, publication, wordsOf(tag)))),
    ...tags.map((tag) => render('about.hbs', `${tag}/about.html`, '../', tag, { ...aboutView(publication, tag, tags), key: key ?? false })),
    render('404.hbs', '404.html', '', publication.source, { base: publication.url ?? false, languages: missingView(tags, wordsOf) }),
    render('languages.hbs', 'index.html', '', publication.source, languagesView(publication, shelves, wordsOf)),
    ...tags.map((tag, at) =>
      render('library.hbs', `${tag}/index.html`, '../', tag, libraryView(shelves[at]!, tags, wordsOf(tag), publication.url !== undefined)),
    ),
  ]
}
