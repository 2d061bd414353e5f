import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openCache } from '../files/cache.js'
import { withLock } from '../files/lock.ts'
import { Overtaken } from '../files/swap.ts'
import type { Publication } from '../model/publication.ts'
import { failure } from '../problem.ts'

/** Limit of attempts when files are saved meanwhile, and the first pause in milliseconds: editors save in several steps. */
const MOST_TRIES = 10
const WAIT = 20

/**
 * Changes locale files under a lock. If a file was saved meanwhile, starts again from the new text.
 * @param command name for the message to others
 * @param change reads and writes the files on each attempt
 * @throws Failure if another command holds the lock, or files are saved again and again
 */
export async function changeLocales<T>({ root }: Pick<Publication, 'root'>, command: string, change: () => Promise<T>): Promise<T> {
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

/**
 * Path of the lock: in the cache, by the publication’s root, because git would see a lock beside the texts. Absent without a
 * cache.
 */
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
