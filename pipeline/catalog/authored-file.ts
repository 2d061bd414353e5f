import { join } from 'node:path'
import { readBytes } from '../files/disk.ts'
import { digestOf } from '../files/swap.ts'

/** Path of a document’s record of its author’s file, relative to the root. What is in it only `authoring/` knows. */
export function authoredFile(id: string): string {
  return `locales/ledger/authored/${id}.json`
}

/** A file that a renamed document takes along as it is, to a place that is free. */
export interface CarriedFile {
  readonly file: string
  readonly digest: string
  readonly to: string
}

/** The record of a renamed document; nothing where there is none, or one at the present name already. */
export async function carriedRecord(root: string, from: string, to: string): Promise<CarriedFile[]> {
  const [file, place] = [authoredFile(from), authoredFile(to)]
  const bytes = await readBytes(join(root, file))
  if (!bytes || (await readBytes(join(root, place)))) return []
  return [{ file, digest: digestOf(bytes), to: place }]
}
