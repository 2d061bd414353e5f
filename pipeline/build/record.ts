import { join } from 'node:path'
import { readKept, writeKept } from '../artifacts/kept.ts'
import { nameOf } from '../artifacts/stored.ts'
import { openCache } from '../files/cache.js'
import { lookAt } from '../files/sighting.ts'
import type { Known } from '../files/inputs.ts'
import type { DocumentOutcome, PublishedFile } from '../model/outcome.ts'
import type { Printer } from '../pdf/printer.ts'
import type { Statuses } from '../gates/status.ts'
import type { Bearings } from '../project/bearings.ts'

/** The record of a part of the output. */
export interface Row<Outcome> {
  /** Digest of all inputs. */
  readonly from: string
  readonly outcome: Outcome
}

/** The record of a document. */
export interface DocumentRow extends Row<DocumentOutcome> {
  readonly statuses: Statuses
  readonly bearings: Bearings
  /** Origin of the browser that printed it. */
  readonly browser: Printer['origin']
}

/** The record of a build, for the next build into the same folder. */
export interface BuildRecord {
  /** Files that the build read. */
  readonly known: Known
  readonly assets?: Row<readonly PublishedFile[]> | undefined
  /** The pages that lead to all that stood in the folder. */
  readonly front?: Row<readonly PublishedFile[]> | undefined
  readonly site?: (Row<Pick<DocumentOutcome, 'problems' | 'isUnsynced'>> & Pick<Bearings, 'isToldByGit'>) | undefined
  readonly documents: Readonly<Record<string, DocumentRow>>
  /** Stamps of published files, by path in the output folder. An equal stamp means that the file is untouched. */
  readonly stamps: Readonly<Record<string, string>>
}

const EMPTY: BuildRecord = { known: {}, documents: {}, stamps: {} }

/** Form of the record. It changes with the record’s shape, so that other forms are not read. */
const FORM = 'record 6'

/** Reads the record of the last build of a publication into a folder. It is empty if missing or damaged. */
export async function readRecord(root: string, folder: string): Promise<BuildRecord> {
  const file = fileFor(root, folder)
  const [shared, ...rows] = (file === undefined ? undefined : await readKept(file, FORM)) ?? []
  if (shared === undefined) return EMPTY
  const parts = Map.groupBy(rows as Line[], ([part]) => part)
  const part = (name: Part): object => Object.fromEntries((parts.get(name) ?? []).map(([, key, value]) => [key, value]))
  return { ...(shared as object), ...Object.fromEntries(PARTS.map((name) => [name, part(name)])) } as unknown as BuildRecord
}

/** Writes a record. Errors are ignored. */
export async function writeRecord(root: string, folder: string, record: BuildRecord): Promise<void> {
  const file = fileFor(root, folder)
  if (file !== undefined) await writeKept(file, FORM, linesOf(record))
}

/** The parts of a record that have an entry for each document or file. */
const PARTS = ['known', 'documents', 'stamps'] as const
type Part = (typeof PARTS)[number]
type Line = readonly [part: Part, key: string, value: unknown]

/** What all documents share, and then each entry by itself: the record of many documents is never one text. */
function* linesOf({ known, documents, stamps, ...shared }: BuildRecord): Generator<object | Line> {
  yield shared
  for (const [part, entries] of Object.entries({ known, documents, stamps }))
    for (const [key, value] of Object.entries(entries)) yield [part as Part, key, value]
}

/** True if there is a record of a build of a publication into a folder. */
export function hasRecord(root: string, folder: string): boolean {
  const file = fileFor(root, folder)
  return file !== undefined && lookAt(file).kind === 'file'
}

function fileFor(root: string, folder: string): string | undefined {
  const { folder: cache } = openCache()
  return cache && join(cache, 'builds', `${nameOf(root, folder).slice(0, 16)}.json`)
}
