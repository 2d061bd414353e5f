import { isAbsolute, relative } from 'node:path'
import type { TextCollection } from '../catalog/text-collection.ts'
import { remedyOf } from '../check/remedy.ts'
import { differenceText } from '../compare/difference.ts'
import { visible } from '../files/visible.ts'
import { ENGLISH, worded, type Wordings } from '../language/wordings.ts'
import type { Problem } from '../problem.ts'
import { wording } from '../wording.ts'
import { complain } from './terminal.ts'

/**
 * Formats a problem as lines of text: place and rule, found and expected, the difference, and the remedy.
 * @param wordings of the language that the problem is worded in
 */
export function problemText(problem: Problem, wordings = ENGLISH): string {
  // Relative to the current folder, like other paths.
  const file =
    problem.file && isAbsolute(problem.file) && !relative('', problem.file).startsWith('..') ? relative('', problem.file) : problem.file
  const place = [file, problem.line, problem.column].filter((part) => part !== undefined && part !== null).join(':')
  const { say } = wordings
  const kind = [problem.severity && say(problem.severity), problem.ruleId].filter((part) => part !== undefined).join(' ')
  const names = LABELS.map((label) => say(label))
  const width = Math.max(...names.map((name) => name.length)) + 1
  const line = (label: (typeof LABELS)[number] | '', text: string): string => `    ${(label && say(label)).padEnd(width)}${text}`
  const lines = [`${visible(place)}  ${visible(problem.reason)}${kind ? `  [${kind}]` : ''}`]
  if (problem.actual) lines.push(line('found', visibleSpaces(problem.actual)))
  if (problem.expected?.[0]) lines.push(line('expected', visibleSpaces(problem.expected[0])))
  if (problem.difference) lines.push(line('changed', differenceText(problem.difference)))
  const remedy = remedyOf(problem, wordings)
  if (remedy) lines.push(line('remedy', visible(remedy)))
  for (const { text, similarity, difference, document, key, retired } of problem.suggestions ?? []) {
    const [percent, change] = [Math.round(similarity * 100), differenceText(difference)]
    const origin = retired
      ? wording`${{ percent }} % alike, was “${{ key: visible(key) }}” in ${{ document }}: ${{ change }}`
      : wording`${{ percent }} % alike, is “${{ key: visible(key) }}” in ${{ document }}: ${{ change }}`
    lines.push(line('suggested', visible(text)), line('', say(origin)))
  }
  return lines.join('\n')
}

const LABELS = ['found', 'expected', 'changed', 'remedy', 'suggested'] as const

/** A text on one line, with visible no-break spaces: many findings concern them. */
export function visibleSpaces(text: string): string {
  return visible(text).replaceAll('\u00A0', '⍽')
}

/** Prints why documents could not be read. */
export function reportFailures({ failures }: Pick<TextCollection, 'failures'>, wordings = ENGLISH): void {
  reportProblems(
    failures.flatMap(({ problems }) => problems),
    wordings,
  )
}

/** Prints what stops a command, in a language. */
export function reportProblems(problems: readonly Problem[], wordings: Wordings): void {
  for (const problem of problems) complain(`${problemText(worded(problem, wordings), wordings)}\n`)
}

/** A problem as data for `check --format json`. Every field is present; empty ones are `null`. */
export function problemData(problem: Problem): object {
  return {
    rule: problem.ruleId ?? null,
    severity: problem.severity ?? 'error',
    edition: problem.edition ?? null,
    document: problem.document ?? null,
    key: problem.key ?? null,
    file: problem.file ?? null,
    line: problem.line ?? null,
    column: problem.column ?? null,
    message: problem.reason,
    found: problem.actual ?? null,
    expected: problem.expected?.[0] ?? null,
    source: problem.english ?? null,
  }
}
