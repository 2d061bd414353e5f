import { createHash, randomBytes } from 'node:crypto'
import { readlinkSync } from 'node:fs'
import { lstat, readdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { refuseLinks } from './links.ts'

/**
 * The name of a write under way: that of the file, whose it is, and letters of its own. It begins with a dot and is never
 * taken for the file. What this program wrote before it told whose it was is known as well.
 */
const FORM = /^\..+\.(?:(?<machine>[0-9a-f]{8})-(?<pid>\d{1,10})-)?[0-9a-f]{12}$/

/** Names the machine and its numbering of processes: elsewhere a process’s number tells nothing. */
export const MACHINE = createHash('sha256').update(`${hostname()}\n${processNumbering()}`).digest('hex').slice(0, 8)

/** No write takes a day, in milliseconds: what is older was left by a machine that cannot be asked. */
const DAY = 86_400_000

/** Where a file is written before it is moved to its place: beside it, on the same disk. */
export function besidePath(path: string): string {
  return join(dirname(path), `.${basename(path)}.${MACHINE}-${process.pid}-${randomBytes(6).toString('hex')}`)
}

/** Whether a file's name is that of a write under way, or of one that was cut short. */
export function isUnfinished(path: string): boolean {
  return FORM.test(basename(path))
}

/**
 * Clears away what commands that were killed have left in folders, and leaves what one that lives is writing. What cannot
 * be cleared away hinders nobody.
 */
export async function clearAbandoned(folders: readonly string[]): Promise<void> {
  await Promise.all(
    folders.map(async (folder) => {
      const names = await refuseLinks(folder)
        .then(async () => (await readdir(folder)).filter(isUnfinished))
        .catch(() => [])
      for (const path of names.map((name) => join(folder, name)))
        if (await isAbandoned(path)) await rm(path, { force: true }).catch(() => undefined)
    }),
  )
}

/** Whether whoever wrote a file has ended, as its name or its age tells. */
export async function isAbandoned(path: string): Promise<boolean> {
  const { machine, pid } = FORM.exec(basename(path))?.groups ?? {}
  if (machine === MACHINE) return !isAlive(Number(pid))
  const found = await lstat(path).catch(() => undefined)
  return found !== undefined && found.isFile() && Date.now() - found.mtimeMs > DAY
}

/** Linux’s name for a numbering of processes, of which each container has its own (pid_namespaces(7)). */
function processNumbering(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

/** Whether a process of this machine runs. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Another user’s process is alive, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
