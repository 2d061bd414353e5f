import type { Interface } from '../edition/interface.ts'
import type { Picture } from '../model/document.ts'
import type { Edition } from '../model/edition.ts'
import type { Publication } from '../model/publication.ts'
import { bandOf } from './band.ts'
import { base64 } from './base64.ts'
import { fontFaces, fontsFor, type FontFile } from './fonts.ts'
import { kindOf } from './labels.ts'
import { logoView, publisherView } from './logo.ts'
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
] as const

/** A title of so many signs leaves room for what stands below it. */
const ROOMY = 44

/** The page that is drawn as an edition’s sharing card: everything that it needs is in it. */
export async function cardPage(
  edition: Edition,
  publication: Publication,
  words: Interface,
  theme: Theme,
  logo: Picture | undefined,
): Promise<string> {
  const { tag, title, subtitle, description, programme, place } = edition
  const addresses = printAddresses(edition)
  const size = SIZES.find((each) => title.text.length <= each.title && longestWord(title.text) <= each.word)?.name ?? 'tiny'
  const below = subtitle ?? description
  const view = {
    tag,
    title,
    size,
    below: title.text.length <= ROOMY && below.text !== title.text && below,
    kind: kindOf(edition, words),
    organisers: programme?.organisers ?? [],
    ...publisherView(logo && logoView(logo, addresses.picture(logo)), publication, words),
    place: programme?.place ?? place,
    date: programme ? words.days(programme.start, programme.end) : words.day(edition.date),
    band: bandOf(publication, tag),
    draft: edition.draft !== undefined,
    styles: UNKNOWN,
  }
  const content = replacedInPage(printedSigns(theme.render('card.hbs', view, words, addresses)), UNKNOWN)
  const fonts = fontFaces((await fontsFor(content)).filter(isUsed), ({ bytes }) => `data:;base64,${base64(bytes)}`)
  const styles = [fonts, ...stylesOf(theme, 'card.css'), lookStyle(publication)].filter(Boolean).join('\n')
  return content.replace(UNKNOWN, () => styles)
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
  const { programme, place, title, date, draft } = edition
  const day = programme ? words.days(programme.start, programme.end) : words.day(date)
  const where = (programme?.place ?? place)?.text
  const about = [words.message('publisher').text, where === undefined ? day : `${where}, ${day}`].join('. ')
  return `${draft ? `${words.message('draft.label').text}. ` : ''}${kindOf(edition, words).text}: ${title.text}. ${about}`
}
