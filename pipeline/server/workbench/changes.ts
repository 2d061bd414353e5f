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
import type { Desk } from './desk.ts'
import type { Journal, Standing } from './journal.ts'
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

/** Who changes a text, and where that is noted. */
export interface Author {
  readonly journal: Journal
  readonly by: string | undefined
}

/**
 * Sets a text, what it answers, and who reviewed it. When this returns, the text is in its file, and noted with the one before it.
 * @throws Failure where it cannot be written
 */
export function save(
  { publication, queries }: Pick<Desk, 'publication' | 'queries'>,
  { tag, id, row }: Change,
  to: Standing,
  { journal, by }: Author,
): Promise<Made> {
  return turns(async () => {
    const { key, text: before, answer } = row
    const { text: after, basis: answers, origin, review } = to
    const { kind } = await applyEdit(
      publication,
      { tag, document: id, changes: [{ key, before, after, answers, origin, review }] },
      COMMAND,
      (each) => queries.source(each),
    )
    if (kind !== 'applied') return 'conflict'
    const standing = { text: after, basis: answers ?? answer?.basis, review }
    await journal.note(tag, id, [{ key, at: new Date().toISOString(), by, before: standingOf(row), after: standing }])
    return 'made'
  })
}

/** A text as it stands, with what is known of it. */
export function standingOf({ text, answer }: Pick<Row, 'text' | 'answer'>): Standing {
  const { basis, origin, review } = answer ?? {}
  return { text, basis, origin, review }
}

/**
 * Says that a text answers its source, and, with a review, that a second reader found it right. It is noted, and can be taken back.
 * @throws Failure where there is no text, or a review finds it answering a former source
 */
export function confirmRow(
  publication: Publication,
  { tag, id, row }: Change,
  review: Review | undefined,
  { journal, by }: Author,
): Promise<Made> {
  return turns(() =>
    changeLocales(publication, COMMAND, async () => {
      const collection = await readTextCollection(publication, id === SITE ? [] : [id])
      const texts = id === SITE ? collection.site : collection.documents[0]!
      const present = texts.translations.find((catalog) => catalog.tag === tag)?.entries.get(row.key)?.text ?? ''
      if (versionOf(texts.english.entries.get(row.key)?.text ?? '', present) !== row.version) return 'conflict'
      const { ledgers } = confirm(collection, { tag, document: id, keys: [row.key], review })
      await writePending(publication, collection.pending, { catalogs: [], ledgers, moved: [] })
      const after = standingOf({ text: present, answer: ledgers[0]?.after.answers.get(row.key) })
      await journal.note(tag, id, [{ key: row.key, at: new Date().toISOString(), by, before: standingOf(row), after }])
      return 'made'
    }),
  )
}
