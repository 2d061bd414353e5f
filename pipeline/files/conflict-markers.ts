import { failure } from '../problem.ts'
import { shown } from './identifier.ts'

/** The lines that git puts around two versions of the same place. `=======` alone also underlines a heading. */
const MARK = /^(?:<{7}|>{7}|\|{7}) .*$/m
/** Where blocks of code begin and end in Markdown. */
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/
/** What a text speaks of that shows such marks as an example. */
const SUBJECT = /\b(?:merg|conflict|rebas)/i

/**
 * Refuses a document that a merge left with both versions in it. Where its text speaks of merges, marks in a block of code are
 * an example.
 * @throws Failure at the first mark
 */
export function refuseMergedDocument(text: string, file: string, remedy: string): void {
  if (!MARK.test(text)) return
  const prose = withoutCode(text)
  refuseMergeMarks(SUBJECT.test(prose) ? prose : text, file, remedy)
}

/** A text with the lines of its blocks of code empty. */
function withoutCode(text: string): string {
  const lines = text.split('\n')
  let open: { readonly mark: string; readonly at: number } | undefined
  for (const [index, line] of lines.entries()) {
    const [, mark, rest = ''] = FENCE.exec(line) ?? []
    if (mark === undefined) continue
    if (!open) open = { mark, at: index }
    else if (mark.startsWith(open.mark) && rest.trim() === '') {
      lines.fill('', open.at + 1, index)
      open = undefined
    }
  }
  return lines.join('\n')
}

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

/** The two versions that a half-merged text holds: all that git has merged, with one side of each place or the other. */
export interface Sides {
  readonly ours: string
  readonly theirs: string
}

/** Parts a half-merged text into its sides; nothing where no mark stands in it, or marks without their partners. */
export function sidesOf(text: string): Sides | undefined {
  if (!MARK.test(text)) return undefined
  const sides = { ours: '', theirs: '' }
  let within: Within = 'both'
  for (const line of text.split(/(?<=\n)/)) {
    const next: Step | undefined = NEXT[within].find(([mark]) => mark.test(line))
    if (next) within = next[1]
    else if (ANY.test(line)) return undefined
    else if (within === 'both') {
      sides.ours += line
      sides.theirs += line
    } else if (within !== 'base') sides[within] += line
  }
  return within === 'both' ? sides : undefined
}

const ANY = /^(?:<{7} |\|{7} |={7}\r?\n|>{7} )/
type Within = 'both' | 'ours' | 'base' | 'theirs'
type Step = readonly [mark: RegExp, within: Within]

/** What a mark leads to, by where it stands. The base is there in the style `diff3` alone. */
const NEXT: Readonly<Record<Within, readonly Step[]>> = {
  both: [[/^<{7} /, 'ours']],
  ours: [
    [/^\|{7}/, 'base'],
    [/^={7}\r?\n/, 'theirs'],
  ],
  base: [[/^={7}\r?\n/, 'theirs']],
  theirs: [[/^>{7} /, 'both']],
}
