import { remedyOf } from '../../check/remedy.ts'
import { ENGLISH, worded, type Wordings } from '../../language/wordings.ts'
import type { Failure, Problem } from '../../problem.ts'

/** What pages say in words of their own, which they choose by the type. */
export const NOTHING_TO_UNDO = { type: 'urn:editions:nothing-to-undo' }
export const TOO_LONG = { type: 'urn:editions:too-long' }
export const CHANGED_MEANWHILE = { type: 'urn:editions:changed-meanwhile' }

/** What keeps a request from being answered, as RFC 9457 has it. */
export function refuse(status: number, title: string, detail?: string, more: object = {}): Response {
  return Response.json(
    { type: 'about:blank', title, status, ...(detail !== undefined && { detail }), ...more },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  )
}

/** The answer to what asks for a thing that is not in the publication. */
export function nowhere(): Response {
  return refuse(404, 'There is nothing at this address.')
}

/** A failure in the same form: what it says stands under `problems`. */
export function refuseFor({ problems }: Failure): Response {
  const [first] = problems
  const detail = first && remedyOf(first)
  return refuse(409, first?.reason ?? 'This cannot be done.', detail, { problems: problems.map((each) => problemJson(each, ENGLISH)) })
}

/** A finding as a page is told of it, in a language that has a wording of it or else in English. Offsets of a mend count in the text. */
export function problemJson(problem: Problem, wordings: Wordings): object {
  const { ruleId, severity, reason, actual, expected, note, file, line, mend } = worded(problem, wordings)
  const language = wordings.knows(problem.worded?.message ?? problem.reason) ? wordings.tag : ENGLISH.tag
  const place = [file, line].filter((part) => part !== undefined && part !== null).join(':')
  return { rule: ruleId, severity, language, message: reason, found: actual, expected: expected?.[0], remedy: note, place, mend }
}
