import type { Interface } from '../edition/interface.ts'
import type { Picture } from '../model/document.ts'
import type { Edition } from '../model/edition.ts'
import type { Publication } from '../model/publication.ts'
import { bandOf } from './band.ts'
import { faceAddress } from './embedded-faces.ts'
import { styleElements } from './style-elements.ts'
import { fontFaces, fontsFor, type FontFile } from './fonts.ts'
import { kindOf } from './labels.ts'
import { logoView, publisherView } from './logo.ts'
import type { Column } from './column.ts'
import { longestWord } from './long-words.ts'
import { lookStyle } from './look.ts'
import { printAddresses } from './page-addresses.ts'
import { printedSigns, replacedInPage } from './signs.ts'
import { stylesOf, type Theme } from './theme.ts'

/** The size that sites ask for of a picture beside a shared address, in pixels (Open Graph, `summary_large_image`). */
export const CARD = { width: 1200, height: 630 } as const

/** The size of a title by its length, in signs, and by its longest word, which is never parted: so it fills the same room. */
const SIZES = [
  { name: 'huge', title: 32, word: 17 },
  { name: 'large', title: 64, word: 22 },
  { name: 'usual', title: 120, word: 28 },
  { name: 'small', title: 190, word: 34 },
  { name: 'tiny', title: Infinity, word: Infinity },
] as const
/** The sizes of several titles, one below the other. */
const NAMES = [...SIZES.map(({ name }) => name), 'least'] as const

/** A title of so many signs leaves room for what stands below it. */
const ROOMY = 44

/** The page that is drawn as an edition’s sharing card: everything that it needs is in it, but for the faces, which it names. @param columns of a parallel edition */
export async function cardPage(
  edition: Edition,
  publication: Publication,
  words: Interface,
  theme: Theme,
  logo: Picture | undefined,
  columns: readonly Column[] = [{ edition, words }],
): Promise<string> {
  const { tag, title, subtitle, description, programme } = edition
  const addresses = printAddresses(edition)
  const titles = columns.map((column) => column.edition.title.text).join(' ')
  const size = SIZES.findIndex((each) => titles.length <= each.title && longestWord(titles) <= each.word)
  const [first, ...others] = columns.map(columnView)
  const below = subtitle ?? description
  const view = {
    tag,
    title,
    size: NAMES[Math.min(size + others.length, NAMES.length - 1)],
    below: others.length === 0 && title.text.length <= ROOMY && below.text !== title.text && below,
    ...first,
    twins: others,
    organisers: programme?.organisers ?? [],
    ...publisherView(logo && logoView(logo, addresses.picture(logo)), publication, words),
    band: bandOf(
      publication,
      columns.map((column) => column.edition.tag),
    ),
    draft: edition.draft !== undefined,
    styles: UNKNOWN,
  }
  const content = replacedInPage(printedSigns(theme.render('card.hbs', view, words, addresses)), UNKNOWN)
  const fonts = fontFaces((await fontsFor(content)).filter(isUsed), faceAddress)
  return content.replace(UNKNOWN, () => styleElements(fonts, [...stylesOf(theme, 'card.css'), lookStyle(publication)]))
}

/** What a card says in each language. */
function columnView({ edition, words }: Column) {
  const { tag, title, programme, place, date } = edition
  return {
    tag,
    title,
    kind: kindOf(edition, words),
    place: programme?.place ?? place,
    date: programme ? words.days(programme.start, programme.end) : words.day(date),
  }
}

/** Whether a card is set in a face: words in upright type, what is large or named in bold, the band in italics. */
function isUsed({ family, weight, style }: FontFile): boolean {
  const isSerif = family === 'Noto Serif'
  return weight === 700 ? style === 'normal' && !isSerif : style === 'normal' || isSerif
}

/** Stands for the styles, which bring the faces that the content needs. */
const UNKNOWN = '\0'

/** What a card says, in words: the alternative text of the picture. */
export function cardWords(edition: Edition, words: Interface): string {
  const { title, kind, place, date } = columnView({ edition, words })
  const about = [words.message('publisher').text, place === undefined ? date : `${place.text}, ${date}`].join('. ')
  return `${edition.draft ? `${words.message('draft.label').text}. ` : ''}${kind.text}: ${title.text}. ${about}`
}
