import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, truncateSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { nodeOptions } from './node-options.ts'
import { openPipes } from './pipes.ts'

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
 * Starts one. What its commands say goes to files, which a process has written when it tells that a command has ended.
 * @param through a command that runs the process as its own arguments
 */
export function openCommands(env = process.env, through: readonly string[] = []): Commands {
  const pipes = openPipes()
  const [stdout, stderr] = [join(pipes.place, 'stdout'), join(pipes.place, 'stderr')]
  const said = [openSync(stdout, 'a'), openSync(stderr, 'a')] as const
  const [program, ...rest] = [...through, 'node', ...nodeOptions(), resolve('tests/again.ts')]
  const again = spawn(program, rest, { env, stdio: ['ignore', ...said, ...pipes.given] })
  again.unref()
  // What a process that is ended has open is closed, and it ends with it.
  for (const each of said) closeSync(each)
  pipes.handOver()

  const begin: Commands['begin'] = (command, circumstances) => {
    for (const file of [stdout, stderr]) truncateSync(file)
    const order: Order = { ...circumstances, command }
    pipes.order(`${JSON.stringify(order)}\n`)
    return () => {
      const status = pipes.answer()
      const [told, complained] = [readFileSync(stdout, 'utf8'), readFileSync(stderr, 'utf8')]
      if (status === undefined) throw new Error(`The process of commands has ended at ${command.join(' ')}.\n${told}${complained}`)
      return { status: Number(status), stdout: told, stderr: complained }
    }
  }
  return {
    pid: again.pid!,
    begin,
    run: (command, circumstances) => begin(command, circumstances)(),
    close: () => pipes.close(),
  }
}
