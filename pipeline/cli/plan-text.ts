import type { FilePlan } from '../exchange/import.ts'
import type { FilePairs } from '../exchange/memory.ts'
import { OUTCOMES, type Outcome } from '../exchange/plan.ts'
import { visible } from '../files/visible.ts'
import type { Wordings } from '../language/wordings.ts'
import { wording, type Worded } from '../wording.ts'
import { observationRow } from './observation-text.ts'
import { table } from './table.ts'

/** What texts with an outcome are called, and what is said of them. */
const SAID: Readonly<Record<Outcome, readonly [name: Worded, meaning: Worded]>> = {
  taken: [wording`taken`, wording`new translations of the present source`],
  replaces: [wording`replaces`, wording`taken in place of another text here; the file does not say whether it is the newer one`],
  confirmed: [wording`confirmed`, wording`the source was edited; the translator kept the translation`],
  stale: [wording`stale`, wording`translated from a source that was edited since; to be adapted`],
  kept: [wording`kept`, wording`the source was removed since; kept for its return`],
  reviewed: [wording`reviewed`, wording`found right by their reader`],
  unfinished: [wording`unfinished`, wording`marked as unfinished in the file, or translated only in part; not taken`],
  newer: [wording`newer`, wording`changed here since the export, and not in the file; what is here stays`],
  unchanged: [wording`unchanged`, wording`as they are here`],
}

const LONGEST = 60

/** The table of an import: every text that is not unchanged, and how many there are of each outcome. */
export function planText({ file, document, tag, units, asked, observations }: FilePlan, { say }: Wordings): string {
  const told = units.filter(({ outcome }) => outcome !== 'unchanged')
  const rows = told.map(({ outcome, key, text, basis, replaced, isReviewed }) => [
    say(SAID[outcome][0]),
    visible(key),
    // Both are told whole: two long texts may differ at their end.
    (replaced === undefined ? shortened(text) : `${visible(text)}  ${say(wording`(instead of: ${{ text: visible(replaced) }})`)}`) +
      (basis === undefined ? '' : `  ${say(wording`(answers: ${{ source: shortened(basis) }})`)}`) +
      (isReviewed && outcome !== 'reviewed' ? `  (${say(SAID.reviewed[0])})` : ''),
  ])
  const counts = OUTCOMES.flatMap((outcome) => {
    const count = units.filter((each) => each.outcome === outcome).length
    return count === 0 ? [] : [[String(count), say(SAID[outcome][0]), say(SAID[outcome][1])]]
  })
  const questions = asked.flatMap(({ key, question, isKnown }) =>
    (isKnown ? question.answers : [question]).map(({ text, by }) => [
      say(isKnown ? wording`answer` : wording`question`),
      visible(key),
      `${shortened(text)}${by === undefined ? '' : `  (${visible(by)})`}`,
    ]),
  )
  const seen = observations.map((each) => observationRow(each, say))
  const parts = [rows, questions, seen, counts].filter(({ length }) => length > 0).map((part) => table(part).join('\n'))
  return `${say(wording`${{ document }} in ${{ tag }}, from ${{ file }}`)}\n${parts.join('\n\n')}\n`
}

function shortened(text: string): string {
  const line = visible(text)
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
}

/** How many suggestions a memory brings. */
export function pairsText({ file, pairs }: FilePairs, { say }: Wordings): string {
  return [...pairs]
    .map(([tag, { length: count }]) =>
      say(
        count === 1
          ? wording`${{ count }} suggestion in ${{ tag }}, from ${{ file }}`
          : wording`${{ count }} suggestions in ${{ tag }}, from ${{ file }}`,
      ),
    )
    .join('\n')
}
