import { join } from 'node:path'
import { z } from 'zod'
import { readText } from '../disk.ts'
import type { Publication, Tag } from '../model.ts'
import { failure } from '../problem.ts'

/** A translation whose English is gone from the document. `basis` is that English. */
export interface RetiredTranslation {
  readonly key: string
  readonly basis: string
  readonly text: string
}

/** What the tool remembers of one document's translations in one locale. */
export interface Ledger {
  readonly tag: Tag
  readonly file: string
  readonly retired: readonly RetiredTranslation[]
}

const schema = z.strictObject({
  version: z.literal(1),
  retired: z.array(z.strictObject({ key: z.string(), basis: z.string(), text: z.string() })),
})

/**
 * Reads a ledger; one that does not exist is empty.
 * @throws Failure where the file is damaged or newer than this tool; it is never rewritten then
 */
export async function readLedger({ root }: Publication, tag: Tag, document: string): Promise<Ledger> {
  const file = `locales/ledger/${tag}/${document}.json`
  const text = await readText(join(root, file))
  if (text === undefined) return { tag, file, retired: [] }
  const parsed = schema.safeParse(jsonOrNothing(text))
  if (!parsed.success) {
    throw failure({
      rule: 'ledger',
      file,
      message: 'This ledger is damaged, or was written by a newer version of the tool.',
      found: parsed.error.issues[0]?.message,
      expected: 'the file as the tool wrote it',
      remedy: 'Restore it from its last good version (git checkout), or update the tool. It holds translations: do not delete it.',
    })
  }
  return { tag, file, retired: parsed.data.retired }
}

/** The bytes of a ledger: sorted by key, one line a translation, so that two people's additions merge. */
export function serializeLedger(ledger: Ledger): string {
  const lines = [...ledger.retired]
    .sort((a, b) => compare(a.key, b.key) || compare(a.basis, b.basis) || compare(a.text, b.text))
    .map(({ key, basis, text }) => `    ${JSON.stringify({ key, basis, text })}`)
  return `{\n  "version": 1,\n  "retired": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
