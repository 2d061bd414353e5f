import { rmSync } from 'node:fs'

/** Files that are there for as long as some work goes on: those that wait to be moved to their places, and locks. */
const underWay = new Set<string>()

/** Notes a file before it is made. */
export function noteUnderWay(path: string): void {
  underWay.add(path)
}

/** Forgets a file that was moved to its place, or removed. */
export function forgetUnderWay(path: string): void {
  underWay.delete(path)
}

/** Removes what is under way, where a signal ends the program and nothing comes after. */
export function clearUnderWay(): void {
  for (const path of underWay) {
    try {
      rmSync(path, { force: true })
    } catch {
      // The next build clears it away.
    }
  }
}
