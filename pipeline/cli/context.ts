import { resolve } from 'node:path'
import type { Publication } from '../model.ts'

/** What every command takes. */
export interface GlobalOptions {
  readonly root: string
}

/** The publication that a command works on. */
export async function openPublication({ root }: GlobalOptions): Promise<Publication> {
  const { readPublication } = await import('../publication.ts')
  return readPublication(resolve(root))
}

/** Splits a list such as `sq,mk`. */
export function commaList(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** What a command ends with: 0 fine, 1 findings, 2 a failure, which is otherwise thrown. */
export type ExitCode = 0 | 1 | 2
