import { Failure, problem, type Problem } from '../problem.ts'
import { wording } from '../wording.ts'

/** How many refusals are told one by one. */
const TOLD = 50

/** A failure of a file with many texts that are refused: the first of them, and how many there are besides. */
export function refusing(problems: readonly Problem[]): Failure {
  const others = problems.length - TOLD
  const told = problems.slice(0, TOLD)
  if (others <= 0) return new Failure(...told)
  return new Failure(
    ...told,
    problem({
      rule: 'exchange',
      file: told[0]!.file!,
      message: wording`${{ count: others }} further texts of this file are refused as well.`,
      remedy: 'Mend what is told above first: what is wrong with one text is often wrong with all.',
    }),
  )
}
