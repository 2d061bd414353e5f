import type { AskedAbout } from '../catalog/edit-questions.ts'
import type { Asking, Unit } from '../model/exchange.ts'
import type { Tag } from '../model/language.ts'
import type { Question, QuestionsByKey } from '../model/question.ts'
import type { Plan } from './plan.ts'

/**
 * Questions that nobody has asked here in the same words.
 * @param on the day of what the file does not date, ISO 8601
 */
export function askedIn(units: readonly Unit[], tag: Tag, questions: QuestionsByKey, on: string): AskedAbout[] {
  return units.flatMap(({ key, asked = [] }) => {
    const known = new Set((questions.get(key) ?? []).filter((each) => each.tag === tag).map(({ text }) => text))
    const isNew = ({ text }: Asking): boolean => !known.has(text) && known.add(text) !== undefined
    return asked.filter(isNew).map((each) => ({ key, question: questionOf(each, tag, on) }))
  })
}

function questionOf({ text, by, on, answers = [] }: Asking, tag: Tag, today: string): Question {
  return {
    text,
    tag,
    by,
    on: on ?? today,
    answers: answers.map((answer) => ({ text: answer.text, by: answer.by, on: answer.on ?? today })),
  }
}

/** A plan that asks questions too, and takes them back with it. */
export function withAsked(plan: Plan, asked: readonly AskedAbout[]): Plan {
  if (asked.length === 0) return plan
  const { tag, document } = plan
  const edit = { tag, document, changes: [], ...plan.edit, asked }
  return { ...plan, asked, edit, back: { tag, document, changes: [], ...plan.back, withdrawn: asked } }
}
