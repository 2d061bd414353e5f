import { join } from 'node:path'
import * as v from 'valibot'
import { authoredFile } from '../catalog/authored-file.ts'
import { parseJsonObject, type JsonAdvice } from '../files/json.ts'
import { fit, type SchemaError } from '../files/schema-errors.ts'
import { readRevision } from '../files/swap.ts'
import { failure } from '../problem.ts'
import { byName } from '../publication/schema.ts'
import { mediaType } from '../source/pictures.ts'

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

/** True for the path of a picture in a document’s folder. No step begins with a dot, so that none leads out. */
export function isPictureName(name: string): boolean {
  return mediaType(name) !== undefined && name.split('/').every((step) => /^[^.\\:\p{Cc}][^\\:\p{Cc}]*$/u.test(step))
}

const pictureName = v.custom<string>((name) => typeof name === 'string' && isPictureName(name), 'the name of a picture beside the document') // prettier-ignore
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal'))

const schema = v.object({
  file: v.string('a text'),
  title: v.optional(v.string('a text')),
  subtitle: v.optional(v.string('a text')),
  pictures: byName(pictureName, 'names of pictures by the SHA-256 of their bytes', sha256),
  blocks: v.array(v.string('a text'), 'a list of texts'),
})

const ADVICE: JsonAdvice = {
  repeated: 'Keep one of the two, and remove the other.',
  expected: 'the file as the tool wrote it',
  remedy: 'Restore it from its last good version (git checkout): without it nobody could tell what was edited by hand since.',
  merge: 'In each marked place keep the lines of the side whose file from the author is newer, and remove the others and the marks.',
}

/** A record as it was read, with the digest of its file. */
export interface KeptRecord {
  readonly record: AuthoredRecord | undefined
  readonly digest: string | undefined
}

/**
 * Reads a document’s record.
 * @throws Failure for one that is damaged: taken for none, it would cost what was edited by hand
 */
export async function readRecord(root: string, id: string): Promise<KeptRecord> {
  const file = authoredFile(id)
  const read = await readRevision(join(root, file))
  return { record: read && parseRecord(read.text, file), digest: read?.digest }
}

function parseRecord(text: string, file: string): AuthoredRecord {
  const { position } = parseJsonObject(text, file, ADVICE)
  const fitted = fit(JSON.parse(text), schema)
  if ('value' in fitted) return { ...fitted.value, pictures: Object.fromEntries(fitted.value.pictures) }
  const [{ path, message, found, expected }] = fitted.errors as readonly [SchemaError]
  throw failure({ rule: 'authored', file, position: position([...path]), message: `This record of an author’s file is damaged: ${message}`, found, expected, remedy: ADVICE.remedy }) // prettier-ignore
}

/** The bytes of a record’s file. */
export function recordBytes(record: AuthoredRecord): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(record, undefined, 2)}\n`)
}
