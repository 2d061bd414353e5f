import type { AskedAbout } from '../catalog/edit-questions.ts'
import type { Asking, Unit } from '../model/exchange.ts'
import type { Tag } from '../model/language.ts'
import type { Question, QuestionsByKey } from '../model/question.ts'
import type { Plan } from './plan.ts'

/**
 * Questions that nobody has asked here in the same words, and answers that nobody has given to one that was.
 * @param on the day of what the file does not date, ISO 8601
 */
export function askedIn(units: readonly Unit[], tag: Tag, questions: QuestionsByKey, on: string): AskedAbout[] {
  return units.flatMap(({ key, asked = [] }) => {
    const known = new Map((questions.get(key) ?? []).filter((each) => each.tag === tag).map((each) => [each.text, each]))
    return asked.flatMap((each): AskedAbout[] => {
      const question = questionOf(each, tag, on)
      const before = known.get(each.text)
      const said = new Set(before?.answers.map(({ text }) => text))
      const answers = question.answers.filter(({ text }) => !said.has(text))
      known.set(each.text, { ...(before ?? question), answers: [...(before?.answers ?? []), ...answers] })
      if (!before) return [{ key, question }]
      return answers.length > 0 ? [{ key, question: { ...before, answers }, isKnown: true }] : []
    })
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

/** A plan that asks questions and answers them too, and takes them back with it. */
export function withAsked(plan: Plan, asked: readonly AskedAbout[]): Plan {
  if (asked.length === 0) return plan
  const { tag, document } = plan
  const edit = { tag, document, changes: [], ...plan.edit, asked }
  return { ...plan, asked, edit, back: { tag, document, changes: [], ...plan.back, withdrawn: asked } }
}
