import { join } from 'node:path'
import { nameOf } from '../artifacts/stored.ts'
import { namesBelow } from '../files/disk.ts'
import type { Look } from '../files/inputs.ts'
import { originOf } from '../language/registry.ts'
import { SOURCE_TAG, type Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import { pathIn } from '../source/beside.ts'
import type { Bearings } from './bearings.ts'
import { filesOf } from './made-from.ts'

/** Digests of the inputs of results: SHA-256 in hexadecimal. */
export interface Digests {
  /** Inputs of all documents. Includes the state of git if it was asked about interface texts. */
  readonly everything: (isToldByGit: boolean) => string
  /** A document’s source, and its texts in all languages. */
  readonly own: (document: string) => string
  /** All texts of all documents. */
  readonly locales: () => string
  /** A document’s source folder, and the possible targets of its links. */
  readonly source: (document: string) => string
  /** All inputs of a document. */
  readonly document: (document: string, bearings: Bearings) => string
  /** All inputs of one edition, except those that depend on the status of other texts. */
  readonly edition: (document: string, bearings: Bearings, tag: Tag) => string
}

/**
 * Computes digests of inputs by the table in made-from.ts.
 * @param history names the state of git
 */
export function digestsOf(publication: Publication, inputs: Pick<Look, 'digest'>, history: string): Digests {
  const { root, documents } = publication
  const digest = (what: Parameters<typeof filesOf>[0], document?: string): string => inputs.digest(filesOf(what, root, document))
  const own = (document: string): string => digest('document', document)
  // Each edition depends on them, so that they are joined once.
  let shared: string | undefined
  const readShared = (): string => nameOf(saidIn(publication), inputs.digest([...filesOf('everything', root), ...logoFiles(publication)]))
  const everything = (isToldByGit: boolean): string => nameOf((shared ??= readShared()), isToldByGit ? history : '')
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
    // Answers of git are covered by the status of the texts.
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

/** The publication’s facts as they were read. The file may have changed since. */
function saidIn(publication: Publication): string {
  const said = { ...publication, documents: undefined }
  return JSON.stringify(said, (_, value: unknown) => (value instanceof Map ? [...(value as Map<unknown, unknown>)] : value))
}

/** Paths of the logo. Its name may be percent-encoded, and the disk may spell it in another Unicode form. */
function logoFiles({ root, look: { logo } }: Publication): string[] {
  if (!logo) return []
  const folder = join(root, 'content')
  const name = (pathIn('', logo.file) ?? []).join('/').replace(/^\//, '')
  const isNamed = (path: string): boolean => path.normalize('NFC') === name.normalize('NFC')
  return namesBelow(folder)
    .filter(isNamed)
    .map((path) => join(folder, path))
}
