import { readdirSync, readFileSync } from 'node:fs'

/** A process that descends from another, and what it does: `browser` for a browser’s own, else its `--type`. */
export interface Descendant {
  readonly pid: number
  readonly role: string
}

/** The browsers and their processes that descend from a process, as Linux’s /proc tells. */
export function browsersOf(ancestor: number): Descendant[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [, state, parent] = /^\d+ \(.*\) (\S) (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))!
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8')
        return state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent), command }]
      } catch {
        // It has ended meanwhile.
        return []
      }
    })
  const below = (pid: number): typeof all => all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...below(child.pid)])
  return below(ancestor)
    .filter(({ command }) => /chrom/i.test(command.split('\0')[0] ?? ''))
    .map(({ pid, command }) => ({ pid, role: /--type=([\w-]+)/.exec(command)?.[1] ?? 'browser' }))
}
