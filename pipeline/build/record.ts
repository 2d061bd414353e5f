import { join } from 'node:path'
import { readKept, writeKept } from '../artifacts/kept.ts'
import { nameOf } from '../artifacts/store.ts'
import { openCache } from '../files/cache.js'
import { lookAt } from '../files/disk.ts'
import type { Known } from '../files/inputs.ts'
import type { DocumentOutcome, PublishedFile } from '../model/outcome.ts'
import type { Printer } from '../pdf/printer.ts'
import type { Statuses } from '../gates/status.ts'
import type { Bearings } from '../project/bearings.ts'

/** What a build knows of a part of its output: what it was made from, and what it was. */
export interface Row<Outcome> {
  /** The digest of all that it is made from. */
  readonly from: string
  readonly outcome: Outcome
}

/** A document, as it was made. */
export interface DocumentRow extends Row<DocumentOutcome> {
  readonly statuses: Statuses
  readonly bearings: Bearings
  /** Where the browser came from that printed it. */
  readonly browser: Printer['origin']
}

/** What a build into a folder leaves for the next. */
export interface BuildRecord {
  /** The files that it read. */
  readonly known: Known
  readonly assets?: Row<readonly PublishedFile[]> | undefined
  readonly site?: (Row<Pick<DocumentOutcome, 'problems' | 'isUnsynced'>> & Pick<Bearings, 'isToldByGit'>) | undefined
  readonly documents: Readonly<Record<string, DocumentRow>>
  /** Path in the output folder → the stamp by which the system tells that nobody has touched the file since. */
  readonly stamps: Readonly<Record<string, string>>
}

const EMPTY: BuildRecord = { known: {}, documents: {}, stamps: {} }

/** Changes with the form in which records are kept: another is not read. */
const FORM = 'record 3'

/** The record of the last build of a publication into a folder; an empty one where there is none, or it cannot be read whole. */
export async function readRecord(root: string, folder: string): Promise<BuildRecord> {
  const file = fileFor(root, folder)
  return ((file && (await readKept(file, FORM))) ?? EMPTY) as BuildRecord
}

/** Keeps a record. A cache that cannot be written is none. */
export async function writeRecord(root: string, folder: string, record: BuildRecord): Promise<void> {
  const file = fileFor(root, folder)
  if (file !== undefined) await writeKept(file, FORM, record)
}

/** Whether anything is known of a build of a publication into a folder. */
export function hasRecord(root: string, folder: string): boolean {
  const file = fileFor(root, folder)
  return file !== undefined && lookAt(file).kind === 'file'
}

function fileFor(root: string, folder: string): string | undefined {
  const { folder: cache } = openCache()
  return cache && join(cache, 'builds', `${nameOf(root, folder).slice(0, 16)}.json`)
}
