import { buffer } from 'node:stream/consumers'
import { on } from 'node:events'
import { promisify } from 'node:util'
import yauzl from 'yauzl'
import { failure } from '../../problem.ts'
import { formatBytes, type ArchiveRefusals } from '../refusals.ts'
import { wording } from '../../wording.ts'

/** The parts of an office file by path. */
export type Archive = ReadonlyMap<string, Uint8Array>

const open = promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)

type OpenStream = (entry: yauzl.Entry, done: (error: Error | null, stream: NodeJS.ReadableStream) => void) => void

/** Limits of what is unpacked, in bytes. A page of text is some 20 kB of XML. */
const MOST = { parts: 5000, xml: 32 << 20, all: 400 << 20 }
/** Compression above which a part, or all of them, are made to fill the memory: prose as XML shrinks to a twentieth. */
const BOMB = { ratio: 200, size: 16 << 20 }

const isXml = (name: string): boolean => /\.(?:xml|rels)$/i.test(name)

/**
 * Unpacks an office file. Sizes are those that the file tells, refused before anything is unpacked, and held to while it is.
 * @param refusals how one is refused of the kind that is read
 * @throws Failure for a ZIP that is damaged or would fill the memory
 */
export async function unpack(bytes: Uint8Array, file: string, refusals: ArchiveRefusals): Promise<Archive> {
  try {
    const zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true })
    const entries = await entriesOf(zip)
    refuseSizes(entries, file, refusals)
    const parts = new Map<string, Uint8Array>()
    for (const entry of entries) {
      if (entry.fileName.endsWith('/')) continue
      parts.set(entry.fileName, new Uint8Array(await buffer(await promisify(zip.openReadStream.bind(zip) as OpenStream)(entry))))
    }
    return parts
  } catch (error) {
    if (error instanceof Error && error.name === 'Failure') throw error
    const found = error instanceof Error ? error.message : undefined
    throw failure({ rule: refusals.rule, file, message: 'This file is damaged: it cannot be unpacked.', found, remedy: refusals.ifDamaged })
  }
}

async function entriesOf(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  const found: yauzl.Entry[] = []
  const entries = on(zip, 'entry', { close: ['end'] })
  zip.readEntry()
  for await (const [entry] of entries as AsyncIterable<[yauzl.Entry]>) {
    found.push(entry)
    if (found.length > MOST.parts) break
    zip.readEntry()
  }
  return found
}

function refuseSizes(entries: readonly yauzl.Entry[], file: string, { rule, tooLarge }: ArchiveRefusals): void {
  const size = (chosen: readonly yauzl.Entry[]): number => chosen.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  const isBomb = (unpacked: number, packed: number): boolean => unpacked > BOMB.size && unpacked > BOMB.ratio * packed
  const bomb = entries.find(({ uncompressedSize, compressedSize }) => isBomb(uncompressedSize, compressedSize))
  if (bomb)
    throw failure({
      rule,
      file,
      ...tooLarge,
      found: wording`${{ part: bomb.fileName }}, which unpacks to ${{ size: formatBytes(bomb.uncompressedSize) }}`,
    })
  if (
    isBomb(
      size(entries),
      entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0),
    )
  )
    throw failure({
      rule,
      file,
      ...tooLarge,
      found: wording`${{ count: entries.length }} parts, which unpack to ${{ size: formatBytes(size(entries)) }}`,
    })
  const xml = size(entries.filter(({ fileName }) => isXml(fileName)))
  if (xml > MOST.xml)
    throw failure({
      rule,
      file,
      ...tooLarge,
      found: wording`${{ size: formatBytes(xml) }} of text`,
      expected: wording`${{ size: formatBytes(MOST.xml) }} at most`,
    })
  if (size(entries) > MOST.all || entries.length > MOST.parts)
    throw failure({
      rule,
      file,
      ...tooLarge,
      found: wording`${{ size: formatBytes(size(entries)) }} in ${{ count: entries.length }} parts`,
      expected: wording`${{ size: formatBytes(MOST.all) }} in ${{ count: MOST.parts }} parts at most`,
    })
}
