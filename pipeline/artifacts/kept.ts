import { createHash } from 'node:crypto'
import { readBytes } from '../files/disk.ts'
import { writeIfChanged } from '../files/write.ts'

/** Size in characters of the pieces in which values are written, so that memory does not hold them as one text too. */
const PIECE = 1 << 18
const LINE_FEED = 0x0a

/**
 * Reads JSON values that an earlier run wrote to a cache file. Returns nothing if the file is missing, damaged, or of another
 * form.
 * @param form name of the values’ shape, which changes with it
 */
export async function readKept(file: string, form: string): Promise<unknown[] | undefined> {
  try {
    const bytes = Buffer.from((await readBytes(file)) ?? [])
    const start = bytes.indexOf(LINE_FEED) + 1
    const digest = createHash('sha256').update(`${form}\n`).update(bytes.subarray(start)).digest('hex')
    return bytes.toString('utf8', 0, start) === `${digest}\n` ? valuesIn(bytes, start) : undefined
  } catch {
    return undefined
  }
}

/** Parses a value a line, from an offset on. */
function valuesIn(bytes: Buffer, start: number): unknown[] {
  const values: unknown[] = []
  for (let at = start; at < bytes.length;) {
    const end = bytes.indexOf(LINE_FEED, at)
    values.push(JSON.parse(bytes.toString('utf8', at, end)))
    at = end + 1
  }
  return values
}

/** Writes JSON values for later runs: a line each, below their digest. Errors are ignored. */
export async function writeKept(file: string, form: string, values: Iterable<unknown>): Promise<void> {
  const digest = createHash('sha256').update(`${form}\n`)
  const pieces: Buffer[] = []
  let piece = ''
  const add = (): void => {
    const bytes = Buffer.from(piece)
    digest.update(bytes)
    pieces.push(bytes)
    piece = ''
  }
  for (const value of values) {
    piece += `${JSON.stringify(value)}\n`
    if (piece.length > PIECE) add()
  }
  add()
  await writeIfChanged(file, Buffer.concat([Buffer.from(`${digest.digest('hex')}\n`), ...pieces])).catch(() => undefined)
}
