import { rmSync } from 'node:fs'

/** Temporary files of work in progress: staged files and locks. */
const underWay = new Set<string>()

/** Registers a temporary file before it is made. */
export function noteUnderWay(path: string): void {
  underWay.add(path)
}

/** Unregisters a temporary file that was moved to its place or removed. */
export function forgetUnderWay(path: string): void {
  underWay.delete(path)
}

/** Removes all temporary files, when a signal ends the program. */
export function clearUnderWay(): void {
  for (const path of underWay) {
    try {
      rmSync(path, { force: true })
    } catch {
      // The next build removes it.
    }
  }
}
