import { join } from 'node:path'
import * as v from 'valibot'
import type { Edit } from '../../catalog/edit.ts'
import { readText } from '../../files/disk.ts'
import { writeIfChanged } from '../../files/write.ts'

/**
 * A step that is being made: its edits are written down before the first file is, and struck out after the last. What a killed
 * workbench has begun is completed when one opens again.
 */
export interface Begun {
  /** @throws Failure where it cannot be written down */
  write(edits: readonly Edit[]): Promise<void>
  /** Nothing where all steps were completed. */
  read(): Promise<readonly Edit[]>
  strikeOut(): Promise<void>
}

const origin = v.optional(v.picklist(['person', 'import', 'machine']))
const review = v.optional(v.object({ by: v.optional(v.string()), on: v.string() }))
const change = { key: v.string(), before: v.string(), after: v.string(), answers: v.optional(v.string()), origin, review }

const reply = { text: v.string(), by: v.optional(v.string()), on: v.string() }
const question = v.object({ ...reply, tag: v.string(), answers: v.array(v.object(reply)) })
const asked = v.optional(v.array(v.object({ key: v.string(), question, isKnown: v.optional(v.boolean()) })))

/** Edits as JSON has them. */
export const editsSchema = v.array(
  v.object({
    tag: v.string(),
    document: v.string(),
    changes: v.array(v.object(change)),
    kept: v.optional(v.array(v.object({ key: v.string(), basis: v.string(), text: v.string(), origin, review }))),
    asked,
    withdrawn: asked,
  }),
)

/** @param folder absent if nothing is remembered beyond this run */
export function openBegun(folder: string | undefined): Begun {
  const file = folder && join(folder, 'step.json')
  const write = async (edits: readonly Edit[]): Promise<void> => {
    if (file) await writeIfChanged(file, `${JSON.stringify(edits)}\n`)
  }
  return {
    write,
    read: async () => (file ? parsed((await readText(file)) ?? '[]') : []),
    strikeOut: () => write([]),
  }
}

/** The file is replaced whole: what cannot be read was not written by a workbench. */
function parsed(text: string): readonly Edit[] {
  try {
    const read = v.safeParse(editsSchema, JSON.parse(text))
    return read.success ? read.output : []
  } catch {
    return []
  }
}
