import pLimit from 'p-limit'
import { changeLocales } from '../../catalog/alone.ts'
import { confirm } from '../../catalog/confirm.ts'
import { applyEdit } from '../../catalog/edit.ts'
import type { Review } from '../../catalog/ledger.ts'
import { readTextCollection } from '../../catalog/text-collection.ts'
import { SITE } from '../../catalog/store.ts'
import { writePending } from '../../catalog/sync.ts'
import type { Tag } from '../../model/language.ts'
import type { Publication } from '../../model/publication.ts'
import { versionOf, type Row } from './rows.ts'

/** Which text is changed, and as what its translator has it before them. */
export interface Change {
  readonly tag: Tag
  /** A document’s id, or `site`. */
  readonly id: string
  readonly row: Row
}

/** Whether a change was made; it is not where somebody set another text, or edited the source, meanwhile. */
export type Made = 'made' | 'conflict'

/** Changes are made one after the other. */
export const turns = pLimit(1)

export const COMMAND = 'the workbench'

/** Sets a text, which answers the source that its translator saw. @throws Failure where it cannot be written */
export function save(publication: Publication, { tag, id, row }: Change, text: string): Promise<Made> {
  return turns(async () => {
    if (text === row.text) return 'made'
    const changes = [{ key: row.key, before: row.text, after: text, answers: row.source }]
    const { kind } = await applyEdit(publication, { tag, document: id, changes }, COMMAND)
    return kind === 'applied' ? 'made' : 'conflict'
  })
}

/**
 * Says that a text answers its source, and, with a review, that a second reader found it right.
 * @throws Failure where there is no text, or a review finds it answering a former source
 */
export function confirmRow(publication: Publication, { tag, id, row }: Change, review: Review | undefined): Promise<Made> {
  return turns(() =>
    changeLocales(publication, COMMAND, async () => {
      const collection = await readTextCollection(publication, id === SITE ? [] : [id])
      const texts = id === SITE ? collection.site : collection.documents[0]!
      const present = texts.translations.find((catalog) => catalog.tag === tag)?.entries.get(row.key)?.text ?? ''
      if (versionOf(texts.english.entries.get(row.key)?.text ?? '', present) !== row.version) return 'conflict'
      const { ledgers } = confirm(collection, { tag, document: id, keys: [row.key], review })
      await writePending(publication, collection.pending, { catalogs: [], ledgers, moved: [] })
      return 'made'
    }),
  )
}
