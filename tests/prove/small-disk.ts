import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { openCommands } from '../commands.ts'

const PAGE = 4096

/** A disk of its own, in memory, on which commands run in a process that alone sees it. */
export interface SmallDisk {
  /** Runs a command on a copy of a publication, with so many pages to spare, and copies what is there then into another folder. */
  run(origin: string, command: readonly string[], pages: number, found: string): { readonly status: number; readonly said: string }
  close(): void
}

/** Opens one. @param root where the disk is for its commands */
export function openSmallDisk(root: string, env: NodeJS.ProcessEnv): SmallDisk {
  mkdirSync(root, { recursive: true })
  const mounting = ['sh', '-c', `mount -t tmpfs -o size=64m tmpfs ${root} && exec "$@"`, 'sh']
  const commands = openCommands(env, ['unshare', '--map-root-user', '--mount', ...mounting])
  // Once a command has run, its process and its disk are there.
  commands.run(['--root', root, 'status'])
  const disk = join(`/proc/${commands.pid}/root`, root)
  const resize = (size: string): void => {
    const options = ['-t', String(commands.pid), '--user', '--mount', '--preserve-credentials', 'mount', '-o', `remount,size=${size}`, root]
    const { status, stderr } = spawnSync('nsenter', options, { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
  }
  return {
    run: (origin, command, pages, found) => {
      for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true })
      resize('64m')
      cpSync(origin, disk, { recursive: true })
      const { blocks, bfree, bsize } = statfsSync(disk)
      resize(String((blocks - bfree) * bsize + pages * PAGE))
      const { status, stdout, stderr } = commands.run(['--root', root, ...command])
      rmSync(found, { recursive: true, force: true })
      cpSync(disk, found, { recursive: true })
      return { status, said: stdout + stderr }
    },
    close: commands.close,
  }
}
