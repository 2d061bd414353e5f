import { PIPED, type AuthoredFile } from '../authoring/authored-file.ts'
import { readBytes, realPath } from '../files/disk.ts'
import { fileSize } from '../files/sighting.ts'
import { failure, type Failure } from '../problem.ts'

/** Largest file of an author, in bytes. */
const LARGEST = 300 << 20
/** Reads the file that a person names. Links are followed: it lies among their own files. */
export async function given(from: string): Promise<AuthoredFile> {
  if (from === '-') return { name: PIPED, bytes: await piped(process.stdin) }
  const path = await realPath(from)
  if ((fileSize(path) ?? 0) > LARGEST) throw tooLarge(from)
  const bytes = await readBytes(path)
  if (!bytes) throw failure({ rule: 'from', file: from, message: 'There is no such file.', remedy: 'Look at its name and folder. A name with blanks stands in "quotation marks".' }) // prettier-ignore
  return { name: from, bytes }
}

/** Reads what another program gives, no further than a document goes: it may give without end. */
async function piped(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of input) {
    size += part.length
    if (size > LARGEST) throw tooLarge(PIPED)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function tooLarge(file: string): Failure {
  return failure({ rule: 'from', file, message: 'This file is larger than any document needs.', expected: '300 MB at most', remedy: 'Save its pictures smaller (in Word: Picture Format › Compress Pictures), or split it.' }) // prettier-ignore
}
