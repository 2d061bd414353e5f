import { on } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import yauzl from 'yauzl'

/** Files of a package by path, in their order. */
export type Packed = ReadonlyMap<string, Uint8Array>

const open = promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)

type OpenStream = (entry: yauzl.Entry, done: (error: Error | null, stream: NodeJS.ReadableStream) => void) => void

/** Not compressed (APPNOTE 4.4.5). Nothing else is read: a small file could become a huge one. */
const STORED = 0

/**
 * Reads the files of a package.
 * @throws Error for a ZIP that is damaged, or that no build wrote
 */
export async function readPackage(bytes: Uint8Array): Promise<Packed> {
  const zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true })
  const entries = on(zip, 'entry', { close: ['end'] })
  zip.readEntry()
  const files = new Map<string, Uint8Array>()
  for await (const [entry] of entries as AsyncIterable<[yauzl.Entry]>) {
    if (entry.compressionMethod !== STORED) throw new Error('It has a file that is compressed.')
    if (files.has(entry.fileName)) throw new Error(`It has two files named ${entry.fileName}.`)
    files.set(entry.fileName, new Uint8Array(await buffer(await promisify(zip.openReadStream.bind(zip) as OpenStream)(entry))))
    zip.readEntry()
  }
  return files
}
