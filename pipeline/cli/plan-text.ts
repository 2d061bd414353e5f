import type { FilePlan } from '../exchange/import.ts'
import type { FilePairs } from '../exchange/memory.ts'
import { OUTCOMES, type Outcome } from '../exchange/plan.ts'
import { visible } from '../files/visible.ts'
import { observationRow } from './observation-text.ts'
import { table } from './table.ts'

/** What is said of texts with an outcome. */
const MEANINGS: Readonly<Record<Outcome, string>> = {
  taken: 'new translations of the present source',
  replaces: 'taken in place of another text here; the file does not say whether it is the newer one',
  confirmed: 'the source was edited; the translator kept the translation',
  stale: 'translated from a source that was edited since; to be adapted',
  kept: 'the source was removed since; kept for its return',
  reviewed: 'found right by their reader',
  unfinished: 'marked as unfinished in the file, or translated only in part; not taken',
  newer: 'changed here since the export, and not in the file; what is here stays',
  unchanged: 'as they are here',
}

const LONGEST = 60

/** The table of an import: every text that is not unchanged, and how many there are of each outcome. */
export function planText({ file, document, tag, units, asked, observations }: FilePlan): string {
  const told = units.filter(({ outcome }) => outcome !== 'unchanged')
  const rows = told.map(({ outcome, key, text, basis, replaced, isReviewed }) => [
    outcome,
    visible(key),
    // Both are told whole: two long texts may differ at their end.
    (replaced === undefined ? shortened(text) : `${visible(text)}  (instead of: ${visible(replaced)})`) +
      (basis === undefined ? '' : `  (answers: ${shortened(basis)})`) +
      (isReviewed && outcome !== 'reviewed' ? '  (reviewed)' : ''),
  ])
  const counts = OUTCOMES.flatMap((outcome) => {
    const count = units.filter((each) => each.outcome === outcome).length
    return count === 0 ? [] : [[String(count), outcome, MEANINGS[outcome]]]
  })
  const questions = asked.flatMap(({ key, question, isKnown }) =>
    (isKnown ? question.answers : [question]).map(({ text, by }) => [
      isKnown ? 'answer' : 'question',
      visible(key),
      `${shortened(text)}${by === undefined ? '' : `  (${visible(by)})`}`,
    ]),
  )
  const seen = observations.map(observationRow)
  const parts = [rows, questions, seen, counts].filter(({ length }) => length > 0).map((part) => table(part).join('\n'))
  return `${document} in ${tag}, from ${file}\n${parts.join('\n\n')}\n`
}

function shortened(text: string): string {
  const line = visible(text)
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
}

/** How many suggestions a memory brings. */
export function pairsText({ file, pairs }: FilePairs): string {
  return [...pairs]
    .map(([tag, { length }]) => `${length} ${length === 1 ? 'suggestion' : 'suggestions'} in ${tag}, from ${file}`)
    .join('\n')
}
