import { unzipSync } from 'fflate'
import { packFiles } from '../publish/package.ts'

/** The file that tells when a document was made and changed. */
const CORE = 'docProps/core.xml'
/** The file that tells of what kind the others are. It stands first, as Word writes it. */
const TYPES = '[Content_Types].xml'
const DATES = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(?=<)/g

/**
 * Packs a document anew, so that it is the same to the byte whenever and wherever it is made.
 * @param date of the files in it, ISO 8601
 * @param modified when it was last changed
 */
export async function fixed(document: Uint8Array, date: string, modified: Date): Promise<Uint8Array> {
  const files = Object.entries(unzipSync(document)).map(([path, bytes]) => ({
    path,
    bytes: path === CORE ? dated(bytes, modified) : bytes,
  }))
  const types = files.filter(({ path }) => path === TYPES)
  return packFiles([...types, ...files.filter((file) => !types.includes(file))], date)
}

function dated(bytes: Uint8Array, modified: Date): Uint8Array {
  const time = modified.toISOString().replace(/\.\d+Z$/, 'Z')
  return new TextEncoder().encode(new TextDecoder().decode(bytes).replace(DATES, `$1${time}`))
}
