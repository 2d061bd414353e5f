import type { Tally, WorkerSum } from '../jobs/tally.ts'
import { table } from './table.ts'

/** Formats who has printed what: a line for each worker, and what kept any from it. */
export function tallyText({ sums, own, faults }: Tally): string {
  const total = sums.reduce((sum, { prints }) => sum + prints, 0)
  const here = own > 0 ? [`${own} printed by this machine itself.`] : []
  if (total === 0 && own === 0) return 'Nothing had to be printed: the store has all.'
  return [
    '',
    `${total} ${total === 1 ? 'print or picture' : 'prints and pictures'} by ${sums.length} ${sums.length === 1 ? 'worker' : 'workers'}.`,
    ...table(sums.map(rowOf)),
    ...here,
    ...faults.map(({ reason, workers }) => `${namesOf(workers)} could not print: ${reason}`),
  ].join('\n')
}

function rowOf({ worker, prints, milliseconds }: WorkerSum): string[] {
  return ['', worker, `${prints}`, `${(milliseconds / 1000).toFixed(1)} s`]
}

/** Limit of workers that are named in a line. */
const NAMED = 3

function namesOf(workers: readonly string[]): string {
  if (workers.length === 0) return 'A worker'
  const more = workers.length - NAMED
  return `${workers.length === 1 ? 'Worker' : 'Workers'} ${workers.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
