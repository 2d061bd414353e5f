import type { Interface } from '../edition/interface.ts'
import { autonym } from '../language/formats.ts'
import type { Tag } from '../model/language.ts'
import type { Picture } from '../model/document.ts'
import type { Publication } from '../model/publication.ts'
import type { Edition } from '../model/edition.ts'
import { packedAddresses, parallelAddresses, printAddresses, webAddresses } from './page-addresses.ts'
import { bandOf, languageView } from './band.ts'
import { base64 } from './base64.ts'
import { bodyHtml, NOTES_LABEL, type Addresses } from './body.ts'
import { contentsOf } from './contents.ts'
import { fontFaces, fontsFor, type FontFile } from './fonts.ts'
import { correctionsOf } from './corrections.ts'
import { freshnessOf } from './freshness.ts'
import { glanceOf, printedGlanceOf } from './glance.ts'
import { kindOf, labelOf } from './labels.ts'
import { lookStyle, type Looked } from './look.ts'
import { logoView, publisherView, type LogoView } from './logo.ts'
import { contentWidth, PAPERS, paperStyle } from './paper.ts'
import { citationOf } from './citation.ts'
import { closing, printForm } from './print-form.ts'
import { runningHeads } from './running-heads.ts'
import { parallelScheduleOf, scheduleOf } from './schedule.ts'
import { sharingOf, siteAddress } from './sharing.ts'
import { cardName, coverName, folderOf, mailName, PAGE_NAME, parallelTag } from './file-names.ts'
import { plainSigns, printedSigns, replacedInPage, replacedSigns } from './signs.ts'
import { stylesOf, type Theme } from './theme.ts'
import type { Hyphenation } from './typography.ts'
import { webBody } from './web-body.ts'

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
  const path = `${folderOf({ document: edition.document, tag: columns ? parallelTag(tagsOf(columns)) : edition.tag })}/${PAGE_NAME}`
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
    pdf: links.pdf !== undefined && { name: links.pdf, size: UNKNOWN },
    zip: links.site?.zip !== undefined && { name: links.site.zip, size: UNKNOWN_TOO },
    script: links.script,
    search: links.search ?? false,
    site: links.site !== undefined,
    root: links.root,
    library: columns ? `${links.root}${edition.tag}/` : '../',
    freshness: freshnessOf(edition, words),
    ...sharingOf(edition, publication, words, columns ? [] : (links.site?.editions ?? []), path, links.site?.hasPress ?? false),
    press: (links.site?.hasPress ?? false) && { card: cardName(edition), cover: coverName(edition), mail: mailName(edition) },
    corrections: correctionsOf(edition, words),
    // What is cited is one of the editions.
    citation: columns ? false : citationOf(edition, words, siteAddress(publication, path)),
    minutes: Math.max(1, Math.round(countWords(common.body) / (columns?.length ?? 1) / WORDS_A_MINUTE)),
    languages: (links.site?.editions ?? []).map((tag) => ({
      ...languageView(tag, columns ? '' : edition.tag),
      autonym: autonym(tag),
      // The file by its name: a page that was opened from a disk has no server to add it.
      href: `${links.root}${tag}/${edition.document}/${PAGE_NAME}`,
    })),
    beside: parallelLinks(edition, publication, links, columns),
  }
  const page = plainSigns(theme.render('web.hbs', view, words, addresses))
  return ({ pdf, zip }) => page.replace(UNKNOWN, () => words.size(pdf)).replace(UNKNOWN_TOO, () => words.size(zip))
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
  /** The file name of the offline package, where one is made. */
  readonly zip: string | undefined
  /** True if pictures and a text for sharing are made. */
  readonly hasPress: boolean
  /** Those that stand side by side in the page. Absent for a single one. */
  readonly columns?: readonly Column[] | undefined
}

/** An edition in a column beside others. */
export interface Column {
  readonly edition: Edition
  readonly words: Interface
}

function tagsOf(columns: readonly Column[]): Tag[] {
  return columns.map(({ edition }) => edition.tag)
}

/** The parallel editions that a page leads to: those of its document that its language is in, and all from one of them. */
function parallelLinks(
  { tag, document }: Edition,
  { parallel }: Publication,
  { root, site }: { readonly root: string; readonly site: InSite | undefined },
  columns: readonly Column[] | undefined,
) {
  const name = columns && parallelTag(tagsOf(columns))
  return parallel
    .filter((tags) => tags.every((each) => site?.editions.includes(each)) && (columns !== undefined || tags.includes(tag)))
    .map((tags) => ({
      current: parallelTag(tags) === name,
      languages: tags.map((each, at) => ({ tag: each, autonym: autonym(each), isFirst: at === 0 })),
      href: `${root}${folderOf({ document, tag: parallelTag(tags) })}/${PAGE_NAME}`,
    }))
}

/** Sizes of an edition’s files in bytes; 0 for one that is not made. */
interface Sizes {
  readonly pdf: number
  readonly zip: number
}

/** Of silent reading of non-fiction, as it is usually reckoned, a little under the 238 that were measured (Brysbaert 2019). */
const WORDS_A_MINUTE = 220

function countWords(html: string): number {
  return html.replaceAll(/<[^>]*>/g, '').match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}

/** A page that leads to another at once, and says where. @param script address of the web pages’ script */
export function movedPage({ tag, title }: Edition, words: Interface, theme: Theme, address: string, script: string): string {
  const nowhere = { picture: () => '', lead: () => '' }
  return plainSigns(theme.render('moved.hbs', { tag, title, address, script }, words, nowhere))
}

/** Stands where something comes later; no text holds this character. */
const UNKNOWN = '\0'
/** Stands for the second of two. */
const UNKNOWN_TOO = '\x01'

/** The page that is printed: everything that it needs is in it, since it reaches nothing else. */
export async function printPage(
  edition: Edition,
  publication: Publication,
  words: Interface,
  theme: Theme,
  hyphenation: Hyphenation,
  logo?: Picture,
  columns?: readonly Column[],
): Promise<string> {
  const addresses = printAddresses(edition)
  const paper = PAPERS[publication.paper]
  const view = {
    ...pageView(edition, publication, words, addresses, bodyHtml(edition.body, addresses, words, hyphenation), columns),
    ...printForm(edition, publication, words, paper),
    ...publisherView(logo && logoView(logo, addresses.picture(logo)), publication, words),
    paper: publication.paper,
    numbering: edition.numbering,
    glance: !columns && edition.programme && printedGlanceOf(edition.programme, words, contentWidth(paper)),
  }
  // The content says which faces the styles need; they take their place in it afterwards.
  const rendered = printedSigns(theme.render('print.hbs', { ...view, styles: UNKNOWN }, words, addresses, hyphenation))
  // A final edition has every sign: where its print finds that a face lacks one, it is not published.
  const isDraft = edition.draft !== undefined
  const content = isDraft ? replacedInPage(rendered, UNKNOWN) : rendered
  const heads = printedSigns(runningHeads(edition, words, paper))
  const fonts = fontFaces(await fontsFor(content), ({ bytes }) => `data:;base64,${base64(bytes)}`)
  const styles = [fonts, paperStyle(paper), ...stylesOf(theme, 'print.css'), lookStyle(publication), isDraft ? replacedSigns(heads) : heads]
    .filter(Boolean)
    .join('\n')
  return content.replace(UNKNOWN, () => styles)
}

/** The style sheet of the web pages, with the faces at their addresses. */
export function webStyles(theme: Theme, publication: Looked, address: (file: FontFile) => string): string {
  return [fontFaces(theme.fonts, address), ...stylesOf(theme, 'web.css', 'site.css'), lookStyle(publication)].filter(Boolean).join('\n')
}

function pageView(
  edition: Edition,
  publication: Publication,
  words: Interface,
  addresses: Addresses,
  body: string,
  columns?: readonly Column[],
) {
  const { programme } = edition
  const contents = contentsOf(
    edition,
    columns?.slice(1).map((column) => column.edition),
  )
  return {
    tag: edition.tag,
    document: edition.document,
    title: edition.title,
    subtitle: edition.subtitle,
    authors: edition.authors,
    ...kindView(edition, words),
    place: edition.place,
    description: edition.description,
    licence: typeof edition.licence === 'string' ? undefined : edition.licence,
    licenceAddress: typeof edition.licence === 'string' ? addressView(edition.licence) : undefined,
    isbn: edition.isbn,
    doi: edition.doi !== undefined && addressView(`https://doi.org/${edition.doi}`),
    reference: edition.reference,
    cover: edition.cover && {
      address: edition.cover.picture && addresses.picture(edition.cover.picture),
      alternative: labelOf(edition.cover.alternative, edition.tag),
      focus: edition.cover.focus,
    },
    date: words.day(edition.date),
    event: programme && { place: programme.place, days: words.days(programme.start, programme.end) },
    organisers: programme?.organisers ?? [],
    framework: programme?.framework,
    band: bandOf(publication, edition.tag),
    contents,
    /** Whether there is anything for the contents to list. */
    listed: contents.length > 0 || programme !== undefined,
    body,
    schedule: programme && scheduleOf(programme, words),
    ...columnsView(columns),
    draft: edition.draft ?? false,
  }
}

/** What a parallel edition shows besides the first of its columns. */
function columnsView(columns: readonly Column[] | undefined) {
  return {
    columns: columns?.length ?? false,
    twins: columns?.slice(1).map(({ edition: { tag, title } }) => ({ tag, title })) ?? false,
    parallelSchedule: (columns?.[0]?.edition.programme && parallelScheduleOf(columns)) ?? false,
  }
}

/** What kind of text it is, and what its date is the date of, where that is not said by itself: an event has dates of its own. */
function kindView(edition: Edition, words: Interface) {
  const { kindName } = edition
  return {
    kind: kindOf(edition, words),
    dateLabel: words.message(kindName === 'summary' || kindName === 'minutes' ? `date.${kindName}` : 'date'),
  }
}

/** An address as it is read: without its protocol. */
function addressView(address: string): { href: string; words: string } {
  return { href: address, words: address.replace(/^https?:\/\//, '').replace(/\/$/, '') }
}
