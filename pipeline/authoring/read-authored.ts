import { PIPED } from './authored-file.ts'
import { unpack } from './word/archive.ts'
import { readDocx } from './word/docx.ts'
import { readHtml } from './html/html.ts'
import { MARKDOWN, readMarkdown } from './markdown/read-markdown.ts'
import { readOdt } from './word/odt.ts'
import type { Reading } from './reading.ts'
import { DOCUMENT_REFUSALS, ENCRYPTED, NOT_TAKEN, OLD_WORD, OLE, PROTECTED, UNKNOWN, unusable } from './refusals.ts'

/** Names of pages. */
const HTML = /\.x?html?$/i
/** What a page begins with: a tag or a remark, or the lines in which Windows tells of HTML on its clipboard. */
const PAGE = /^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)?\s*(?:<|Version:\d)/

/**
 * Reads a file of an author: Word, whatever its name says, HTML, by its name or its beginning, or Markdown, by its name. What a program
 * gives without a name is Markdown where it does not begin as HTML does. A tag somewhere in a text makes no page of it.
 * @param name for messages
 * @throws Failure for any other file, and for one that is damaged, protected or made to do harm
 */
export async function readAuthored(bytes: Uint8Array, name: string): Promise<Reading> {
  const beginning = Buffer.from(bytes.subarray(0, 1000)).toString('latin1')
  const refused = NOT_TAKEN.find(([pattern]) => pattern.test(beginning))
  if (refused) throw unusable(name, refused[1])
  if (OLE.test(beginning)) throw unusable(name, Buffer.from(bytes).includes(ENCRYPTED) ? PROTECTED : OLD_WORD)
  if (!beginning.startsWith('PK')) {
    if (MARKDOWN.test(name)) return readMarkdown(bytes, name)
    if (HTML.test(name) || PAGE.test(beginning)) return readHtml(bytes, name)
    if (name === PIPED) return readMarkdown(bytes, name)
    throw unusable(name, UNKNOWN)
  }
  const archive = await unpack(bytes, name, DOCUMENT_REFUSALS)
  const kind = new TextDecoder().decode(archive.get('mimetype') ?? new Uint8Array())
  if (kind.startsWith('application/vnd.oasis.opendocument.text')) return readOdt(name)
  if ([...archive.keys()].some((path) => path.endsWith('document.xml') || path === '[Content_Types].xml')) return readDocx(archive, name)
  throw unusable(name, UNKNOWN)
}
