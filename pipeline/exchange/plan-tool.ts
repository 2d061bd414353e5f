import type { Observation, Unit } from '../model/exchange.ts'
import type { Tag } from '../model/language.ts'
import type { QuestionsByKey } from '../model/question.ts'
import { askedIn, withAsked } from './asked.ts'
import type { Sheet } from './exchanged.ts'
import { planImport, type Plan } from './plan.ts'

/** What is known besides a file of a translator’s tool. */
export interface Circumstances {
  /** Questions about its texts that were asked here. */
  readonly questions: QuestionsByKey
  /** The day, ISO 8601. */
  readonly on: string
  /** Who found right what is reviewed in the file. Where nobody is named it counts for nothing, and is told. */
  readonly reviewer?: string | undefined
}

/**
 * Plans the import of a file of a translator’s tool: its texts, what its translators ask, and what is reviewed in it.
 * @throws Failure as `planImport` does
 */
export function planTool(sheet: Sheet, tag: Tag, units: readonly Unit[], circumstances: Circumstances, file: string): Plan {
  const { questions, on, reviewer } = circumstances
  const read = units.map((unit) => ({ ...unit, isReviewed: unit.state === 'reviewed' }))
  const reviewed = planImport(sheet, tag, read, file, { by: reviewer, on })
  const count = reviewed.units.filter(({ isReviewed }) => isReviewed).length
  const plan = reviewer === undefined && count > 0 ? planImport(sheet, tag, read, file) : reviewed
  const here = new Set(sheet.segments.map(({ key }) => key))
  const asked = askedIn(read, tag, questions, on)
  const observations: Observation[] = [
    ...(reviewer === undefined && count > 0 ? [{ kind: 'reviews' as const, count }] : []),
    ...asked.flatMap(({ key, question }): Observation[] =>
      here.has(key) ? [] : [{ kind: 'comment', by: question.by, text: question.text }],
    ),
  ]
  return withAsked(
    { ...plan, observations },
    asked.filter(({ key }) => here.has(key)),
  )
}
