import { openAmong } from '../../catalog/questions.ts'
import { SITE } from '../../catalog/store.ts'
import type { Interface } from '../../edition/interface.ts'
import { Failure, type Problem } from '../../problem.ts'
import type { Tag } from '../../model/language.ts'
import type { Desk } from './desk.ts'
import type { Row } from './rows.ts'
import { notesView } from './views.ts'

/** The questions of all documents as a page shows them, those that wait for an answer first. */
export async function questionsView(
  desk: Desk,
  words: Interface,
): Promise<{ readonly documents: readonly object[]; readonly failures: readonly Problem[] }> {
  const documents: object[] = []
  const failures: Problem[] = []
  for (const id of desk.ids) {
    try {
      const { rows, tag } = await anyRows(desk, id)
      failures.push(...(await desk.damage(id)))
      const asked = rows.filter(({ questions }) => questions.length > 0)
      if (asked.length === 0) continue
      const segments = asked
        .toSorted((a, b) => countOpen(b) - countOpen(a))
        .map((row) => ({
          source: row.source,
          sourceTag: row.sourceTag,
          path: `/api/editions/${tag}/documents/${id}/segments/${encodeURIComponent(row.key)}/questions`,
          notes: notesView(row, words),
        }))
      const [first] = rows
      const title = rows.find(({ key }) => key === 'front.title')?.source ?? id
      documents.push({ name: { text: title, language: first!.sourceTag }, isInterface: id === SITE, segments })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failures.push(...error.problems)
    }
  }
  return { documents, failures }
}

/** Whether one waits: 1 or 0. */
function countOpen({ questions }: Row): number {
  return Math.min(1, openAmong(questions).length)
}

/** The rows of a document in any language: its questions are the same in all. */
async function anyRows(desk: Desk, id: string): Promise<{ readonly rows: readonly Row[]; readonly tag: Tag }> {
  for (const tag of desk.tags) {
    const rows = await desk.rows(id, tag)
    if (rows.length > 0) return { rows, tag }
  }
  return { rows: [], tag: desk.tags[0]! }
}
