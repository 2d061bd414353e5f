import type { Interface } from '../edition/interface.ts'
import { PAGE_NAME } from './file-names.ts'
import type { Theme } from './theme.ts'

/** Where the page of a former version leads: its address from there, and the id of the words for it. */
export interface VersionLead {
  readonly href: string
  readonly label: string
}

/**
 * Where the page of a former version leads: to the newest, or where its document was removed, to the library or to all languages.
 * @param of folder of its edition
 * @param isThere true for the path of a published page
 */
export function versionLead(of: string, isThere: (path: string) => boolean): VersionLead | undefined {
  const [tag, document] = of.split('/') as [string, string]
  const leads = [
    { path: `${of}/${PAGE_NAME}`, href: `../${document}/${PAGE_NAME}`, label: 'versions.newest' },
    { path: `${tag}/${PAGE_NAME}`, href: `../${PAGE_NAME}`, label: 'library' },
    { path: PAGE_NAME, href: `../../${PAGE_NAME}`, label: 'spaces.all' },
  ]
  return leads.find(({ path }) => isThere(path))
}

const NOWHERE = { picture: () => '', lead: () => '' }
/** Stand around the note, whatever a template makes of it. */
const [BEGINS, ENDS] = ['<!-- former version -->', '<!-- /former version -->']
const NOTE = new RegExp(`${BEGINS}[^]*?${ENDS}`, 'g')
/** The end of a page’s head, and of its body’s first tag, for a page of a publication’s own template. */
const PLACES = [/(?=<\/header>\s*<main\b)/, /(?<=<body\b[^>]*>)/]

/**
 * A page that says that it is a former version.
 * @param page as it was published, or as this gave it before
 * @param day ISO 8601
 */
export function asFormer(page: string, day: string, lead: VersionLead | undefined, words: Interface, theme: Theme): string {
  const note = `${BEGINS}${theme.render('version.hbs', { day: words.day(day), lead: lead ?? false }, words, NOWHERE)}${ENDS}`
  const plain = page.replace(NOTE, '')
  const place = PLACES.find((each) => each.test(plain))
  return place ? plain.replace(place, () => note) : note + plain
}
