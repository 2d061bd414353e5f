import { visible } from '../files/visible.ts'
import type { Wordings } from '../language/wordings.ts'
import type { Observation } from '../model/exchange.ts'
import { wording, type Worded } from '../wording.ts'

type Say = Wordings['say']

/** What is said of a row of a table, besides its text: in a word, and at length. */
const SAID: Readonly<
  Record<Exclude<Observation['kind'], 'added' | 'state' | 'tracked' | 'reviews' | 'comment'>, readonly [name: Worded, meaning: Worded]>
> = {
  moved: [wording`moved`, wording`stands elsewhere in the table; taken by its key`],
  deleted: [wording`deleted`, wording`has no row in the file any more; what is here stays`],
  'source-changed': [
    wording`source changed`,
    wording`its original was changed in the file; that is not taken, the original is written in content/`,
  ],
  emptied: [wording`emptied`, wording`has an empty translation in the file; what is here stays`],
  'not-reviewed': [
    wording`not reviewed`,
    wording`marked as reviewed in the file; not taken, since its text or its original is another here`,
  ],
  signs: [wording`signs`, wording`quotation marks or no-break spaces that the program put in by itself were taken back`],
}

/** The line of a table that tells it. */
export function observationRow(observation: Observation, say: Say): string[] {
  switch (observation.kind) {
    case 'added':
      return [
        say(wording`added`),
        say(wording`row ${{ row: observation.row }}`),
        say(wording`has no key, and is not taken: ${{ text: visible(observation.text) }}`),
      ]
    case 'state':
      return [
        say(wording`state`),
        visible(observation.key),
        say(wording`has a state that is none, and counts as it was: ${{ text: visible(observation.text) }}`),
      ]
    case 'tracked':
      return [say(wording`tracked`), visible(observation.key), changeText(observation, say)]
    case 'reviews':
      return [
        say(wording`reviewed`),
        String(observation.count),
        say(wording`in the file; to count them here, name who found them right: ${{ option: '--reviewed-by NAME' }}`),
      ]
    case 'comment':
      return [
        say(wording`comment`),
        signed(observation.by),
        say(wording`stands at no text that is here, and is not taken: ${{ text: visible(observation.text) }}`),
      ]
    default:
      return [say(SAID[observation.kind][0]), visible(observation.key), say(SAID[observation.kind][1])]
  }
}

function changeText({ by, inserted, deleted }: Observation & { kind: 'tracked' }, say: Say): string {
  const parts = [
    ...(deleted === '' ? [] : [say(wording`deleted “${{ text: visible(deleted) }}”`)]),
    ...(inserted === '' ? [] : [say(wording`inserted “${{ text: visible(inserted) }}”`)]),
  ]
  return say(wording`${{ changes: parts.join(', ') }}; not taken`) + (by === undefined ? '' : `  (${visible(by)})`)
}

function signed(name: string | undefined): string {
  return name === undefined ? '' : visible(name)
}
