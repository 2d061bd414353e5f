import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Commands } from '../commands.ts'

/** Runs a command in a process that is there, while strace does with its calls what is said to it. */
export async function runTraced(commands: Commands, command: readonly string[], strace: readonly string[]) {
  const [program, ...options] = strace
  const tracer = spawn(program!, [...options, '-p', String(commands.pid)], { stdio: ['ignore', 'ignore', 'pipe'] })
  await once(tracer.stderr, 'data')
  const ended = commands.run(command)
  tracer.kill('SIGINT')
  await once(tracer, 'close')
  return ended
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
