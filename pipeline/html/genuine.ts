import { encode } from 'uqr'
import type { Publication } from '../model/publication.ts'
import type { Tag } from '../model/language.ts'
import { siteAddress } from './sharing.ts'

/** How large a module of the code is in print, in millimetres: phones read 0.4 at arm’s length; a photocopy takes something of it. */
const MODULE = 0.5

/** Where a page says how a copy is verified, in letters and as a code to be photographed. */
export interface GenuineView {
  readonly href: string
  readonly address: string
  /** One square a module, as the path of a drawing. */
  readonly path: string
  /** How many modules the code is wide. The style leaves four more free around it (ISO/IEC 18004, 6.3.8). */
  readonly modules: number
  readonly millimetres: number
}

/** Where a reader of a PDF learns whether it is genuine, in the edition’s language. Nothing where no site is named. */
export function genuineOf(publication: Pick<Publication, 'url'>, tag: Tag): GenuineView | undefined {
  const href = siteAddress(publication, `${tag}/about.html`)
  if (href === undefined) return undefined
  const { data, size } = encode(`${href}#genuine`, { ecc: 'M', border: 0 })
  return {
    href: `${href}#genuine`,
    address: href.replace(/^https?:\/\//, ''),
    path: data.map((row, y) => squares(row, y)).join(''),
    modules: size,
    millimetres: size * MODULE,
  }
}

/** The dark modules of a row, those that touch each other as one. */
function squares(row: readonly boolean[], y: number): string {
  const dark = row.map((isDark) => (isDark ? '1' : ' ')).join('')
  return [...dark.matchAll(/1+/g)].map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`).join('')
}
