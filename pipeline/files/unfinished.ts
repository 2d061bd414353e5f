import { createHash, randomBytes } from 'node:crypto'
import { readlinkSync } from 'node:fs'
import { lstat, readdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { refuseLinks } from './links.ts'

/**
 * The name of a staged file: a dot, the file’s name, machine and process id, and random digits. The leading dot keeps it apart
 * from real files. Names without machine and process id come from former versions of this program.
 */
const FORM = /^\..+\.(?:(?<machine>[0-9a-f]{8})-(?<pid>\d{1,10})-)?[0-9a-f]{12}$/

/** Digest of the host name and the process namespace. Process ids mean nothing elsewhere. */
export const MACHINE = createHash('sha256').update(`${hostname()}\n${processNumbering()}`).digest('hex').slice(0, 8)

/** Age, in milliseconds, after which another machine’s staged file counts as abandoned. No write takes a day. */
const DAY = 86_400_000

/** Path of the staged file: beside its place, on the same disk. */
export function besidePath(path: string): string {
  return join(dirname(path), `.${basename(path)}.${MACHINE}-${process.pid}-${randomBytes(6).toString('hex')}`)
}

/** True if a path names a staged file, whether in progress or abandoned. */
export function isUnfinished(path: string): boolean {
  return FORM.test(basename(path))
}

/** Removes staged files of killed commands from folders. Staged files of running commands stay. Errors are ignored. */
export async function clearAbandoned(folders: readonly string[]): Promise<void> {
  await Promise.all(
    folders.map(async (folder) => {
      for (const path of await unfinishedIn(folder)) if (await isAbandoned(path)) await rm(path, { force: true }).catch(() => undefined)
    }),
  )
}

async function unfinishedIn(folder: string): Promise<string[]> {
  try {
    refuseLinks(folder)
    return (await readdir(folder)).filter(isUnfinished).map((name) => join(folder, name))
  } catch {
    return []
  }
}

/** True if the writer of a staged file has ended, judged by its name or its age. */
export async function isAbandoned(path: string): Promise<boolean> {
  const { machine, pid } = FORM.exec(basename(path))?.groups ?? {}
  if (machine === MACHINE) return !isAlive(Number(pid))
  const found = await lstat(path).catch(() => undefined)
  return found !== undefined && found.isFile() && Date.now() - found.mtimeMs > DAY
}

/** Linux’s name of the process namespace, which is separate in each container (pid_namespaces(7)). */
function processNumbering(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

/** True if a process of this machine is running. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // A process of another user is running, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
