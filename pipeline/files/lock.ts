/**
 * A lock among commands: a file that names who holds it. What a killed command left is taken over. It keeps commands of
 * this program from crossing each other; what people save meanwhile is looked at for itself (swap.ts).
 */
import { randomUUID } from 'node:crypto'
import { lstat, open, readFile, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeFolders } from './disk.ts'
import { failure } from '../problem.ts'
import { forgetUnderWay, noteUnderWay } from './under-way.ts'
import { MACHINE, besidePath, isAlive } from './unfinished.ts'

/** Who holds a lock. */
interface Holder {
  readonly id: string
  readonly command: string
  readonly pid: number
  readonly host: string
  /** Names the machine and its numbering of processes. */
  readonly machine: string
  readonly since: string
}

/** How long a command waits for another, and between two looks, in milliseconds. */
const PATIENCE = 10_000
const LOOK = 50

/** What holds a lock for so long, in milliseconds, has ended, on whatever machine: what is done under one takes seconds. */
const LONGEST = 600_000

/**
 * Does some work while no other command does such work at the same place. Where no lock can be made, it is done without.
 * @param path of the lock; nothing where there is no place for one
 * @param place what the work changes, for people
 * @throws Failure, which names who holds the lock, where it is not given back in time
 */
export async function withLock<T>(path: string | undefined, place: string, command: string, work: () => Promise<T>): Promise<T> {
  if (path === undefined) return work()
  const own: Holder = { id: randomUUID(), command, pid: process.pid, host: hostname(), machine: MACHINE, since: new Date().toISOString() }
  const isHeld = await acquire(path, place, own)
  if (isHeld) noteUnderWay(path)
  try {
    return await work()
  } finally {
    forgetUnderWay(path)
    if (isHeld && (await holderOf(path))?.id === own.id) await rm(path, { force: true }).catch(() => undefined)
  }
}

/** Returns whether the lock is held; false where none can be made. */
async function acquire(path: string, place: string, own: Holder): Promise<boolean> {
  const end = Date.now() + PATIENCE
  for (;;) {
    const code = await tryToHold(path, own)
    if (code === undefined) return true
    if (code !== 'EEXIST') return false
    const holder = await holderOf(path)
    if (await isAbandoned(path, holder)) await takeAway(path, holder)
    else if (Date.now() > end) throw busy(path, place, holder)
    else await pause(LOOK)
  }
}

/** Returns nothing where it is held now, else the system's code of refusal: EEXIST where another holds it. */
async function tryToHold(path: string, own: Holder): Promise<string | undefined> {
  try {
    // What stands in the folder's place is no lock.
    await makeFolders(dirname(path)).catch((error: Error) => Promise.reject(Object.assign(error, { code: 'ENOTDIR' })))
    const handle = await open(path, 'wx')
    try {
      await handle.writeFile(`${JSON.stringify(own)}\n`)
    } catch (error) {
      await rm(path, { force: true })
      throw error
    } finally {
      await handle.close()
    }
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown'
  }
}

/** Who holds a lock; nothing where it was given back, or where its file is not written yet. */
async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

async function isAbandoned(path: string, holder: Holder | undefined): Promise<boolean> {
  if (holder?.machine === MACHINE && !isAlive(holder.pid)) return true
  const found = await lstat(path).catch(() => undefined)
  // Who was killed before its name was written held it for no longer than that takes.
  return found !== undefined && Date.now() - found.mtimeMs > (holder ? LONGEST : PATIENCE / 2)
}

/** Removes a lock that was abandoned, and no other: of two who find it so, one may hold it anew when the other comes to it. */
async function takeAway(path: string, abandoned: Holder | undefined): Promise<void> {
  const aside = besidePath(path)
  try {
    await rename(path, aside)
  } catch {
    return
  }
  if ((await holderOf(aside))?.id === abandoned?.id) await rm(aside, { force: true }).catch(() => undefined)
  else await rename(aside, path).catch(() => undefined)
}

function busy(path: string, place: string, holder: Holder | undefined): Error {
  return failure({
    rule: 'busy',
    file: place,
    message: 'Another command is changing this; nothing was done.',
    found: holder
      ? `${holder.command}, process ${holder.pid} on ${holder.host}, since ${holder.since}`
      : 'a command that has not said its name',
    remedy: `Wait until it has ended, and run the command again. If it has ended long ago, remove ${path}.`,
  })
}
