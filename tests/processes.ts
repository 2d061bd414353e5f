import { readdirSync, readFileSync } from 'node:fs'

/** A process that descends from another, and what it does: `browser` for a browser’s own, else its `--type`. */
export interface Descendant {
  readonly pid: number
  readonly role: string
}

/** The browsers and their processes that descend from a process, as Linux’s /proc tells. */
export function browsersOf(ancestor: number): Descendant[] {
  return childrenOf(ancestor).flatMap((pid) => {
    // One that has ended, and was not waited for, has no command any more.
    const command = read(`/proc/${pid}/cmdline`)
    const isBrowser = /chrom/i.test(command.split('\0')[0]!)
    return [...(isBrowser ? [{ pid, role: /--type=([\w-]+)/.exec(command)?.[1] ?? 'browser' }] : []), ...browsersOf(pid)]
  })
}

/** The children of a process. Each of its threads may have some. */
function childrenOf(pid: number): number[] {
  const threads = unlessGone(() => readdirSync(`/proc/${pid}/task`), [])
  return threads.flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).match(/\d+/g) ?? []).map(Number)
}

const read = (path: string): string => unlessGone(() => readFileSync(path, 'utf8'), '')

/** A process may end at any moment. */
function unlessGone<T>(look: () => T, otherwise: T): T {
  try {
    return look()
  } catch {
    return otherwise
  }
}
