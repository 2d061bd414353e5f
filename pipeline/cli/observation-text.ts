import { visible } from '../files/visible.ts'
import type { Observation } from '../model/exchange.ts'

/** What is said of a row of a table, besides its text. */
const SAID: Readonly<Record<Exclude<Observation['kind'], 'added' | 'state' | 'tracked' | 'reviews' | 'comment'>, string>> = {
  moved: 'stands elsewhere in the table; taken by its key',
  deleted: 'has no row in the file any more; what is here stays',
  'source-changed': 'its original was changed in the file; that is not taken, the original is written in content/',
  emptied: 'has an empty translation in the file; what is here stays',
  'not-reviewed': 'marked as reviewed in the file; not taken, since its text or its original is another here',
  signs: 'quotation marks or no-break spaces that the program put in by itself were taken back',
}

/** The line of a table that tells it. */
export function observationRow(observation: Observation): string[] {
  switch (observation.kind) {
    case 'added':
      return ['added', `row ${observation.row}`, `has no key, and is not taken: ${visible(observation.text)}`]
    case 'state':
      return ['state', visible(observation.key), `has a state that is none, and counts as it was: ${visible(observation.text)}`]
    case 'tracked':
      return ['tracked', visible(observation.key), changeText(observation)]
    case 'reviews':
      return ['reviewed', String(observation.count), 'in the file; to count them here, name who found them right: --reviewed-by NAME']
    case 'comment':
      return ['comment', signed(observation.by), `stands at no text that is here, and is not taken: ${visible(observation.text)}`]
    default:
      return [observation.kind, visible(observation.key), SAID[observation.kind]]
  }
}

function changeText({ by, inserted, deleted }: Observation & { kind: 'tracked' }): string {
  const parts = [
    ...(deleted === '' ? [] : [`deleted “${visible(deleted)}”`]),
    ...(inserted === '' ? [] : [`inserted “${visible(inserted)}”`]),
  ]
  return `${parts.join(', ')}; not taken${by === undefined ? '' : `  (${visible(by)})`}`
}

function signed(name: string | undefined): string {
  return name === undefined ? '' : visible(name)
}
