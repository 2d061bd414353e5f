import type { Question, QuestionsByKey } from '../model/question.ts'
import type { QuestionChange } from './carry-questions.ts'
import type { Edit } from './edit.ts'
import { idOf, type QuestionFile } from './questions.ts'
import type { TextCollection } from './text-collection.ts'

/** A question about a segment. */
export interface AskedAbout {
  readonly key: string
  readonly question: Question
}

/**
 * The files of questions to write with edits, each once.
 * @throws Failure where the questions of a document cannot be read
 */
export function questionsOfEdits(
  edits: readonly Edit[],
  { questions, failures }: Pick<TextCollection, 'questions' | 'failures'>,
): QuestionChange[] {
  const changed = new Map<string, QuestionFile>()
  for (const { document, asked = [], withdrawn = [] } of edits) {
    if (asked.length + withdrawn.length === 0) continue
    const before = changed.get(document) ?? questions.get(document)
    if (!before) throw failures[0]!
    changed.set(document, { ...before, byKey: without(withAll(before.byKey, asked), withdrawn) })
  }
  return [...changed.values()].map((after) => ({ after }))
}

/** Asks each question once. */
function withAll(byKey: QuestionsByKey, asked: readonly AskedAbout[]): QuestionsByKey {
  const all = new Map(byKey)
  for (const { key, question } of asked) {
    const known = all.get(key) ?? []
    if (!known.some((each) => idOf(each) === idOf(question))) all.set(key, [...known, question])
  }
  return all
}

/** Takes questions back, but for those that have other answers by now. */
function without(byKey: QuestionsByKey, withdrawn: readonly AskedAbout[]): QuestionsByKey {
  const all = new Map(byKey)
  for (const { key, question } of withdrawn) {
    const left = (all.get(key) ?? []).filter((each) => idOf(each) !== idOf(question) || each.answers.length !== question.answers.length)
    if (left.length > 0) all.set(key, left)
    else all.delete(key)
  }
  return all
}
