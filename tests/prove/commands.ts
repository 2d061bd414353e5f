import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** A process that runs commands, one after the other. */
export interface Commands {
  /** Returns the exit code. */
  run(root: string, command: readonly string[]): Promise<number>
  close(): void
}

/** Starts one; what its commands say is not heard. */
export function openCommands(env: NodeJS.ProcessEnv): Commands {
  const again = fork(resolve('tests/prove/again.ts'), { env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  return {
    run: async (root, command) => {
      again.send(['--root', root, ...command])
      return ((await once(again, 'message')) as [number])[0]
    },
    close: () => void again.kill(),
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
