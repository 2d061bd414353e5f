import { join } from 'node:path'
import * as v from 'valibot'
import { readRevision } from '../files/swap.ts'

/**
 * What the last file of an author gave, remembered for the next: without it nobody could tell what was edited by hand since.
 * Blocks are those of the Markdown, and stand on a line each, for git.
 */
export interface AuthoredRecord {
  /** Name of the file. */
  readonly file: string
  readonly title?: string | undefined
  readonly subtitle?: string | undefined
  /** Names of pictures by the SHA-256 of their bytes. */
  readonly pictures: Readonly<{ [digest: string]: string }>
  readonly blocks: readonly string[]
}

const schema = v.object({
  file: v.string(),
  title: v.optional(v.string()),
  subtitle: v.optional(v.string()),
  pictures: v.record(v.string(), v.string()),
  blocks: v.array(v.string()),
})

/** Path of a document’s record, relative to the root. */
export function recordFile(id: string): string {
  return `locales/ledger/authored/${id}.json`
}

/** A record as it was read, with the digest of its file. */
export interface KeptRecord {
  readonly record: AuthoredRecord | undefined
  readonly digest: string | undefined
}

/** Reads a document’s record. One that is damaged is none: the document is then taken as one that nobody took from a file. */
export async function readRecord(root: string, id: string): Promise<KeptRecord> {
  const read = await readRevision(join(root, recordFile(id)))
  if (!read) return { record: undefined, digest: undefined }
  try {
    const { output, success } = v.safeParse(schema, JSON.parse(read.text))
    return { record: success ? output : undefined, digest: read.digest }
  } catch {
    return { record: undefined, digest: read.digest }
  }
}

/** The bytes of a record’s file. */
export function recordBytes(record: AuthoredRecord): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(record, undefined, 2)}\n`)
}
