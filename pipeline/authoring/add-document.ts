import { authoredFile } from '../catalog/authored-file.ts'
import type { Publication } from '../model/publication.ts'
import { refuseId, titleOf } from '../start/new-document.ts'
import { writeNew } from '../start/write-new.ts'
import type { AuthoredFile } from './authored-file.ts'
import { blocksOf } from './markdown/blocks.ts'
import { documentText, importedFrom, type Imported } from './imported.ts'
import { markdownText } from './markdown/markdown-text.ts'
import { readAuthored } from './read-authored.ts'
import { recordBytes, type AuthoredRecord } from './record.ts'
import { digestOf } from '../files/swap.ts'

/** A document that was added, or would be. */
export interface AddedDocument {
  readonly imported: Imported
  /** Paths relative to the root. */
  readonly files: readonly string[]
}

/**
 * Adds a document that is made of an author’s file.
 * @param title instead of the file’s own
 * @param isDry writes nothing
 * @throws Failure where the id is none or taken, or the file cannot be read; nothing is written then
 */
export async function addDocument(
  { root, source }: Publication,
  id: string,
  file: AuthoredFile,
  title: string | undefined,
  isDry: boolean,
): Promise<AddedDocument> {
  refuseId(root, id)
  const read = importedFrom(await readAuthored(file.bytes, file.name), {
    name: file.name,
    title: titleOf(id),
    source,
    knownPictures: new Map(),
  })
  const imported = title === undefined ? read : { ...read, front: { ...read.front, title } }
  const files = new Map([
    ...[...imported.pictures].map(([name, bytes]) => [`content/${id}/${name}`, bytes] as const),
    [`content/${id}/document.md`, new TextEncoder().encode(documentText(imported))] as const,
    [authoredFile(id), recordBytes(recordOf(imported, file.name))] as const,
  ])
  if (!isDry) await writeNew(root, files, 'Choose another name.')
  return { imported, files: [...files.keys()] }
}

/** What is remembered of a file. */
export function recordOf({ visible, pictures, tree }: Imported, file: string): AuthoredRecord {
  return {
    file: file.replace(/^.*[/\\]/, ''),
    ...visible,
    pictures: Object.fromEntries([...pictures].map(([name, bytes]) => [digestOf(bytes), name])),
    blocks: blocksOf(markdownText(tree)),
  }
} // prettier-ignore
