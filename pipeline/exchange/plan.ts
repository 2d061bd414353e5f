import type { Edit, TextChange } from '../catalog/edit.ts'
import type { AskedAbout } from '../catalog/edit-questions.ts'
import { digestOf, type Answer, type RetiredTranslation } from '../catalog/ledger.ts'
import { stateOf } from '../catalog/states.ts'
import type { Observation, Unit } from '../model/exchange.ts'
import type { Tag } from '../model/language.ts'
import { problem, type Problem } from '../problem.ts'
import { refusing } from './refusing.ts'
import type { Sheet } from './exchanged.ts'
import { wording } from '../wording.ts'

/**
 * What becomes of a unit:
 * - `taken`: its text is new, and answers the present source
 * - `replaces`: as `taken` or `stale`, in the place of another text, and the file does not say what stood there at its export
 * - `confirmed`: its translator says that the text still answers the source that was edited
 * - `stale`: its text is new, and answers a former source
 * - `kept`: its source was removed since the export; the text waits in the ledger for its return
 * - `reviewed`: its text stands here as well, and its reader found it right
 * - `unfinished`: its translator has marked it so, or translated only a part of it; nothing is taken
 * - `newer`: the text here was changed since the export, the unit’s was not
 * - `unchanged`
 */
export const OUTCOMES = ['taken', 'replaces', 'confirmed', 'stale', 'kept', 'reviewed', 'unfinished', 'newer', 'unchanged'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** A unit of a file, and what becomes of it. */
export interface PlannedUnit {
  readonly key: string
  readonly outcome: Outcome
  readonly text: string
  /** The source that a stale text answers. */
  readonly basis?: string | undefined
  /** The text here, of a unit that replaces it. */
  readonly replaced?: string | undefined
  /** True if its reader found it right. */
  readonly isReviewed?: boolean | undefined
}

/** What an import of a document’s texts would do. */
export interface Plan {
  readonly tag: Tag
  readonly document: string
  readonly units: readonly PlannedUnit[]
  /** Questions and answers of its readers that are new here. */
  readonly asked: readonly AskedAbout[]
  readonly observations: readonly Observation[]
  /** Absent if nothing changes. */
  readonly edit?: Edit | undefined
  /** Takes it back. */
  readonly back?: Edit | undefined
}

/** Who reviewed, and the day, of what is reviewed in a file. */
export interface Reviewing {
  readonly by?: string | undefined
  /** ISO 8601 date. */
  readonly on: string
}

/** Fate of a unit: what is changed, or why not. */
interface Fate extends PlannedUnit {
  readonly change?: TextChange
  readonly back?: TextChange
  readonly kept?: RetiredTranslation
  readonly problem?: Problem
}

/**
 * Plans an import. Pure. Law: of units as they were exported from the same texts, all are `unchanged`.
 * @param file its path, for messages
 * @param reviewing of files in which texts are reviewed
 * @throws Failure with the units that are refused: an unknown or repeated key, or a text that was changed on both sides
 */
export function planImport(sheet: Sheet, tag: Tag, units: readonly Unit[], file: string, reviewing?: Reviewing): Plan {
  const { document, texts } = sheet
  const index = texts.translations.findIndex((catalog) => catalog.tag === tag)
  const [entries, answers] = [texts.translations[index]!.entries, texts.ledgers[index]!.answers]
  const sources = new Map(sheet.segments.map(({ key, text }) => [key, text]))
  const seen = new Set<string>()
  const planned = units.map((unit): Fate => {
    const { key } = unit
    const source = sources.get(key)
    if (seen.has(key)) return refused(unit, repeated(unit, file))
    seen.add(key)
    if (source === undefined) return fateOfRemoved(unit, file)
    const present = { source, text: entries.get(key)?.text ?? '', answer: answers.get(key) }
    const found = fateOf(unit, present, file)
    return reviewing && unit.isReviewed ? reviewed(found, unit, present, reviewing) : found
  })
  const problems = planned.flatMap((each) => each.problem ?? [])
  if (problems.length > 0) throw refusing(problems)
  const changes = planned.flatMap(({ change }) => change ?? [])
  const kept = planned.flatMap((each) => each.kept ?? [])
  const back = planned.flatMap((each) => each.back ?? [])
  return {
    tag,
    document,
    units: planned.map(({ key, outcome, text, basis, replaced, isReviewed }) => ({ key, outcome, text, basis, replaced, isReviewed })),
    asked: [],
    observations: [],
    edit: changes.length + kept.length > 0 ? { tag, document, changes, kept } : undefined,
    back: back.length > 0 ? { tag, document, changes: back } : undefined,
  }
}

/** A segment as it is now. */
interface Present {
  readonly source: string
  readonly text: string
  readonly answer: Answer | undefined
}

function fateOf(unit: Unit, present: Present, file: string): Fate {
  const { source, text, state, basis, exported } = unit
  const isStale = stateOf(present.source, present.text, present.answer).state === 'stale'
  const isUntouched = exported !== undefined && isDigestOf(text, exported)
  if (text === '') return fate(unit, 'unchanged')
  if (text === present.text) {
    const isConfirmed = isStale && state !== 'stale' && source === present.source
    return isConfirmed ? changed(unit, 'confirmed', present, source) : fate(unit, 'unchanged')
  }
  if (unit.problem) return refused(unit, unit.problem)
  if (isUntouched) return fate(unit, 'newer')
  // An unfinished text is taken where it is known what it answers, and nothing finished stands in its place.
  const answered = state === 'stale' ? basis : source
  if (answered === undefined) return fate(unit, 'unfinished')
  if (state === 'stale' && (answered === present.source || (present.text !== '' && !isStale))) return fate(unit, 'unfinished')
  if (exported !== undefined && !isDigestOf(present.text, exported)) return refused(unit, conflict(unit, present, file))
  return changed(unit, answered === present.source ? 'taken' : 'stale', present, answered)
}

/** A key that the document lacks: of a text that was removed since the export, or of none. */
function fateOfRemoved(unit: Unit, file: string): Fate {
  const { key, source, text, state, exported } = unit
  if (exported === undefined) return text === '' ? fate(unit, 'unchanged') : refused(unit, unknown(unit, file))
  if (isDigestOf(text, exported) || text === '') return fate(unit, 'unchanged')
  if (state === 'stale') return fate(unit, 'unfinished')
  return { ...fate(unit, 'kept'), kept: { key, basis: source, text, origin: 'import' } }
}

/** @param digest or its beginning, as a file carries it */
export function isDigestOf(text: string, digest: string): boolean {
  return digestOf(text).startsWith(digest)
}

/** What a reader found right: that it answers the present source, as it stands in the file. Of a text that is not taken, nothing is. */
function reviewed(found: Fate, unit: Unit, { source, text: before, answer }: Present, review: Reviewing): Fate {
  const { key, text } = unit
  const after = found.change?.after ?? before
  const answers = found.change ? found.change.answers : answer?.basis
  if (found.problem || text === '' || text !== after || answers !== source) return found
  const isKnown = found.change === undefined && answer?.review !== undefined
  if (isKnown) return found
  const back = { key, before: after, after: before, answers: answer?.basis, origin: answer?.origin, review: answer?.review }
  return {
    ...found,
    outcome: found.change && found.outcome !== 'confirmed' ? found.outcome : 'reviewed',
    isReviewed: true,
    change: { ...(found.change ?? { key, before, after, answers, origin: answer?.origin }), review },
    back: found.back ?? back,
  }
}

function fate({ key, text }: Unit, outcome: Outcome): Fate {
  return { key, text, outcome }
}

function changed(unit: Unit, outcome: Outcome, { text: before, answer }: Present, basis: string): Fate {
  const { key, text: after } = unit
  const isBlind = unit.exported === undefined && before !== '' && before !== after
  const origin = outcome === 'confirmed' ? answer?.origin : 'import'
  return {
    ...fate(unit, isBlind ? 'replaces' : outcome),
    ...(outcome === 'stale' && { basis }),
    ...(isBlind && { replaced: before }),
    change: { key, before, after, answers: basis, origin },
    back: { key, before: after, after: before, answers: answer?.basis, origin: answer?.origin, review: answer?.review },
  }
}

function refused(unit: Unit, found: Problem): Fate {
  return { ...fate(unit, 'unchanged'), problem: found }
}

function unknown({ key, position }: Unit, file: string): Problem {
  return problem({
    rule: 'unknown-key',
    file,
    position,
    message: 'The document has no text with this key.',
    found: key,
    expected: 'keys as the export wrote them',
    remedy: 'If the key was changed by hand, write it as in the locale file; otherwise remove this text from the file.',
  })
}

function repeated({ key, position }: Unit, file: string): Problem {
  return problem({
    rule: 'exchange',
    file,
    position,
    message: 'This key stands in the file twice.',
    found: key,
    expected: 'each key once',
    remedy: 'Keep the one with the right translation, and remove the other.',
  })
}

function conflict({ key, text, position }: Unit, present: Present, file: string): Problem {
  return problem({
    rule: 'exchange',
    file,
    position,
    message: wording`The translation of “${{ key }}” was changed here since the export, and in this file otherwise.`,
    found: text,
    expected: present.text === '' ? 'none, since it was emptied here' : present.text,
    remedy: 'Write the text that is right in both places: in this file, and here (in the locale file or the workbench).',
  })
}
