/** What a command did to the disk, call by call, as strace tells it; and the disk as it was after any of the calls. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, rmdirSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A call that changed the disk, or flushed it. */
export type Call =
  | { readonly name: 'create' | 'fsync' | 'unlink' | 'rmdir' | 'mkdir'; readonly path: string }
  | { readonly name: 'write'; readonly path: string; readonly bytes: Buffer }
  | { readonly name: 'rename'; readonly path: string; readonly to: string }

/** Has strace write what `parseTrace` reads into a file; which calls are looked at is said besides. */
export const tracing = (log: string): string[] => ['strace', '-f', '--seccomp-bpf', '-qq', '-y', '-xx', '-s', '1000000', '-o', log]
/** The same, to end a program at a call: with --seccomp-bpf strace 6.1 does so at the first alone. */
export const killing = (log: string): string[] => tracing(log).filter((option) => option !== '--seccomp-bpf')
/** The same, for a process that runs; strace says when it has begun, and knows no --seccomp-bpf there. */
export const attached = (log: string): string[] => killing(log).filter((option) => option !== '-qq')
export const CHANGING = 'write,openat,fsync,rename,unlink,rmdir,mkdir'

/** A line of strace: process, call, arguments, result. A call that another thread interrupts has its result elsewhere. */
const LINE = /^(\d+) +(\w+)\((.*?)(?: <unfinished \.\.\.>|\) += (-?\d+).*)$/

/** The result of a call that another thread has interrupted. */
const RESULT = /^(\d+) +<\.\.\. \w+ resumed>.*\) += (-?\d+).*$/

/** A string or a path as strace writes it with -xx. */
const STRING = /(?:"|<)((?:\\x[0-9a-f]{2})*)(?:"|>)/g

interface Traced {
  readonly thread: string
  readonly call: string
  readonly args: string
  readonly strings: readonly Buffer[]
  refused: boolean
  injected: boolean
}

/** Every call of a log, also those that were refused, in the order in which they began. */
export function parseTrace(log: string): Traced[] {
  const all: Traced[] = []
  const underway = new Map<string, Traced>()
  for (const line of readFileSync(log, 'latin1').split('\n')) {
    const [, resumed, late] = RESULT.exec(line) ?? []
    const ended = resumed === undefined ? undefined : underway.get(resumed)
    if (ended) {
      ended.refused = Number(late) < 0
      ended.injected = line.includes('(INJECTED)')
    }
    const found = LINE.exec(line)
    if (!found) continue
    const [, thread, call, args, result] = found
    const strings = [...args!.matchAll(STRING)].map(([, hex]) => Buffer.from(hex!.replaceAll(String.raw`\x`, ''), 'hex'))
    const traced = {
      thread: thread!,
      call: call!,
      args: args!,
      strings,
      refused: Number(result) < 0,
      injected: line.includes('(INJECTED)'),
    }
    if (result === undefined) underway.set(traced.thread, traced)
    all.push(traced)
  }
  return all
}

/** The calls of a log that changed or flushed what lies in one of the places, in their order. */
export function parseCalls(log: string, places: readonly string[]): Call[] {
  return parseTrace(log)
    .filter(({ refused }) => !refused)
    .flatMap((traced) => callOf(traced))
    .filter(({ path }) => places.some((place) => path === place || path.startsWith(`${place}/`)))
}

function callOf({ call, args, strings }: Traced): Call[] {
  const texts = strings.map((each) => each.toString())
  switch (call) {
    case 'openat':
      return args.includes('O_CREAT') ? [{ name: 'create', path: texts[1]! }] : []
    case 'write':
      return [{ name: call, path: texts[0]!, bytes: strings[1]! }]
    case 'rename':
      return [{ name: call, path: texts[0]!, to: texts[1]! }]
    case 'fsync':
    case 'unlink':
    case 'rmdir':
    case 'mkdir':
      return [{ name: call, path: texts[0]! }]
    default:
      return []
  }
}

/** Makes calls anew: the disk is as if the command had ended after the last of them. */
export function repeat(calls: readonly Call[]): void {
  for (const call of calls) {
    if (call.name === 'create') writeFileSync(call.path, '')
    if (call.name === 'write') appendFileSync(call.path, call.bytes)
    if (call.name === 'rename') renameSync(call.path, call.to)
    if (call.name === 'unlink') rmSync(call.path)
    if (call.name === 'rmdir') rmdirSync(call.path)
    if (call.name === 'mkdir') mkdirSync(call.path)
  }
}

/**
 * The same, and then the power fails: of a file that was not flushed no byte is left, and what was made, moved or removed in
 * a folder since it was flushed is as before (fsync(2)).
 */
export function repeatWithoutPower(calls: readonly Call[]): void {
  const lastFlush = (path: string): number => calls.findLastIndex((call) => call.name === 'fsync' && call.path === path)
  const isKept = (call: Call, at: number): boolean => {
    if (call.name === 'fsync' || call.name === 'write') return true
    const folders = call.name === 'rename' ? [dirname(call.path), dirname(call.to)] : [dirname(call.path)]
    return folders.every((folder) => lastFlush(folder) > at)
  }
  const emptied = new Set<string>()
  calls.forEach((call, at) => {
    if (!isKept(call, at)) return
    const isThere = existsSync(call.name === 'mkdir' || call.name === 'create' ? dirname(call.path) : call.path)
    if (!isThere) return
    repeat([call])
    if (call.name === 'write') emptied.add(call.path)
    if (call.name === 'fsync') emptied.delete(call.path)
    if (call.name === 'rename' && emptied.delete(call.path)) emptied.add(call.to)
  })
  for (const path of emptied) if (existsSync(path)) truncateSync(path)
}
