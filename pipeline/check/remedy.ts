import { asCalled } from '../files/called.ts'
import type { Problem } from '../problem.ts'

/**
 * The remedy of a problem, with the command for an automatic fix. Computed when it is shown, because a stored finding may come
 * from another command.
 */
export function remedyOf({ note, mend }: Pick<Problem, 'note' | 'mend'>): string | undefined {
  return mend ? `${note} This command does it: ${asCalled('check --fix')}` : note
}
