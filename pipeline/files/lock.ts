/**
 * A lock between commands: a file that names its holder. Locks of killed commands are taken over. A lock separates only commands
 * of this program; swap.ts protects edits by people.
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

/** The holder of a lock. */
interface Holder {
  readonly id: string
  readonly command: string
  readonly pid: number
  readonly host: string
  /** The machine and its process namespace. */
  readonly machine: string
  readonly since: string
}

/** Limit of waiting for another command, and the interval between two attempts, in milliseconds. */
const PATIENCE = 10_000
const LOOK = 50

/** Age, in milliseconds, after which a lock counts as abandoned on any machine. Work under a lock takes seconds. */
const LONGEST = 600_000

/**
 * Runs some work under a lock. Runs it without one if no lock can be made.
 * @param path of the lock; absent if there is no place for one
 * @param place the thing that the work changes, for the message
 * @throws Failure that names the holder, if the lock is not released in time
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

/** Waits for the lock. Returns false if none can be made. */
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

/** Tries once to take the lock. Returns nothing on success, else the system’s error code: EEXIST if another command holds it. */
async function tryToHold(path: string, own: Holder): Promise<string | undefined> {
  try {
    // Anything in the place of the folder is not a lock.
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

/** Reads the holder of a lock. Absent if the lock was released, or its file is not yet written. */
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
  // A command that was killed before it wrote its name needed only a moment.
  return found !== undefined && Date.now() - found.mtimeMs > (holder ? LONGEST : PATIENCE / 2)
}

/**
 * Removes an abandoned lock, and only that one. Another command may have taken the lock since, so the file is moved aside and
 * compared first.
 */
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
