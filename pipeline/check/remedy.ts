import { asCalled } from '../files/called.ts'
import type { Problem } from '../problem.ts'

/** What to do about a problem, with the command for what needs no judgement. It is told when it is shown: a finding that was kept was made by another call. */
export function remedyOf({ note, mend }: Pick<Problem, 'note' | 'mend'>): string | undefined {
  return mend ? `${note} This command does it: ${asCalled('check --fix')}` : note
}
