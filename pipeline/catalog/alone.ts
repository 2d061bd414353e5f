import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openCache } from '../files/cache.js'
import { withLock } from '../files/lock.ts'
import { Overtaken } from '../files/swap.ts'
import type { Publication } from '../model/publication.ts'
import { failure } from '../problem.ts'

/** How often a change begins anew when somebody saves what it would write, and the first wait in milliseconds: editors save in several steps. */
const MOST_TRIES = 10
const WAIT = 20

/**
 * Changes locale files while no other command does, and begins anew where somebody saved one of them meanwhile: what was
 * saved is then read, and goes into the change.
 * @param command for people who meet it at work
 * @param change reads what it changes, each time
 * @throws Failure where another command is at work, or somebody saves again and again
 */
export async function changeLocales<T>({ root }: Publication, command: string, change: () => Promise<T>): Promise<T> {
  return withLock(lockOf(root), 'locales/', command, async () => {
    for (let tries = 1; ; tries++) {
      try {
        return await change()
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error
        if (tries === MOST_TRIES) throw overtaken(error, command)
      }
      await pause(WAIT * tries)
    }
  })
}

/** In the cache, by the publication’s place: beside the texts it would come into git. Without a cache there is none. */
function lockOf(root: string): string | undefined {
  const { folder } = openCache()
  return folder && join(folder, 'locks', `${createHash('sha256').update(root).digest('hex').slice(0, 16)}.json`)
}

function overtaken({ path }: Overtaken, command: string): Error {
  return failure({
    rule: 'busy',
    file: path,
    message: `This file was saved by another program each time that ${command} was about to write it; what was saved stands.`,
    found: 'another text than the one that was read',
    expected: 'a file that nobody saves while the command runs',
    remedy: 'Close the file where it is open, and run the command again: it completes what it began.',
  })
}
