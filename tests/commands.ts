import { execFileSync, spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, truncateSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { nodeOptions } from './node-options.ts'

/** The file descriptors by which the process of `again.ts` is told commands, and answers. */
export const ORDERS = 3
export const ANSWERS = 4

/** What the process is told. */
export interface Order {
  readonly command: readonly string[]
  readonly cwd?: string
  readonly environment?: NodeJS.ProcessEnv
}

/** What a command ended with, and what it said. */
export interface Ended {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** A process that runs commands, one after the other: each takes a fifth of the time that one takes for which Node starts. */
export interface Commands {
  readonly pid: number
  /** Runs one, in the folder of this project and with the environment that the process was given, where no other is. */
  run(command: readonly string[], circumstances?: Omit<Order, 'command'>): Ended
  /** Begins one, so that those of other processes run at the same time. @returns what waits for its end */
  begin(command: readonly string[], circumstances?: Omit<Order, 'command'>): () => Ended
  readonly close: () => void
}

let usual: Commands | undefined

/** One for all tests of a process, with the environment that this has. */
export function usualCommands(): Commands {
  return (usual ??= openCommands())
}

/**
 * Starts one. What its commands say goes to files, which a process has written when it tells that a command has ended; that
 * is waited for as for a process, so orders and answers go through named pipes, which both sides read as files.
 * @param through a command that runs the process as its own arguments
 */
export function openCommands(env = process.env, through: readonly string[] = []): Commands {
  const place = mkdtempSync(join(tmpdir(), 'editions-commands-'))
  const [orders, answers, stdout, stderr] = ['orders', 'answers', 'stdout', 'stderr'].map((name) => join(place, name)) as Four
  execFileSync('mkfifo', [orders, answers])
  // A pipe that is opened for both opens at once; one for one end alone, when the other end is there.
  const both = [openSync(orders, 'r+'), openSync(answers, 'r+')]
  const [toOrder, toAnswer] = [openSync(orders, 'w'), openSync(answers, 'r')]
  const given = [openSync(stdout, 'a'), openSync(stderr, 'a'), openSync(orders, 'r'), openSync(answers, 'w')] as const
  const [program, ...rest] = [...through, 'node', ...nodeOptions(), resolve('tests/again.ts')]
  const again = spawn(program, rest, { env, stdio: ['ignore', ...given] })
  again.unref()
  for (const each of [...both, ...given]) closeSync(each)
  // What a process that is ended has open is closed, and it ends with it.
  const remove = (): void => rmSync(place, { recursive: true, force: true })
  process.once('exit', remove)

  const answer = Buffer.alloc(16)
  const begin: Commands['begin'] = (command, circumstances) => {
    for (const said of [stdout, stderr]) truncateSync(said)
    const order: Order = { ...circumstances, command }
    writeSync(toOrder, `${JSON.stringify(order)}\n`)
    return () => {
      const length = readSync(toAnswer, answer)
      const [said, complained] = [readFileSync(stdout, 'utf8'), readFileSync(stderr, 'utf8')]
      if (length === 0) throw new Error(`The process of commands has ended at ${command.join(' ')}.\n${said}${complained}`)
      return { status: Number(answer.toString('utf8', 0, length)), stdout: said, stderr: complained }
    }
  }
  return {
    pid: again.pid!,
    begin,
    run: (command, circumstances) => begin(command, circumstances)(),
    close: () => {
      closeSync(toOrder)
      closeSync(toAnswer)
      process.off('exit', remove)
      remove()
    },
  }
}

type Four = [string, string, string, string]
