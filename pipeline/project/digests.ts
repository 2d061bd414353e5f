import { join } from 'node:path'
import { nameOf } from '../artifacts/store.ts'
import { namesBelow } from '../files/disk.ts'
import type { Look } from '../files/inputs.ts'
import { originOf } from '../language/registry.ts'
import { SOURCE_TAG, type Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import { pathIn } from '../source/beside.ts'
import type { Bearings } from './bearings.ts'
import { filesOf } from './made-from.ts'

/** What things are made from, each as a digest: SHA-256 in hexadecimal. */
export interface Digests {
  /** Of what all documents are made from, and of what git can tell of the interface where it was asked. */
  readonly everything: (isToldByGit: boolean) => string
  /** Of a document’s source and texts in all languages. */
  readonly own: (document: string) => string
  /** Of all texts of all documents. */
  readonly locales: () => string
  /** Of the folder of a document’s source, and of what its links can lead to. */
  readonly source: (document: string) => string
  /** Of all that a document is made from. */
  readonly document: (document: string, bearings: Bearings) => string
  /** Of all that one edition is made from, but for what follows from how far the other texts are. */
  readonly edition: (document: string, bearings: Bearings, tag: Tag) => string
}

/**
 * Tells what things are made from, by the table.
 * @param history names the state of git
 */
export function digestsOf(publication: Publication, inputs: Look, history: string): Digests {
  const { root, documents } = publication
  const digest = (what: Parameters<typeof filesOf>[0], document?: string): string => inputs.digest(filesOf(what, root, document))
  const own = (document: string): string => digest('document', document)
  const everything = (isToldByGit: boolean): string =>
    nameOf(saidIn(publication), inputs.digest([...filesOf('everything', root), ...logoFiles(publication)]), isToldByGit ? history : '')
  const source = (document: string): string => nameOf(digest('source', document), ...documents)
  const textsOf = (document: string, tag: Tag): string => {
    const tags = [SOURCE_TAG, originOf(tag), tag].filter((each) => each !== undefined)
    return inputs.digest(filesOf('texts', root, document, tags))
  }
  const locales = (): string => inputs.digest([join(root, 'locales')])
  return {
    everything,
    own,
    locales,
    source,
    // What git tells shows in how far the texts are.
    edition: (document, { linked }, tag) =>
      nameOf(everything(false), source(document), textsOf(document, tag), ...linked.map((each) => `${each} ${own(each)}`)),
    document: (document, { linked, isLost, isToldByGit, isNew }) =>
      nameOf(
        everything(isToldByGit),
        ...[document, ...linked].map((each) => `${each} ${own(each)}`),
        isLost || isNew ? documents.join('\n') : '',
        isNew ? nameOf(locales(), ...documents.map(own)) : '',
      ),
  }
}

/** What a publication says, as it was read: its file may say something else by now. */
function saidIn(publication: Publication): string {
  const said = { ...publication, documents: undefined }
  return JSON.stringify(said, (_, value: unknown) => (value instanceof Map ? [...(value as Map<unknown, unknown>)] : value))
}

/** Where the logo lies: its name may be written as an address is, and otherwise than the disk has it. */
function logoFiles({ root, look: { logo } }: Publication): string[] {
  if (!logo) return []
  const folder = join(root, 'content')
  const name = (pathIn('', logo.file) ?? []).join('/').replace(/^\//, '')
  const isNamed = (path: string): boolean => path.normalize('NFC') === name.normalize('NFC')
  return namesBelow(folder)
    .filter(isNamed)
    .map((path) => join(folder, path))
}
