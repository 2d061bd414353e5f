import type { KeyedText, Texts } from '../../catalog/reconcile.ts'
import { stateOf } from '../../catalog/states.ts'
import { digestOf, type Answer } from '../../catalog/ledger.ts'
import { openAmong } from '../../catalog/questions.ts'
import type { SegmentState } from '../../model/catalog.ts'
import type { Tag } from '../../model/language.ts'
import type { Gate } from '../../model/publication.ts'
import type { Question, QuestionsByKey } from '../../model/question.ts'
import type { Problem } from '../../problem.ts'
import type { Claim } from './claims.ts'

/** The texts of a document, or of the interface, that a language is to answer, in their order. */
export interface Sheet {
  /** The document’s id, or `site`. */
  readonly id: string
  readonly tag: Tag
  readonly segments: readonly KeyedText[]
  readonly texts: Pick<Texts, 'english' | 'translations' | 'ledgers'>
}

/** A segment as its translator has it before them. */
export interface Row {
  readonly key: string
  readonly kind: KeyedText['kind'] | 'message'
  readonly source: string
  /** The language of the source. */
  readonly sourceTag: Tag
  readonly text: string
  readonly state: SegmentState
  /** The source text that the translation answers; nothing where there is none, or nobody knows. */
  readonly basis: string | undefined
  /** What the ledger knows of the text. */
  readonly answer: Answer | undefined
  readonly findings: readonly Problem[]
  /** Asked in any language. */
  readonly questions: readonly Question[]
  /** Who works on the section that begins here. */
  readonly claim: Claim | undefined
  /** Open questions of the language’s own translators. */
  readonly asked: number
  /** Names what a translator has seen: the text and the source that it is to answer. */
  readonly version: string
}

/** What is still to be done with a text, the most pressing first; `findings` are errors and warnings. */
export type Task = 'missing' | 'stale' | 'doubt' | 'findings' | 'review' | 'asked'

export const TASKS = ['missing', 'stale', 'doubt', 'findings', 'review', 'asked'] as const satisfies readonly Task[]

/** What stands beside the texts of a sheet, by key. */
export interface Beside {
  /** What checks have found. */
  readonly findings: ReadonlyMap<string, readonly Problem[]>
  readonly questions: QuestionsByKey
  readonly claims: ReadonlyMap<string, Claim>
}

export function rowsOf({ segments, texts, tag }: Sheet, { findings, questions, claims }: Beside): Row[] {
  const index = texts.translations.findIndex((catalog) => catalog.tag === tag)
  const [catalog, ledger] = [texts.translations[index], texts.ledgers[index]]
  return segments.map(({ key, text: source, kind = 'message' as const }) => {
    const text = catalog?.entries.get(key)?.text ?? ''
    const answer = ledger?.answers.get(key)
    const state = stateOf(source, text, answer)
    const basis = text === '' ? undefined : answer?.basis || undefined
    return {
      key,
      kind,
      source,
      sourceTag: texts.english.tag,
      text,
      state,
      basis,
      answer: text === '' ? undefined : answer,
      questions: questions.get(key) ?? [],
      claim: claims.get(key),
      asked: openAmong(questions.get(key) ?? []).filter((each) => each.tag === tag).length,
      findings: findings.get(key) ?? [],
      version: versionOf(source, text),
    }
  })
}

export function versionOf(source: string, text: string): string {
  return `${digestOf(source)}-${digestOf(text)}`
}

/** What is to be done with a text; a text that answers former English is not held against the present. */
export function taskOf({ state, findings, asked }: Pick<Row, 'state' | 'findings' | 'asked'>, gate: Gate): Task | undefined {
  if (state.state === 'missing') return 'missing'
  if (state.state === 'stale' && !state.minor) return state.doubt ? 'doubt' : 'stale'
  if (findings.some(({ severity }) => severity !== 'info')) return 'findings'
  if (asked > 0) return 'asked'
  const isReviewed = state.state === 'stale' ? state.reviewed : state.state === 'reviewed'
  return gate.requires === 'reviewed' && !isReviewed ? 'review' : undefined
}

/** How far a sheet is. */
export interface Progress {
  readonly segments: number
  /** Nothing left to do with them. */
  readonly done: number
  readonly tasks: Readonly<Record<Task, number>>
  /** Words of the source whose translation is missing or stale. */
  readonly words: number
  /** The key of the first text that is to be done. */
  readonly next: string | undefined
}

export function progressOf(rows: readonly Row[], gate: Gate): Progress {
  const tasks = { missing: 0, stale: 0, doubt: 0, findings: 0, review: 0, asked: 0 }
  let words = 0
  for (const row of rows) {
    const task = taskOf(row, gate)
    if (task === undefined) continue
    tasks[task]++
    if (task === 'missing' || task === 'stale' || task === 'doubt') words += countWords(row.source)
  }
  const open = Object.values(tasks).reduce((sum, count) => sum + count, 0)
  // A second reader comes when the texts are there; a question waits for its answer.
  const isFirst = (row: Row): boolean => ![undefined, 'review', 'asked'].includes(taskOf(row, gate))
  const next = rows.find(isFirst) ?? rows.find((row) => taskOf(row, gate) !== undefined)
  return { segments: rows.length, done: rows.length - open, tasks, words, next: next?.key }
}

/** The key of the first segment of the section that a segment is in. */
export function sectionOf(rows: readonly Row[], key: string): string {
  const at = rows.findIndex((row) => row.key === key)
  const first = rows.slice(0, at + 1).findLast(({ kind }) => kind === 'heading') ?? rows[0]
  return first?.key ?? key
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
