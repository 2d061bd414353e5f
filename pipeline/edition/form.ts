import type { Document, Form, FormName } from '../model/document.ts'
import type { Catalog } from '../model/catalog.ts'
import { kindNameOf } from '../source/kinds.ts'

/** Number of characters on a printed page of A4. */
const PAGE = 2600

/** Greatest length of forms without a cover, in pages. */
const LONGEST = { letter: 2, brief: 8 } as const

/**
 * Chooses a document’s print form, common to all its editions: as its front matter says, else by its kind and the length of its
 * longest edition.
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
