import { Option, type Command } from 'commander'
import { failure } from '../problem.ts'
import type { SharedPlaces } from '../jobs/shared-printing.ts'

/** Adds the options that name what machines share. A password stands better in the environment: others see the command. */
export function withPlaces(command: Command): Command {
  return command
    .addOption(new Option('--queue <address>', 'the Redis by which machines share the printing: redis://host:6379').env('EDITIONS_QUEUE'))
    .addOption(new Option('--store <place>', 'what they share for that: a folder, or s3://bucket/prefix').env('EDITIONS_STORE'))
}

/**
 * Reads the options. Absent where neither is given.
 * @throws Failure where only one is
 */
export function sharedPlaces({ queue, store }: Partial<SharedPlaces>): SharedPlaces | undefined {
  if (queue && store) return { queue, store }
  if (!queue && !store) return undefined
  throw failure({
    rule: 'queue',
    file: queue ? '--queue' : '--store',
    message: 'Machines that share the printing need a queue and a store.',
    found: `${queue ? '--queue' : '--store'} alone`,
    expected: '--queue redis://host:6379 --store FOLDER, or s3://bucket/prefix in the place of the folder',
    remedy: 'Give both to the build and to each worker, the same everywhere; or neither, and this machine prints by itself.',
  })
}
