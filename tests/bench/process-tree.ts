import { readdirSync, readFileSync } from 'node:fs'

/** Ticks of the clock a second, as Linux counts CPU in /proc. */
const TICKS = 100

/** What a process and those that it has started have used, in seconds of CPU, with those that have ended. */
export function cpuOfTree(root: number): number {
  const all = new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap(read)) // prettier-ignore
  const isBelow = (pid: number): boolean => pid === root || (all.has(pid) && isBelow(all.get(pid)!.parent))
  return [...all].reduce((sum, [pid, { used }]) => (isBelow(pid) ? sum + used : sum), 0)
}

function read(pid: string): [number, { parent: number; used: number }][] {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number)
    return [[Number(pid), { parent: fields[1]!, used: fields.slice(11, 15).reduce((sum, each) => sum + each, 0) / TICKS }]]
  } catch {
    // It has ended meanwhile.
    return []
  }
}
