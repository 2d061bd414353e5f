import { link, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { refused } from './file-errors.ts'
import { clearAbandoned } from './unfinished.ts'
import { commit, discard, flushFolders, stage } from './write.ts'

/** Answers of a disk without hard links, such as a Windows share (errno(3)). */
const WITHOUT_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

/** Folders in which this process has looked for what killed ones have left. */
const swept = new Set<string>()

/**
 * Creates a whole file and its folders, unless there is one: of several that create it at once, on any machine, one does. On a
 * disk without hard links the last does, so that all must bring the same bytes.
 * @returns whether this call created it
 * @throws Failure where the disk refuses it
 */
export async function createFile(path: string, bytes: Uint8Array): Promise<boolean> {
  const folder = dirname(path)
  if (!swept.has(folder)) await clearAbandoned([folder])
  swept.add(folder)
  const staged = await stage(path, bytes)
  if (!staged) return false
  try {
    await link(staged.beside, path)
    await discard(staged)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (WITHOUT_LINKS.has(code)) await commit(staged)
    else {
      await discard(staged)
      if (code === 'EEXIST') return false
      throw refused(path, 'written', error)
    }
  }
  await flushFolders(staged.folders)
  return true
}

/** Removes a file. Its folder stays, for others that are about to write there. Errors are ignored. */
export async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined)
}
