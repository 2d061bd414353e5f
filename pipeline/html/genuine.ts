import { encode } from 'uqr'
import type { Publication } from '../model/publication.ts'
import type { Tag } from '../model/language.ts'
import { siteAddress } from './site-address.ts'

/** How large a module of the code is in print, in millimetres: phones read 0.4 at arm’s length; a photocopy takes something of it. */
const MODULE = 0.5

/** How high the words are at most that one language has beside the code, in millimetres: two lines. */
const WORDS = 8.8

/** Where a page says how a copy is verified, in letters and as a code to be photographed. */
export interface GenuineView extends VerifiedAt {
  /** One square a module, as the path of a drawing. */
  readonly path: string
  /** How many modules the code is wide. The style leaves four more free around it (ISO/IEC 18004, 6.3.8). */
  readonly modules: number
  readonly millimetres: number
  /** How high all of it is, in millimetres. */
  readonly height: number
  /** The same page in the further languages of a parallel edition. */
  readonly twins: readonly VerifiedAt[]
}

/** The page about the site in a language. */
interface VerifiedAt {
  readonly tag: Tag
  readonly href: string
  /** The address as it is read, in parts: a line may end after each. */
  readonly parts: readonly string[]
}

/**
 * Where a reader of a PDF learns whether it is genuine, in the edition’s language. Nothing where no site is named.
 * @param beside the languages of the further columns of a parallel edition
 */
export function genuineOf(publication: Pick<Publication, 'url'>, tag: Tag, beside: readonly Tag[] = []): GenuineView | undefined {
  const [own, ...twins] = [tag, ...beside].flatMap((each) => verifiedAt(publication, each) ?? [])
  if (!own) return undefined
  const { data, size } = encode(own.href, { ecc: 'M', border: 0 })
  const millimetres = size * MODULE
  return {
    ...own,
    path: data.map((row, y) => squares(row, y)).join(''),
    modules: size,
    millimetres,
    height: Math.max(millimetres, WORDS * (1 + twins.length)),
    twins,
  }
}

function verifiedAt(publication: Pick<Publication, 'url'>, tag: Tag): VerifiedAt | undefined {
  const href = siteAddress(publication, `${tag}/about.html`)
  return href === undefined ? undefined : { tag, href: `${href}#genuine`, parts: href.replace(/^https?:\/\//, '').split(/(?<=\/)/) }
}

/** The dark modules of a row, those that touch each other as one. */
function squares(row: readonly boolean[], y: number): string {
  const dark = row.map((isDark) => (isDark ? '1' : ' ')).join('')
  return [...dark.matchAll(/1+/g)].map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`).join('')
}
