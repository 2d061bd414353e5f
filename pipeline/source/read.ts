import { join } from 'node:path'
import { list, readBytes, readText } from '../files/disk.ts'
import { refuseMergedDocument } from '../files/conflict-markers.ts'
import { originOf } from '../language/registry.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import type { ParsedDocument, Target } from '../model/document.ts'
import { besideFor, listBeside, type Beside } from './beside.ts'
import { parseDocument } from './document.ts'
import { refuseTaken } from './former.ts'
import { linksIn, refuseLinks } from './links.ts'
import { noDocument } from './no-document.ts'
import { picturesIn } from './pictures.ts'
import { readPictures } from './read-pictures.ts'
import { isOnTheWeb, targetOf } from './targets.ts'
import { isNested, unreadFiles } from './unread-files.ts'

/**
 * Reads a document’s folder.
 * @throws Failure if `document.md` is missing or a file is malformed; a picture that cannot be shown is not an error here
 */
export async function readDocument({ root, documents, editions, source }: Publication, id: string): Promise<ParsedDocument> {
  const folder = `content/${id}`
  const [document, programme] = await Promise.all(
    [`${folder}/document.md`, `${folder}/programme.yaml`].map(async (file) => {
      const text = await readText(join(root, file))
      return text === undefined ? undefined : { file, text }
    }),
  )
  if (!document) throw noDocument(id, (await list(join(root, folder)))?.files ?? [], unreadFiles(root, [id]).filter(isNested))
  refuseMergedDocument(document.text, document.file, 'Keep the right version of the text, and remove the lines with the marks.')
  const draft = parseDocument({ id, source, document, programme })
  refuseTaken(draft.front.formerly, documents, document.file, document.text)
  refuseLinks(draft.tree, document.file)
  const shown = picturesIn(draft, document.file)
  const links = linksIn(draft, document.file)
  const near = links.filter(({ url }) => !isOnTheWeb(url))
  const addresses = [...shown, ...near].map(({ url }) => url)
  const beside = addresses.length > 0 ? besideFor(id, addresses, await listBeside(root, id)) : NOTHING
  const targets = new Map(links.map(({ url }): [string, Target] => [url, targetOf(url, { id, documents, beside })]))
  const names = new Set([...targets.values()].flatMap((target) => (target.kind === 'file' ? [target.name] : [])))
  return {
    ...draft,
    ...(await readPictures(root, draft, shown, beside, languagesOf(editions))),
    links: targets,
    attachments: await Promise.all(
      [...names].map(async (name) => ({ name, bytes: (await readBytes(join(root, folder, beside.files.get(name)!)))! })),
    ),
  }
}

/** The languages of editions, and those that they are derived from. */
function languagesOf(editions: readonly Tag[]): Tag[] {
  return [...new Set(editions.flatMap((tag) => [tag, originOf(tag) ?? tag]))]
}

const NOTHING: Beside = { files: new Map(), others: [] }
