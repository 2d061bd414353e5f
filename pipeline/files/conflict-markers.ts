import { failure } from '../problem.ts'
import type { Words } from '../wording.ts'
import { shown } from './identifier.ts'

/** Git’s conflict markers. `=======` is missing because it can also underline a heading. */
const MARK = /^(?:<{7}|>{7}|\|{7}) .*$/m
/** The advice for a file whose places are right as one side has them, or as both have. */
export const KEEP_ONE = 'In each marked place keep the right lines, of one side or of both, and remove the lines with the marks.'
/** The first or last line of a fenced code block in Markdown. */
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/
/** Words of a text that may show conflict markers as an example. */
const SUBJECT = /\b(?:merg|conflict|rebas)/i

/**
 * Refuses a document with conflict markers. In a text about merges, markers in a code block are an example.
 * @throws Failure at the first marker
 */
export function refuseMergedDocument(text: string, file: string, remedy: string): void {
  if (!MARK.test(text)) return
  const prose = withoutCode(text)
  refuseMergeMarks(SUBJECT.test(prose) ? prose : text, file, remedy)
}

/** Empties the lines inside code blocks. */
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
 * Refuses a file with conflict markers.
 * @param remedy the advice for this kind of file
 * @param firstLine line of the file on which the text starts
 * @throws Failure at the first marker
 */
export function refuseMergeMarks(text: string, file: string, remedy: Words, firstLine = 1): void {
  const mark = MARK.exec(text)
  if (!mark) return
  throw failure({
    rule: 'merge',
    file,
    position: { line: text.slice(0, mark.index).split('\n').length + firstLine - 1, column: 1 },
    message: 'This file is half merged: it holds two versions of the same place.',
    found: shown(mark[0]),
    expected: 'one version, without the lines <<<<<<<, ======= and >>>>>>>',
    remedy,
  })
}

/** Both versions of a text with conflict markers. Places without conflict are in both. */
export interface Sides {
  readonly ours: string
  readonly theirs: string
}

/**
 * Splits a text with conflict markers into its two versions. Returns nothing for a text without markers, or with incomplete ones.
 */
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

/** The state after a marker, by the state before it. Only the style `diff3` includes the base. */
const NEXT: Readonly<Record<Within, readonly Step[]>> = {
  both: [[/^<{7} /, 'ours']],
  ours: [
    [/^\|{7}/, 'base'],
    [/^={7}\r?\n/, 'theirs'],
  ],
  base: [[/^={7}\r?\n/, 'theirs']],
  theirs: [[/^>{7} /, 'both']],
}
