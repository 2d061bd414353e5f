import { differenceOf } from '../../compare/difference.ts'
import { derivationOf } from '../../language/derive.ts'
import { autonym } from '../../language/formats.ts'
import { knownTags, originOf } from '../../language/registry.ts'
import type { Tag } from '../../model/language.ts'
import type { Publication } from '../../model/publication.ts'
import { digestOf } from '../../catalog/ledger.ts'
import type { Interface } from '../../edition/interface.ts'
import { idOf } from '../../catalog/questions.ts'
import type { Question } from '../../model/question.ts'
import type { Desk } from './desk.ts'
import { problemJson } from './problem-details.ts'
import { TASKS, taskOf, type Progress, type Row } from './rows.ts'

/** How far something is, as a page shows it. */
export function progressView({ segments, done, tasks, words, next }: Progress) {
  const open = TASKS.filter((task) => tasks[task] > 0).map((task) => ({ task, id: `task.${task}`, count: tasks[task] }))
  return { segments, done, words, open, isDone: open.length === 0, next: next === undefined ? undefined : encodeURIComponent(next) }
}

/** A text in a script that is derived from its own. */
export interface Derived {
  readonly tag: Tag
  readonly autonym: string
  readonly text: string
}

/** A text in all scripts that editions derive from its own. */
export function derivedTexts({ editions }: Publication, tag: Tag, text: string): Derived[] {
  const scripts = knownTags().filter((each) => editions.includes(each) && originOf(each) === tag)
  return scripts.map((each) => ({ tag: each, autonym: autonym(each), text: derivationOf(each).write(text) }))
}

/** A segment as the API gives it. */
export function rowJson({ key, source, text, state, basis, questions, answer }: Row) {
  const detail = state.state === 'stale' ? { minor: state.minor, doubt: state.doubt } : {}
  return {
    key,
    source,
    text,
    state: state.state,
    basis: basis ?? null,
    origin: answer?.origin ?? null,
    ...detail,
    notes: questions.map(questionJson),
  }
}

/** A question as the API gives it. */
export function questionJson(question: Question) {
  const { text, tag, by, on, answers } = question
  const said = answers.map(({ text: answer, by: author, on: day }) => ({ answer, by: author ?? null, on: day }))
  return { id: idOf(question), question: text, in: tag, by: by ?? null, on, answers: said }
}

/** Characters in a line of a field, roughly. */
const LINE = 44

/** A question as a page shows it. */
function questionView(question: Question, words: Interface) {
  const { text, tag, by, on, answers } = question
  return {
    id: idOf(question),
    text,
    by,
    tag,
    autonym: autonym(tag),
    day: words.day(on),
    isOpen: answers.length === 0,
    answers: answers.map((answer) => ({ ...answer, day: words.day(answer.on) })),
  }
}

/** The notes of a segment. */
export function notesView({ questions }: Pick<Row, 'questions'>, words: Interface) {
  return questions.map((question) => questionView(question, words))
}

/** A segment as a page shows it. */
export function rowView(row: Row, { gateOf, publication, wordingsOf }: Pick<Desk, 'gateOf' | 'publication' | 'wordingsOf'>, tag: Tag) {
  const { key, kind, source, sourceTag, text, state, findings, version, questions, claim } = row
  const task = taskOf(row, gateOf(tag))
  const isStale = state.state === 'stale' && !state.minor
  const isReviewed = state.state === 'reviewed' || (state.state === 'stale' && state.minor && state.reviewed)
  const view = {
    key,
    kind,
    source,
    text,
    tag,
    sourceTag,
    version,
    task: task ?? 'done',
    state: isStale
      ? state.doubt
        ? 'state.doubt'
        : 'state.stale'
      : `state.${isReviewed ? 'reviewed' : text === '' ? 'missing' : 'translated'}`,
    difference:
      state.state === 'stale' && state.change.before !== ''
        ? differenceOf(state.change.before, source).map(({ kind: of, text: part }) => ({
            isAdded: of === 'added',
            isRemoved: of === 'removed',
            text: part,
          }))
        : undefined,
    findings: findings.map((each) => problemJson(each, wordingsOf(tag))),
    canAccept: state.state === 'stale',
    canReview: text !== '' && !isStale && !isReviewed,
    derived: derivedTexts(publication, tag, text),
    /** For browsers that do not fit a field to its text by themselves. */
    rows: Math.ceil(Math.max(source.length, text.length, 1) / LINE),
  }
  return { ...view, isSection: kind === 'heading', mark: digestOf(JSON.stringify([view, questions, claim])) }
}

/** What a document is called: by its title in the language, or in the source. */
export function nameOf(id: string, rows: readonly Row[], tag: Tag): { text: string; language: Tag } {
  const title = rows.find(({ key }) => key === 'front.title')
  if (!title) return { text: id, language: tag }
  return title.text === '' ? { text: title.source, language: title.sourceTag } : { text: title.text, language: tag }
}
