import type { Question, QuestionsByKey } from '../model/question.ts'
import type { QuestionChange } from './pending.ts'
import { idOf, joinLists, type QuestionFile } from './questions.ts'
import type { TextCollection } from './text-collection.ts'

/** A question about a segment. */
export interface AskedAbout {
  readonly key: string
  readonly question: Question
  /** True for one that was asked here before, and of which the answers alone are new. */
  readonly isKnown?: boolean | undefined
}

/** A change to the questions about a document’s texts. */
export interface QuestionEdit {
  /** Document id, or `site`. */
  readonly document: string
  readonly asked?: readonly AskedAbout[] | undefined
  /** Those that are taken back, unless somebody has answered. */
  readonly withdrawn?: readonly AskedAbout[] | undefined
}

/**
 * The files of questions to write with edits, each once.
 * @throws Failure where the questions of a document cannot be read
 */
export function questionsOfEdits(
  edits: readonly QuestionEdit[],
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

/** Asks each question once, and adds answers to those that are known. One that is gone is asked again with them. */
function withAll(byKey: QuestionsByKey, asked: readonly AskedAbout[]): QuestionsByKey {
  const all = new Map(byKey)
  for (const { key, question } of asked) all.set(key, joinLists(all.get(key) ?? [], [question]))
  return all
}

/** Takes questions back, but for those that have other answers by now; of known ones, the answers. */
function without(byKey: QuestionsByKey, withdrawn: readonly AskedAbout[]): QuestionsByKey {
  const all = new Map(byKey)
  for (const { key, question, isKnown } of withdrawn) {
    const brought = new Set(question.answers.map((answer) => JSON.stringify(answer)))
    const left = (all.get(key) ?? []).flatMap((each): Question[] => {
      if (idOf(each) !== idOf(question)) return [each]
      if (isKnown) return [{ ...each, answers: each.answers.filter((answer) => !brought.has(JSON.stringify(answer))) }]
      return each.answers.length === question.answers.length ? [] : [each]
    })
    if (left.length > 0) all.set(key, left)
    else all.delete(key)
  }
  return all
}
