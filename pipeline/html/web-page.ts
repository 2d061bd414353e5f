import type { Interface } from '../edition/interface.ts'
import { autonym } from '../language/formats.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import type { Edition } from '../model/edition.ts'
import { packedAddresses, parallelAddresses, webAddresses } from './page-addresses.ts'
import { languageView } from './band.ts'
import { NOTES_LABEL } from './body.ts'
import { correctionsOf } from './corrections.ts'
import { freshnessOf } from './freshness.ts'
import { glanceOf } from './glance.ts'
import { publisherView, type LogoView } from './logo.ts'
import { citationOf } from './citation.ts'
import { closing } from './print-form.ts'
import { sharingOf } from './sharing.ts'
import { siteAddress } from './site-address.ts'
import { downloadsOf, withSizes, type Sizes } from './downloads.ts'
import { cardName, coverName, folderOf, mailName, PAGE_NAME, parallelTag, type BookFormat } from './file-names.ts'
import { plainSigns } from './signs.ts'
import type { Theme } from './theme.ts'
import { webBody } from './web-body.ts'
import { pageView } from './page-view.ts'
import type { Column } from './column.ts'
import { readingTime } from './reading-time.ts'

/**
 * The page for the web, but for the size of the PDF beside it, which is given when it is known: the page is rendered
 * while the PDF is made.
 * @returns the page, from the PDF’s size in bytes
 */
export function webPage(
  edition: Edition,
  publication: Publication,
  words: Interface,
  theme: Theme,
  links: {
    /** Way from the page to the output folder. */
    readonly root: string
    /** Its address. */
    readonly stylesheet: string
    /** The file name of the edition's PDF, where one is made. */
    readonly pdf: string | undefined
    readonly logo: LogoView | undefined
    /** Address of the script that pages share. */
    readonly script: string
    /** What the page itself is searched with. Absent in a site, whose libraries are searched. */
    readonly search: SearchLinks | undefined
    /** The site that the page stands in. Absent in an offline package. */
    readonly site: InSite | undefined
  },
): (bytes: Sizes) => string {
  const columns = links.site?.columns
  const addresses = columns ? parallelAddresses(edition) : links.site ? webAddresses(edition) : packedAddresses(edition)
  const common = pageView(edition, publication, words, addresses, webBody(edition, addresses, words), columns)
  const of = { document: edition.document, tag: columns ? parallelTag(tagsOf(columns)) : edition.tag }
  const hasPress = links.site?.hasPress ?? false
  const view = {
    ...common,
    /** Whether notes stand at the end, as a section of their own. */
    notes: common.body.includes(`id="${NOTES_LABEL}"`),
    glance: !columns && edition.programme && glanceOf(edition.programme, words),
    ...closing(edition, publication, words),
    // A page on the site leads there by its foot.
    genuine: false,
    // They stand at the head of the page.
    references: false,
    stylesheet: links.stylesheet,
    ...publisherView(links.logo, publication, words),
    ...downloadsOf(edition, { pdf: links.pdf, zip: links.site?.zip, books: links.site?.books ?? [] }),
    script: links.script,
    search: links.search ?? false,
    site: links.site !== undefined,
    root: links.root,
    library: columns ? `${links.root}${edition.tag}/` : '../',
    freshness: freshnessOf(edition, words),
    ...sharingOf(edition, publication, words, columns ? [] : (links.site?.editions ?? []), of, hasPress, columns),
    press: hasPress && !columns && { card: cardName(edition), cover: coverName(edition), mail: mailName(edition) },
    corrections: correctionsOf(edition, words),
    // What is cited is one of the editions.
    citation: columns ? false : citationOf(edition, words, siteAddress(publication, `${folderOf(of)}/${PAGE_NAME}`)),
    minutes: readingTime(common.body, columns?.length ?? 1),
    languages: (links.site?.editions ?? []).map((tag) => ({
      ...languageView(tag, columns ? '' : edition.tag),
      autonym: autonym(tag),
      // The file by its name: a page that was opened from a disk has no server to add it.
      href: `${links.root}${tag}/${edition.document}/${PAGE_NAME}`,
    })),
    versions: (links.site?.versions ?? []).map(({ folder, day }) => ({
      day,
      date: words.day(day),
      href: `${links.root}${folder}/${PAGE_NAME}`,
    })),
    beside: parallelLinks(edition, links, columns),
  }
  const page = plainSigns(theme.render('web.hbs', view, words, addresses))
  return (sizes) => withSizes(page, sizes, words)
}

/** Addresses of what searches. */
export interface SearchLinks {
  /** Of the script. */
  readonly script: string
  /** Of the file that tells what there is to search. */
  readonly file: string
  /** Of the page that is searched. Absent for a library. */
  readonly folder?: string
}

/** The site that a page stands in. */
interface InSite {
  /** The editions of the document that there are. */
  readonly editions: readonly Tag[]
  /** Its parallel editions that there are, by their columns. */
  readonly beside: readonly (readonly Tag[])[]
  /** The file name of the offline package, where one is made. */
  readonly zip: string | undefined
  /** The formats of books that are made. */
  readonly books: readonly BookFormat[]
  /** True if pictures and a text for sharing are made. */
  readonly hasPress: boolean
  /** Former versions that stay, the last first: the folder and the day (ISO 8601) of each. */
  readonly versions?: readonly { readonly folder: string; readonly day: string }[]
  /** Those that stand side by side in the page. Absent for a single one. */
  readonly columns?: readonly Column[] | undefined
}

/** The parallel editions that a page leads to: those of its document that its language is in, and all from one of them. */
function parallelLinks(
  { tag, document }: Edition,
  { root, site }: { readonly root: string; readonly site: InSite | undefined },
  columns: readonly Column[] | undefined,
) {
  const name = columns && parallelTag(tagsOf(columns))
  return (site?.beside ?? [])
    .filter((tags) => columns !== undefined || tags.includes(tag))
    .map((tags) => ({
      current: parallelTag(tags) === name,
      languages: tags.map((each, at) => ({ tag: each, autonym: autonym(each), isFirst: at === 0 })),
      href: `${root}${folderOf({ document, tag: parallelTag(tags) })}/${PAGE_NAME}`,
    }))
}

function tagsOf(columns: readonly Column[]): Tag[] {
  return columns.map(({ edition }) => edition.tag)
}
