import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeFolders } from './disk.ts'
import { refused } from './file-errors.ts'

/**
 * Appends text to a file and flushes it. Creates the file and its folders.
 * @throws Failure if the system refuses
 */
export async function append(path: string, text: string): Promise<void> {
  try {
    await makeFolders(dirname(path), 0o700)
    const handle = await open(path, 'a', 0o600)
    try {
      await handle.writeFile(text)
      await handle.datasync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw refused(path, 'written', error)
  }
}
