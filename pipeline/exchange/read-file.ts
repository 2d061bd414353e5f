import { fileSize } from '../files/sighting.ts'
import { decode, readBytes } from '../files/disk.ts'
import { failure } from '../problem.ts'
import type { ExchangedTexts } from '../model/exchange.ts'
import { unpack } from '../authoring/word/archive.ts'
import { EXCHANGE_FORMATS } from './registry.ts'
import { isTbx, readTbx, type ReadTerms } from './tbx.ts'
import { TABLE_FORMATS } from './tables/formats.ts'
import type { TableReading } from './tables/grid.ts'
import { TABLE_REFUSALS } from './tables/refusals.ts'
import { isTmx, readTmx, type ReadUnit } from './tmx.ts'
import { wording, type Words } from '../wording.ts'

/** The largest file that is read, in bytes: five thousand segments take three million. */
const LARGEST = 24_000_000
/** Most lines of a text file: five thousand segments take some eighty thousand. */
const LINES = 500_000

/** What stands in a file: texts of documents, a memory, or terms. */
export type Exchanged =
  | { readonly kind: 'texts'; readonly all: readonly ExchangedTexts[] }
  | { readonly kind: 'memory'; readonly units: readonly ReadUnit[] }
  | ({ readonly kind: 'terms' } & ReadTerms)

/**
 * Reads a file of a translator’s tool, or a table that an office program has saved, in whatever format it is.
 * @throws Failure for a file that is missing, too large, in no known format, or malformed
 */
export async function readExchanged(path: string, file: string, reading: TableReading): Promise<Exchanged> {
  const size = fileSize(path)
  if (size !== undefined && size > LARGEST)
    throw tooLarge(
      file,
      wording`${{ count: Math.ceil(size / 1_000_000) }} million bytes`,
      wording`at most ${{ count: LARGEST / 1_000_000 }} million`,
    )
  const bytes = await readBytes(path)
  if (!bytes) throw missing(file)
  if (isArchive(bytes)) return { kind: 'texts', all: [await readTable(bytes, file, reading)] }
  const content = decode(path, bytes)
  if (endsIn(content) > LINES) throw tooLarge(file, wording`more than ${{ count: LINES }} lines`, wording`at most ${{ count: LINES }}`)
  if (isTmx(content)) return { kind: 'memory', units: readTmx(content, file) }
  if (isTbx(content)) return { kind: 'terms', ...readTbx(content, file) }
  const formats = Object.values(EXCHANGE_FORMATS)
  const format = formats.find((each) => each.isOwn(content))
  if (!format) {
    throw failure({
      rule: 'exchange',
      file,
      message: 'This file is in no format that can be imported.',
      found: content.trim() === '' ? 'an empty file' : 'another kind of file',
      expected: wording`a file of ${{ formats: [...formats, ...Object.values(TABLE_FORMATS)].map(({ name }) => name).join(', ') }}, TMX or TBX`,
      remedy: 'Save it in the format in which it was exported.',
    })
  }
  return { kind: 'texts', all: format.read(content, file) }
}

/** A ZIP, as office files are (PKWARE’s APPNOTE, 4.3.7). */
function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

async function readTable(bytes: Uint8Array, file: string, reading: TableReading): Promise<ExchangedTexts> {
  const archive = await unpack(bytes, file, TABLE_REFUSALS)
  const format = Object.values(TABLE_FORMATS).find((each) => each.isOwn(archive))
  if (format) return format.read(archive, file, reading)
  throw failure({
    rule: 'exchange',
    file,
    message: 'This file is in no format that can be imported.',
    found: archive.has('mimetype') ? new TextDecoder().decode(archive.get('mimetype')).slice(0, 80) : 'an archive of another kind',
    expected: wording`one of ${{
      names: Object.values(TABLE_FORMATS)
        .map(({ name }) => name)
        .join(', '),
    }}`,
    remedy: 'Open it in the program that it comes from, choose Save As, and there the type of the file that was sent out.',
  })
}

/** Counts line ends, to one more than the limit. */
function endsIn(content: string): number {
  let count = 0
  for (const end of ['\n', '\r']) for (let at = content.indexOf(end); at >= 0 && count <= LINES; at = content.indexOf(end, at + 1)) count++
  return count
}

function tooLarge(file: string, found: Words, expected: Words): Error {
  return failure({
    rule: 'exchange',
    file,
    message: 'This file is too large.',
    found,
    expected,
    remedy: 'Export and import one document at a time.',
  })
}

function missing(file: string): Error {
  return failure({
    rule: 'missing-file',
    file,
    message: 'There is no such file.',
    remedy: 'Name the file that the translator has returned; several are parted by spaces.',
  })
}
