import { join } from 'node:path'
import * as v from 'valibot'
import type { Edit } from '../../catalog/edit.ts'
import { readText } from '../../files/disk.ts'
import { writeIfChanged } from '../../files/write.ts'
import type { Tag } from '../../model/language.ts'
import { editsSchema } from './begun.ts'

/** An import that can be taken back as a whole. */
export interface Imported {
  readonly tag: Tag
  /** Names of the files. */
  readonly files: readonly string[]
  /** ISO 8601 date and time, in UTC. */
  readonly at: string
  readonly edits: readonly Edit[]
  /** What takes it back. */
  readonly back: readonly Edit[]
}

/** The last import of each language, until it is taken back. */
export interface Imports {
  note(imported: Imported): Promise<void>
  of(tag: Tag): Promise<Imported | undefined>
  strikeOut(tag: Tag): Promise<void>
}

const schema = v.array(v.object({ tag: v.string(), files: v.array(v.string()), at: v.string(), edits: editsSchema, back: editsSchema }))

/** @param folder absent if nothing is remembered beyond this run */
export function openImports(folder: string | undefined): Imports {
  const file = folder && join(folder, 'imports.json')
  let inMemory: readonly Imported[] = []
  const read = async (): Promise<readonly Imported[]> => (file ? parsed((await readText(file)) ?? '[]') : inMemory)
  const write = async (all: readonly Imported[]): Promise<void> => {
    if (file) await writeIfChanged(file, `${JSON.stringify(all)}\n`)
    else inMemory = all
  }
  const others = async (tag: Tag): Promise<Imported[]> => (await read()).filter((each) => each.tag !== tag)
  return {
    note: async (imported) => write([...(await others(imported.tag)), imported]),
    of: async (tag) => (await read()).find((each) => each.tag === tag),
    strikeOut: async (tag) => write(await others(tag)),
  }
}

/** The file is replaced whole: what cannot be read was not written by an import. */
function parsed(text: string): readonly Imported[] {
  try {
    const read = v.safeParse(schema, JSON.parse(text))
    return read.success ? read.output : []
  } catch {
    return []
  }
}
