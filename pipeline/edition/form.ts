import type { Document, Form, FormName } from '../model/document.ts'
import type { Catalog } from '../model/catalog.ts'
import { kindNameOf } from '../source/kinds.ts'

/** So many characters are a page of A4, as the print sets them. */
const PAGE = 2600

/** The most pages of a form that has no cover. */
const LONGEST = { letter: 2, brief: 8 } as const

/**
 * How a document is laid out, the same in all its editions: as it says itself, else by its kind, and by how long its longest
 * edition is.
 * @param translations its texts in other languages
 */
export function formOf({ front, segments, programme }: Document, translations: readonly Catalog[]): Form {
  const texts = segments.filter(({ kind }) => kind !== 'front' && kind !== 'programme')
  const lengths = [undefined, ...translations].map((catalog) =>
    texts.reduce((length, { key, text }) => length + (catalog?.entries.get(key)?.text || text).length, 0),
  )
  const pages = Math.max(1, Math.ceil(Math.max(...lengths) / PAGE))
  const hasCover = front.cover !== undefined || programme !== undefined
  const fitting: FormName =
    hasCover || pages > LONGEST.brief
      ? 'report'
      : kindNameOf(front.kind) === 'press release' && pages <= LONGEST.letter
        ? 'letter'
        : 'brief'
  return { name: front.form ?? fitting, pages }
}
