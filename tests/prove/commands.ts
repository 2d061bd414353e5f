import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** A process that runs commands, one after the other: each takes a fifth of the time that one takes for which Node starts. */
export interface Commands {
  /** Runs one, while strace does with its calls what is said to it. */
  run(root: string, command: readonly string[], strace?: readonly string[]): Promise<{ status: number; said: string }>
  close(): void
}

/** Starts one. What its commands say goes to a file, which a process has written when it tells that a command has ended. */
export function openCommands(env: NodeJS.ProcessEnv): Commands {
  const heard = join(tmpdir(), `editions-prove-said-${process.pid}`)
  const file = openSync(heard, 'a')
  const again = fork(resolve('tests/prove/again.ts'), { env, stdio: ['ignore', file, file, 'ipc'] })
  const run = async (root: string, command: readonly string[]) => {
    truncateSync(heard)
    again.send(['--root', root, ...command])
    const [status] = (await once(again, 'message')) as [number]
    return { status, said: readFileSync(heard, 'utf8') }
  }
  return {
    run: async (root, command, strace) => {
      if (!strace) return run(root, command)
      const [program, ...options] = strace
      const tracer = spawn(program!, [...options, '-p', String(again.pid)], { stdio: ['ignore', 'ignore', 'pipe'] })
      await once(tracer.stderr, 'data')
      const ended = await run(root, command)
      tracer.kill('SIGINT')
      await once(tracer, 'close')
      return ended
    },
    close: () => {
      again.kill()
      closeSync(file)
      rmSync(heard)
    },
  }
}

/** Path → bytes of the files that a command may write, but for the lock of an output. */
export type Tree = Readonly<Record<string, string>>

/** Whose a write under way is, its name says anew each time. */
const UNFINISHED = /\.[0-9a-f]{8}-\d+-[0-9a-f]{12}$/

export function treeOf(root: string, folders: readonly string[] = ['locales', 'output']): Tree {
  return Object.fromEntries(
    folders.flatMap((folder) =>
      existsSync(join(root, folder))
        ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile() && entry.name !== '.publishing')
            .map((entry) => join(entry.parentPath, entry.name))
            .map((path) => [path.slice(root.length + 1).replace(UNFINISHED, '.unfinished'), readFileSync(path, 'latin1')])
        : [],
    ),
  )
}

/** What commands that were cut short have left. */
export const litterIn = (tree: Tree): string[] => Object.keys(tree).filter((path) => path.endsWith('.unfinished'))
