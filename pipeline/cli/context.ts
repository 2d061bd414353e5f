import { resolve } from 'node:path'
import type { Project } from '../project/project.ts'

/** Options of every command. */
export interface GlobalOptions {
  readonly root: string
}

/** Opens the project of a command that prints nothing. */
export async function openOwnProject({ root }: GlobalOptions): Promise<Project> {
  return (await import('../project/project.ts')).openProject(resolve(root))
}

/** Splits a list such as `sq,mk`. */
export function commaList(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Exit code of a command: 0 for success, 1 for findings, 2 for a failure. A failure of the whole command is thrown instead. */
export type ExitCode = 0 | 1 | 2
