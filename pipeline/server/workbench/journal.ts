import { join } from 'node:path'
import type { Origin, Review } from '../../catalog/ledger.ts'
import { append } from '../../files/append.ts'
import { readText } from '../../files/disk.ts'
import type { Tag } from '../../model/language.ts'

/** A text as it stood, with what is known of it. */
export interface Standing {
  readonly text: string
  /** The source that it answers; where none is named, what the text in its place answers. */
  readonly basis?: string | undefined
  readonly origin?: Origin | undefined
  readonly review?: Review | undefined
}

/** A change that was made in the workbench. */
export interface Noted {
  readonly key: string
  /** ISO 8601 date and time, in UTC. */
  readonly at: string
  readonly by?: string | undefined
  readonly before: Standing
  readonly after: Standing
}

/** The changes made in the workbench, which git knows only as far as they were committed. */
export interface Journal {
  /** Returns when they are on the disk. @throws Failure where they cannot be written */
  note(tag: Tag, document: string, changes: readonly Noted[]): Promise<void>
  /** In order. */
  read(tag: Tag, document: string): Promise<readonly Noted[]>
}

/** @param folder absent if the changes are to be remembered for this run alone */
export function openJournal(folder: string | undefined): Journal {
  const inMemory = new Map<string, Noted[]>()
  return {
    note: async (tag, document, changes) => {
      const name = join('changes', tag, `${document}.jsonl`)
      if (folder) await append(join(folder, name), changes.map((each) => `${JSON.stringify(each)}\n`).join(''))
      else inMemory.set(name, [...(inMemory.get(name) ?? []), ...changes])
    },
    read: async (tag, document) => {
      const name = join('changes', tag, `${document}.jsonl`)
      if (!folder) return inMemory.get(name) ?? []
      return ((await readText(join(folder, name))) ?? '').split('\n').flatMap(parse)
    },
  }
}

/** A line that a killed process left unfinished is none. */
function parse(line: string): Noted[] {
  try {
    return line === '' ? [] : [JSON.parse(line) as Noted]
  } catch {
    return []
  }
}
