import type { ExchangedTexts, Observation, Table, Unit } from '../../model/exchange.ts'
import type { Tag } from '../../model/language.ts'
import type { QuestionsByKey } from '../../model/question.ts'
import { askedIn, withAsked } from '../asked.ts'
import type { Sheet } from '../exchanged.ts'
import { isDigestOf, planImport, type Plan, type PlannedUnit } from '../plan.ts'
import { withoutOwnSigns } from './office-signs.ts'

/**
 * Plans the import of a table: its texts, what its readers found right, and what they ask.
 * @param questions that were asked here
 * @param on the day of what the file does not date, ISO 8601
 * @throws Failure as `planImport` does
 */
export function planTable(
  sheet: Sheet,
  tag: Tag,
  { units, table }: ExchangedTexts & { readonly table: Table },
  questions: QuestionsByKey,
  on: string,
  file: string,
): Plan {
  const sources = new Map(sheet.segments.map(({ key, text }) => [key, text]))
  const read = units.map((unit) => againstSheet(unit, sources.get(unit.key), sheet, tag))
  const plan = planImport(sheet, tag, read, file, { by: table.by, on })
  const present = sources
  const asked = askedIn(read, tag, questions, on)
  const own = asked.filter(({ key }) => present.has(key))
  const before = new Map(units.map((unit) => [unit.key, unit.text]))
  const planned = new Map(plan.units.map((unit) => [unit.key, unit]))
  const observations: Observation[] = [
    ...table.observations,
    ...deletedRows(units, table, sheet),
    ...read.flatMap(({ key, text }): Observation[] => (before.get(key) === text ? [] : [{ kind: 'signs', key }])),
    ...read.flatMap((unit): Observation[] =>
      isLost(unit, planned.get(unit.key), sheet, tag) ? [{ kind: 'not-reviewed', key: unit.key }] : [],
    ),
    ...asked.flatMap(({ key, question }): Observation[] =>
      present.has(key) ? [] : [{ kind: 'comment', by: question.by, text: question.text }],
    ),
  ]
  return withAsked({ ...plan, observations }, own)
}

/**
 * A unit with the source that it answers, and without the signs that programs put in by themselves. Of a source that stands here as it
 * was exported, or is remembered as it was, the file’s own writing is not needed.
 */
function againstSheet(unit: Unit, source: string | undefined, sheet: Sheet, tag: Tag): Unit {
  const { key, text, exported, exportedSource } = unit
  const index = sheet.texts.translations.findIndex((catalog) => catalog.tag === tag)
  const basis = sheet.texts.ledgers[index]?.answers.get(key)?.basis
  const known =
    exportedSource === undefined ? undefined : [source, basis].find((each) => each !== undefined && isDigestOf(each, exportedSource))
  const present = sheet.texts.translations[index]?.entries.get(key)?.text ?? ''
  const isWritten = text !== present && !(exported !== undefined && isDigestOf(text, exported))
  return { ...unit, source: known ?? unit.source, text: isWritten ? withoutOwnSigns(text, present, tag) : text }
}

/** Texts that stood in the table at its export and no longer do. Those that came later are no loss. */
function deletedRows(units: readonly Unit[], { count }: Table, { segments }: Sheet): Observation[] {
  const there = new Set(units.map(({ key }) => key))
  const missing = segments.filter(({ key }) => !there.has(key))
  return units.length < count ? missing.map(({ key }): Observation => ({ kind: 'deleted', key })) : []
}

/** True for a review that counts for nothing here, since the text answers another source or was not taken. */
function isLost({ key, isReviewed }: Unit, planned: PlannedUnit | undefined, { texts }: Sheet, tag: Tag): boolean {
  const index = texts.translations.findIndex((catalog) => catalog.tag === tag)
  const isKnown = texts.ledgers[index]?.answers.get(key)?.review !== undefined && planned?.outcome === 'unchanged'
  return isReviewed === true && planned?.isReviewed !== true && !isKnown
}
