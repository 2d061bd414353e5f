import type { RunningWorker } from './worker.ts'

/** A metric: its kind, what it tells, and its value, which may be unknown. */
type Row = readonly [name: string, kind: 'counter' | 'gauge', help: string, value: (worker: RunningWorker) => number | undefined]

const ROWS: readonly Row[] = [
  ['editions_prints_total', 'counter', 'Prints and pictures that this worker has made.', ({ counts }) => counts.made],
  ['editions_prints_known_total', 'counter', 'Jobs whose print was in the store already.', ({ counts }) => counts.known],
  ['editions_prints_failed_total', 'counter', 'Tries that failed.', ({ counts }) => counts.failed],
  ['editions_print_seconds_total', 'counter', 'Time of the prints.', ({ counts }) => counts.milliseconds / 1000],
  ['editions_prints_in_hand', 'gauge', 'Jobs in hand.', ({ counts }) => counts.inHand],
  ['editions_queue_waiting', 'gauge', 'Jobs that wait for any worker of this version.', ({ health }) => health.waiting],
  [
    'editions_worker_well',
    'gauge',
    '0 where jobs have waited for a minute beside this idle worker.',
    ({ health }) => Number(health.isWell),
  ],
]

/** What a worker has done, in Prometheus’ text format 0.0.4. */
export function metricsText(worker: RunningWorker): string {
  const lines = ROWS.flatMap(([name, kind, help, valueOf]) => {
    const value = valueOf(worker)
    return value === undefined ? [] : [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, `${name} ${value}`]
  })
  return `${lines.join('\n')}\n`
}
