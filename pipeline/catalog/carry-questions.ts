import type { QuestionChange } from './pending.ts'
import { Failure } from '../problem.ts'
import type { Publication } from '../model/publication.ts'
import type { Question, QuestionsByKey } from '../model/question.ts'
import type { Transfer } from './between-documents.ts'
import { joinQuestions, readQuestions, type QuestionFile } from './questions.ts'
import type { Reconciled } from './reconcile.ts'
import { SITE } from './store.ts'

/** A document whose questions are read. */
interface Subject {
  readonly id: string
  /** Former id of a renamed document. */
  readonly from: string | undefined
  readonly reconciled: Carrying
}

/** What tells the present keys of former ones. */
type Carrying = Pick<Reconciled, 'document' | 'report' | 'renamed'>

/** The questions by document id, or `site`, at the keys that a sync gives, and the files to change for that. */
export interface CarriedQuestions {
  readonly questions: ReadonlyMap<string, QuestionFile>
  readonly changes: readonly QuestionChange[]
  /** Of damaged files, which hinder nobody from translating. */
  readonly failures: readonly Failure[]
}

/**
 * Reads the questions about documents and about the interface, and carries them over to the present keys.
 * @param transfers texts that came from another document; of a copy the questions stay with the original
 */
export async function carryQuestions(
  publication: Publication,
  documents: readonly Subject[],
  transfers: readonly Transfer[] = [],
): Promise<CarriedQuestions> {
  const questions = new Map<string, QuestionFile>()
  const changes: QuestionChange[] = []
  const failures: Failure[] = []
  for (const { id, from, reconciled } of [...documents, { id: SITE, from: undefined, reconciled: undefined }]) {
    try {
      const { change, read } = await carryOne(publication, id, from, reconciled, await questionsTransferred(publication, id, transfers))
      questions.set(id, read)
      if (change) changes.push(change)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failures.push(error)
    }
  }
  return { questions, changes, failures }
}

async function carryOne(
  publication: Publication,
  id: string,
  from: string | undefined,
  reconciled: Carrying | undefined,
  transferred: QuestionsByKey,
): Promise<{ readonly read: QuestionFile; readonly change?: QuestionChange }> {
  const own = await readQuestions(publication, id)
  const former = from === undefined ? undefined : await readQuestions(publication, from)
  const all = former ? joinQuestions(own.byKey, former.byKey) : own.byKey
  const present = reconciled ? atPresentKeys(all, reconciled) : all
  const byKey = transferred.size > 0 ? joinQuestions(present, transferred) : present
  const read = { ...own, byKey, halfMerged: false }
  const isMoved = former?.digest !== undefined
  if (byKey === own.byKey && !own.halfMerged && !isMoved) return { read }
  return { read, change: { after: read, ...(isMoved && { removed: former }) } }
}

/** Questions about texts that came from other documents, where they stay too. Those in a damaged file stay there alone. */
async function questionsTransferred(publication: Publication, document: string, transfers: readonly Transfer[]): Promise<QuestionsByKey> {
  const found = new Map<string, readonly Question[]>()
  for (const { from, keys } of transfers.filter((each) => each.kind === 'moved' && each.document === document)) {
    const { byKey } = (await readQuestions(publication, from).catch(ofDamage)) ?? NO_FILE
    for (const { key, formerKey } of keys) if (byKey.has(formerKey)) found.set(key, byKey.get(formerKey)!)
  }
  return found
}

const NO_FILE: Pick<QuestionFile, 'byKey'> = { byKey: new Map() }

function ofDamage(error: unknown): undefined {
  if (!(error instanceof Failure)) throw error
}

/**
 * Questions at the keys of a document after a sync: those of a text that became part of another go with it, and so do those of a
 * renamed key. Those of removed texts stay where they are, and count again when their text returns. Pure.
 */
function atPresentKeys(byKey: QuestionsByKey, { document, report, renamed }: Carrying): QuestionsByKey {
  if (byKey.size === 0) return byKey
  const present = new Set(document.segments.map(({ key }) => key))
  const into = new Map(report.merged.flatMap(({ key, from }) => from.map((each) => [each, key] as const)))
  for (const [key, from] of renamed) into.set(from, key)
  let carried: QuestionsByKey = byKey
  for (const [key, questions] of byKey) {
    const to = present.has(key) ? undefined : into.get(key)
    if (to === undefined || to === key) continue
    const rest = new Map([...carried].filter(([each]) => each !== key))
    carried = joinQuestions(rest, new Map([[to, questions]]))
  }
  return carried
}
