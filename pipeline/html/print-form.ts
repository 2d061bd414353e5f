import { wordsOfColumn, type Interface, type Label } from '../edition/interface.ts'
import type { Publication } from '../model/publication.ts'
import type { Edition } from '../model/edition.ts'
import type { Tag } from '../model/language.ts'
import { sentenceOf } from './citation.ts'
import { contactOf } from './contact.ts'
import { headingsBeside } from './contents.ts'
import { genuineOf } from './genuine.ts'
import { labelOf } from './labels.ts'
import { longestWord } from './long-words.ts'
import type { Paper } from './paper.ts'
import { headRoom, shortenedTogether } from './running-heads.ts'

/** From so many pages on, a report’s chapters begin on pages of their own. */
const LONG = 24
/** Where chapters are shorter on average, or most are, most of such pages would be empty. */
const PAGES_EACH = 2

/** Which headings are listed, if they are no more than so many, of which a page takes 34; and which stand at the heads of pages. */
const BRIEF_CONTENTS = { deepest: 2, most: 34, heads: 2 }
const REPORT_CONTENTS = { deepest: 3, most: 34, heads: 3 }
const LONG_CONTENTS = { deepest: 3, most: 68, heads: 2 }
/** Fewer are no list that readers look for. */
const FEWEST_ENTRIES = 6
/** So many entries of the contents, some of which take two lines, leave half of their page to the imprint. */
const MOST_WITH_IMPRINT = 12
/** A brief of fewer pages is looked through in less time than its contents take to read. */
const FEWEST_PAGES = 6

/**
 * A title’s length decides its size on the cover: so many characters stand in large type on two lines, or in smaller type on
 * six; and no word of so many, however wide its letters, is wider than the cover.
 */
const SHORT_TITLE = { title: 40, word: 15 }
const LONG_TITLE = { title: 120, word: 19 }

/** A line of the contents. */
interface Entry {
  readonly id: string
  readonly label: Label
  /** The same in the further columns of a parallel edition. */
  readonly others: readonly { readonly tag: Tag; readonly label: Label }[]
  readonly level: number
  /** The same, as the head of a page has room for it; nothing where what it stands in is at the head. */
  readonly head: string | undefined
}

/** What the print of an edition has, by its form. @param beside further columns of a parallel edition */
export function printForm(
  edition: Edition,
  publication: Publication,
  words: Interface,
  paper: Paper,
  beside: readonly Pick<Edition, 'tag' | 'outline' | 'title'>[] = [],
) {
  const { form, outline, programme, title } = edition
  const isReport = form.name === 'report'
  const chapters = outline.filter(({ depth }) => depth === 2).length
  const isLong = isReport && form.areChaptersLong && form.pages >= Math.max(LONG, PAGES_EACH * chapters)
  const contents = contentsOf(edition, words, paper, beside, isLong ? LONG_CONTENTS : isReport ? REPORT_CONTENTS : BRIEF_CONTENTS)
  const { about, address, disclaimer } = publication
  const contact = contactOf(edition, publication, words)
  const genuine = genuineOf(
    publication,
    edition.tag,
    beside.map(({ tag }) => tag),
  )
  const isListed = isReport
    ? contents.length >= FEWEST_ENTRIES || (contents.length > 0 && programme !== undefined)
    : form.name === 'brief' && form.pages >= FEWEST_PAGES && chapters >= FEWEST_ENTRIES
  const hasImprint =
    about !== undefined ||
    address !== undefined ||
    contact !== false ||
    disclaimer !== undefined ||
    edition.isbn !== undefined ||
    edition.doi !== undefined
  return {
    form: form.name,
    isReport,
    isLong,
    titleLength: titleLengthOf([title, ...beside.map((each) => each.title)].map(({ text }) => text).join(' ')),
    contents,
    opening: isListed,
    imprint: hasImprint,
    isImprintBelow:
      isReport && isListed && hasImprint && beside.length === 0 && programme === undefined && contents.length <= MOST_WITH_IMPRINT,
    ...closing(edition, publication, words),
    genuine: genuine ?? false,
    colophon: contact !== false || about !== undefined || hasReferences(edition),
    references: hasReferences(edition),
    address: address !== undefined,
    disclaimer: disclaimer !== undefined,
    citation: sentenceOf(edition, words),
  }
}

/** What ends a letter or a brief: whom to ask, and who publishes it. */
export function closing(edition: Edition, publication: Publication, words: Interface) {
  const contact = contactOf(edition, publication, words)
  const about = publication.about !== undefined
  return { colophon: edition.form.name !== 'report' && (contact !== false || about), about, contact }
}

function titleLengthOf(title: string): 'short' | 'usual' | 'long' {
  const word = longestWord(title)
  if (title.length > LONG_TITLE.title || word > LONG_TITLE.word) return 'long'
  return title.length < SHORT_TITLE.title && word <= SHORT_TITLE.word ? 'short' : 'usual'
}

function hasReferences({ reference, isbn, doi, licence }: Edition): boolean {
  return reference !== undefined || isbn !== undefined || doi !== undefined || licence !== undefined
}

/** The headings down to the deepest level, where they are not more than the most, and the programme. */
function contentsOf(
  { outline, programme, tag }: Edition,
  words: Interface,
  paper: Paper,
  beside: readonly Pick<Edition, 'tag' | 'outline'>[],
  { deepest, most, heads }: typeof REPORT_CONTENTS,
): Entry[] {
  const room = headRoom(paper).section
  const entry = (id: string, level: number, label: Label, others: Entry['others']): Entry => ({
    id,
    level,
    label,
    others,
    head: level <= heads ? shortenedTogether([label, ...others.map((each) => each.label)], room) : undefined,
  })
  const upTo = (level: number): Entry[] =>
    outline
      .filter(({ depth }) => depth <= level)
      .map(({ id, depth, phrase }) => entry(id, depth, labelOf(phrase, tag), headingsBeside(id, beside)))
  const entries = upTo(deepest).length <= most ? upTo(deepest) : upTo(2)
  return programme
    ? [
        ...entries,
        entry(
          'programme',
          2,
          words.message('programme'),
          beside.map(({ tag: other }) => ({ tag: other, label: wordsOfColumn(words, other).message('programme') })),
        ),
      ]
    : entries
}
