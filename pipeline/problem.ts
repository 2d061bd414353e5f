import { VFileMessage } from 'vfile-message'
import { inEnglish, type Worded, type Words } from './wording.ts'

/** A place in a file. Lines and columns count from 1, as in editors. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** `error` makes an edition a draft, `warning` does not, `info` is advice. */
export type Severity = 'error' | 'warning' | 'info'

/** The contents of a finding, worded for people who are not programmers. */
export interface Finding {
  /** Id of the rule, such as `unknown-key`. */
  readonly rule: string
  /** Path of the file, relative to the root. */
  readonly file: string
  readonly position?: Position | undefined
  /** One sentence that says what is wrong. */
  readonly message: Words
  readonly found?: Words | undefined
  readonly expected?: Words | undefined
  /** Advice on what to do. */
  readonly remedy: Words
  /** A lower severity than the rule’s own, for a finding that leaves an edition final. */
  readonly severity?: 'warning' | 'info' | undefined
  /** Change in the English since the translation. */
  readonly difference?: readonly DifferencePart[] | undefined
  /** Similar translations, the most similar first. */
  readonly suggestions?: readonly Suggestion[]
  /** The text concerned. */
  readonly edition?: string | undefined
  readonly document?: string | undefined
  readonly key?: string | undefined
  /** Place of the English text. */
  readonly source?: SourcePlace | undefined
}

/** A place in a document. */
export interface SourcePlace extends Position {
  readonly file: string
}

/** A run of words and signs in a difference. */
export interface DifferencePart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** A translation of a similar English text. */
export interface Suggestion {
  /** Origin of the translation. `retired` means that it is only in the ledger. */
  readonly document: string
  readonly key: string
  readonly retired: boolean
  /** The English that it answers. */
  readonly basis: string
  readonly text: string
  /** Similarity of the English texts, from 0 to 1. */
  readonly similarity: number
  /** Difference from `basis` to the English in question. */
  readonly difference: readonly DifferencePart[]
}

/** A finding as a vfile message. `check` collects problems; a Failure carries those that stop a command. */
export type Problem = VFileMessage & {
  difference?: readonly DifferencePart[]
  suggestions?: readonly Suggestion[]
  /** Absent for a problem that stops a command. */
  severity?: Severity
  edition?: string
  document?: string
  key?: string
  /** Place of the English text. `source` is already vfile’s name for the tool. */
  english?: SourcePlace
  mend?: Mend
  /** Its words that have values, for other languages: the fields above say them in English. */
  worded?: Partial<Record<'message' | 'found' | 'expected' | 'remedy', Worded>>
}

/** An automatic fix: replaces the UTF-16 units from `start` to `end` by `text`. */
export interface Mend {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Turns a finding into a vfile message, which any unified tool can display. */
export function problem(finding: Finding): Problem {
  const { found, expected, remedy } = finding
  const message: Problem = new VFileMessage(inEnglish(finding.message), {
    ruleId: finding.rule,
    source: 'editions',
    ...(finding.position && { place: { ...finding.position } }),
  })
  message.file = finding.file
  message.actual = found === undefined ? undefined : inEnglish(found)
  if (expected !== undefined) message.expected = [inEnglish(expected)]
  message.note = inEnglish(remedy)
  const worded = Object.entries({ message: finding.message, found, expected, remedy }).filter(([, words]) => typeof words === 'object')
  if (worded.length > 0) message.worded = Object.fromEntries(worded)
  if (finding.severity !== undefined) message.severity = finding.severity
  if (finding.edition !== undefined) message.edition = finding.edition
  if (finding.document !== undefined) message.document = finding.document
  if (finding.key !== undefined) message.key = finding.key
  if (finding.source) message.english = { file: finding.source.file, line: finding.source.line, column: finding.source.column }
  if (finding.difference) message.difference = finding.difference
  if (finding.suggestions && finding.suggestions.length > 0) message.suggestions = finding.suggestions
  return message
}

/** A problem that copying and JSON preserve. The message of an error is not enumerable, so its `reason` is kept. */
export type PlainProblem = Readonly<Pick<Problem, 'reason'> & Partial<Problem>>

export function plainProblem(found: Problem): PlainProblem {
  return Object.assign({}, found)
}

export function problemFrom(plain: PlainProblem): Problem {
  return Object.assign(new VFileMessage(plain.reason), plain)
}

/** An error that stops a command: one or more problems, each with its remedy. Nothing has been written when it is thrown. */
export class Failure extends Error {
  readonly problems: readonly Problem[]

  constructor(...problems: Problem[]) {
    super(problems.map((each) => each.reason).join('\n'))
    this.name = 'Failure'
    this.problems = problems
  }
}

/** A Failure with a single finding. */
export function failure(finding: Finding): Failure {
  return new Failure(problem(finding))
}
