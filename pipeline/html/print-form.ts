import type { Interface, Label } from '../edition/interface.ts'
import type { Publication } from '../model/publication.ts'
import type { Edition } from '../model/edition.ts'
import { labelOf } from './labels.ts'
import type { Paper } from './paper.ts'
import { headRoom, shortened } from './running-heads.ts'

/** From so many pages on, a report’s chapters begin on pages of their own. */
const LONG = 24

/** A page has room for so many lines of contents, and a list of fewer than six is none that readers look for. */
const MOST_ENTRIES = 34
const FEWEST_ENTRIES = 6
/** A brief of fewer pages is looked through in less time than its contents take to read. */
const FEWEST_PAGES = 6

/** A title’s length decides its size on the cover: so many characters stand in large type on two lines, or in smaller type on six. */
const SHORT_TITLE = 40
const LONG_TITLE = 120

/** A line of the contents. */
interface Entry {
  readonly id: string
  readonly label: Label
  readonly level: number
  /** The same, as the head of a page has room for it. */
  readonly head: string
}

/** What the print of an edition has, by its form. */
export function printForm(edition: Edition, publication: Publication, words: Interface, paper: Paper) {
  const { form, outline, programme, title, authors, date } = edition
  const isReport = form.name === 'report'
  const contents = contentsOf(edition, words, paper, isReport ? 3 : 2)
  const { about, address, disclaimer } = publication
  const isListed = isReport
    ? contents.length >= FEWEST_ENTRIES || (contents.length > 0 && programme !== undefined)
    : form.name === 'brief' && form.pages >= FEWEST_PAGES && outline.filter(({ depth }) => depth === 2).length >= FEWEST_ENTRIES
  return {
    form: form.name,
    isReport,
    isLong: isReport && form.pages >= LONG,
    titleLength: title.text.length < SHORT_TITLE ? 'short' : title.text.length > LONG_TITLE ? 'long' : 'usual',
    contents,
    opening: isListed,
    imprint: about !== undefined || address !== undefined || disclaimer !== undefined || edition.isbn !== undefined,
    colophon: edition.contact !== undefined || about !== undefined || hasReferences(edition),
    references: hasReferences(edition),
    about: about !== undefined,
    address: address !== undefined,
    disclaimer: disclaimer !== undefined,
    citation: words.message('imprint.citation', {
      authors: authors.map(({ text }) => text).join(', ') || 'none',
      title: title.text,
      publisher: words.message('publisher').text,
      year: date.slice(0, 4),
    }).text,
  }
}

function hasReferences({ reference, isbn, licence }: Edition): boolean {
  return reference !== undefined || isbn !== undefined || licence !== undefined
}

/** The headings down to a level, as far as they fit on a page, and the programme. */
function contentsOf({ outline, programme, tag }: Edition, words: Interface, paper: Paper, deepest: number): Entry[] {
  const room = headRoom(paper).section
  const entry = (id: string, level: number, label: Label): Entry => ({ id, level, label, head: shortened(label.text, room) })
  const upTo = (level: number): Entry[] =>
    outline.filter(({ depth }) => depth <= level).map(({ id, depth, phrase }) => entry(id, depth, labelOf(phrase, tag)))
  const entries = upTo(deepest).length <= MOST_ENTRIES ? upTo(deepest) : upTo(2)
  return programme ? [...entries, entry('programme', 2, words.message('programme'))] : entries
}
