import { VFileMessage } from 'vfile-message'

/** A place in a file: lines and columns count from 1, as editors show them. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** `error` keeps an edition from being final, `warning` does not, `info` is advice. */
export type Severity = 'error' | 'warning' | 'info'

/** What a finding says; every field is for a person who is no programmer. */
export interface Finding {
  /** The rule's id, such as `unknown-key`. */
  readonly rule: string
  /** Path of the file, relative to the publication's root. */
  readonly file: string
  readonly position?: Position | undefined
  /** One sentence: what is wrong. */
  readonly message: string
  readonly found?: string | undefined
  readonly expected?: string | undefined
  /** What to do about it. */
  readonly remedy: string
  /** Less than the rule’s own, where an edition may well be final with it. */
  readonly severity?: 'warning' | 'info' | undefined
  /** What changed in the English since it was translated. */
  readonly difference?: readonly DifferencePart[] | undefined
  /** Translations that may serve, the likeliest first. */
  readonly suggestions?: readonly Suggestion[]
  /** The text that the finding is about. */
  readonly edition?: string | undefined
  readonly document?: string | undefined
  readonly key?: string | undefined
  /** Where the English stands that the text answers. */
  readonly source?: SourcePlace | undefined
}

/** A place in a document. */
export interface SourcePlace extends Position {
  readonly file: string
}

/** A run of words and the signs between them that stayed, went, or came. */
export interface DifferencePart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** A translation that may serve for an English text. */
export interface Suggestion {
  /** Where it is known from; `retired` where it stands in the ledger alone. */
  readonly document: string
  readonly key: string
  readonly retired: boolean
  /** The English that it answers. */
  readonly basis: string
  readonly text: string
  /** How alike the English texts are, from 0 to 1. */
  readonly similarity: number
  /** From the basis to the English that waits. */
  readonly difference: readonly DifferencePart[]
}

/** A finding with its place. `check` collects problems; a failure carries those that stop the run. */
export type Problem = VFileMessage & {
  difference?: readonly DifferencePart[]
  suggestions?: readonly Suggestion[]
  /** Nothing for what stops the run. */
  severity?: Severity
  edition?: string
  document?: string
  key?: string
  /** Where the English stands that the text answers; `source` is vfile’s own word for the tool. */
  english?: SourcePlace
  mend?: Mend
}

/** A change to a text that needs no judgement: `text` belongs in the place of the units from `start` to `end`. */
export interface Mend {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Turns a finding into the ecosystem's own message, so that any vfile tool can show it. */
export function problem(finding: Finding): Problem {
  const message: Problem = new VFileMessage(finding.message, {
    ruleId: finding.rule,
    source: 'editions',
    ...(finding.position && { place: { ...finding.position } }),
  })
  message.file = finding.file
  message.actual = finding.found
  if (finding.expected !== undefined) message.expected = [finding.expected]
  message.note = finding.remedy
  if (finding.severity !== undefined) message.severity = finding.severity
  if (finding.edition !== undefined) message.edition = finding.edition
  if (finding.document !== undefined) message.document = finding.document
  if (finding.key !== undefined) message.key = finding.key
  if (finding.source) message.english = { file: finding.source.file, line: finding.source.line, column: finding.source.column }
  if (finding.difference) message.difference = finding.difference
  if (finding.suggestions && finding.suggestions.length > 0) message.suggestions = finding.suggestions
  return message
}

/** A problem as copying, or JSON, leaves it whole: its own words are no enumerable part of an error. */
export type PlainProblem = Readonly<Pick<Problem, 'reason'> & Partial<Problem>>

export function plainProblem(found: Problem): PlainProblem {
  return Object.assign({}, found)
}

export function problemFrom(plain: PlainProblem): Problem {
  return Object.assign(new VFileMessage(plain.reason), plain)
}

/** What stops the run: one problem or several, each with its remedy. Nothing has been written when it is thrown. */
export class Failure extends Error {
  readonly problems: readonly Problem[]

  constructor(...problems: Problem[]) {
    super(problems.map((each) => each.reason).join('\n'))
    this.name = 'Failure'
    this.problems = problems
  }
}

/** A failure made of a single finding. */
export function failure(finding: Finding): Failure {
  return new Failure(problem(finding))
}
