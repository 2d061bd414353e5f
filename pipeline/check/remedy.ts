import { ENGLISH, type Wordings } from '../language/wordings.ts'
import { asCalled } from '../files/called.ts'
import type { Problem } from '../problem.ts'
import { wording } from '../wording.ts'

/**
 * The remedy of a problem, with the command for an automatic fix. Computed when it is shown, because a stored finding may come
 * from another command.
 * @param wordings of the language that the problem is worded in
 */
export function remedyOf({ note, mend }: Pick<Problem, 'note' | 'mend'>, { say }: Wordings = ENGLISH): string | undefined {
  return mend ? say(wording`${{ remedy: note! }} This command does it: ${{ command: asCalled('check --fix') }}`) : note
}
