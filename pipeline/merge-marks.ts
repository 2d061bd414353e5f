import { failure } from './problem.ts'
import { shown } from './identifier.ts'

/** The lines that git puts around two versions of the same place. `=======` alone also underlines a heading. */
const MARK = /^(?:<{7}|>{7}|\|{7}) .*$/m

/**
 * Refuses a file that a merge left with both versions in it.
 * @param remedy what to do about it in this kind of file
 * @throws Failure at the first mark
 */
export function refuseMergeMarks(text: string, file: string, remedy: string): void {
  const mark = MARK.exec(text)
  if (!mark) return
  throw failure({
    rule: 'merge',
    file,
    position: { line: text.slice(0, mark.index).split('\n').length, column: 1 },
    message: 'This file is half merged: it holds two versions of the same place.',
    found: shown(mark[0]),
    expected: 'one version, without the lines <<<<<<<, ======= and >>>>>>>',
    remedy,
  })
}
