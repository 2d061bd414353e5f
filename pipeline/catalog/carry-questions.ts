import { Failure } from '../problem.ts'
import type { Publication } from '../model/publication.ts'
import type { QuestionsByKey } from '../model/question.ts'
import { joinQuestions, readQuestions, type QuestionFile } from './questions.ts'
import type { Reconciled } from './reconcile.ts'

/** The questions about a document at the keys that a sync gives, and the files to change for that. */
export interface CarriedQuestions {
  readonly questions: QuestionFile
  /** Absent if the file stays as it is. */
  readonly change?: QuestionChange | undefined
}

/** A file of questions to write, and the one of a renamed document’s former id to remove. */
export interface QuestionChange {
  readonly after: QuestionFile
  readonly removed?: QuestionFile | undefined
}

/**
 * Reads the questions about a document, and carries them over to its present keys.
 * @param from former id of a renamed document
 * @returns a Failure if a file is damaged: it hinders nobody from translating
 */
export async function carryQuestions(
  publication: Publication,
  id: string,
  from: string | undefined,
  reconciled: Pick<Reconciled, 'document' | 'report' | 'renamed'> | undefined,
): Promise<CarriedQuestions | Failure> {
  try {
    const own = await readQuestions(publication, id)
    const former = from === undefined ? undefined : await readQuestions(publication, from)
    const all = former ? joinQuestions(own.byKey, former.byKey) : own.byKey
    const byKey = reconciled ? atPresentKeys(all, reconciled) : all
    const questions = { ...own, byKey, halfMerged: false }
    const isMoved = former !== undefined && former.digest !== undefined
    if (byKey === own.byKey && !own.halfMerged && !isMoved) return { questions }
    return { questions, change: { after: questions, ...(isMoved && { removed: former }) } }
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

/**
 * Questions at the keys of a document after a sync: those of a text that became part of another go with it, and so do those of a
 * renamed key. Those of removed texts stay where they are, and count again when their text returns. Pure.
 */
export function atPresentKeys(
  byKey: QuestionsByKey,
  { document, report, renamed }: Pick<Reconciled, 'document' | 'report' | 'renamed'>,
): QuestionsByKey {
  if (byKey.size === 0) return byKey
  const present = new Set(document.segments.map(({ key }) => key))
  const into = new Map([...report.merged.flatMap(({ key, from }) => from.map((each) => [each, key] as const)), ...[...renamed].map(([key, from]) => [from, key] as const)]) // prettier-ignore
  let carried: QuestionsByKey = byKey
  for (const [key, questions] of byKey) {
    const to = present.has(key) ? undefined : into.get(key)
    if (to === undefined || to === key) continue
    const rest = new Map([...carried].filter(([each]) => each !== key))
    carried = joinQuestions(rest, new Map([[to, questions]]))
  }
  return carried
}
