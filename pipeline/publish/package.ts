import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'
import type { Artifact } from '../model/edition.ts'

/** The rights of a packed file. */
const MODE = 0o100644

/**
 * Packs files into a ZIP. It is the same to the byte wherever it is made: stored without compression, which differs between
 * versions of zlib, and dated at noon of a day, which a time zone cannot move. Faces, pictures and PDFs are compressed already.
 * @param date ISO 8601
 */
export async function packFiles(files: readonly Artifact[], date: string): Promise<Uint8Array> {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const mtime = new Date(year, month - 1, day, 12)
  const zip = new yazl.ZipFile()
  for (const { path, bytes } of files) {
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), path, {
      mtime,
      mode: MODE,
      compress: false,
      forceDosTimestamp: true,
    })
  }
  zip.end()
  return buffer(zip.outputStream)
}
