import { unpack } from './word/archive.ts'
import { readDocx } from './word/docx.ts'
import { readHtml } from './html/html.ts'
import { readOdt } from './word/odt.ts'
import type { Reading } from './reading.ts'
import { DOCUMENT_REFUSALS, ENCRYPTED, NOT_TAKEN, OLD_WORD, OLE, PROTECTED, UNKNOWN, unusable } from './refusals.ts'

/**
 * Reads a file of an author, whatever its name says: Word or HTML.
 * @param name for messages
 * @throws Failure for any other file, and for one that is damaged, protected or made to do harm
 */
export async function readAuthored(bytes: Uint8Array, name: string): Promise<Reading> {
  const beginning = Buffer.from(bytes.subarray(0, 1000)).toString('latin1')
  const refused = NOT_TAKEN.find(([pattern]) => pattern.test(beginning))
  if (refused) throw unusable(name, refused[1])
  if (OLE.test(beginning)) throw unusable(name, Buffer.from(bytes).includes(ENCRYPTED) ? PROTECTED : OLD_WORD)
  if (!beginning.startsWith('PK')) return readHtml(bytes, name)
  const archive = await unpack(bytes, name, DOCUMENT_REFUSALS)
  const kind = new TextDecoder().decode(archive.get('mimetype') ?? new Uint8Array())
  if (kind.startsWith('application/vnd.oasis.opendocument.text')) return readOdt(name)
  if ([...archive.keys()].some((path) => path.endsWith('document.xml') || path === '[Content_Types].xml')) return readDocx(archive, name)
  throw unusable(name, UNKNOWN)
}
