import { join } from 'node:path'
import { nameOf } from '../artifacts/store.ts'
import { digestNow, lookAt, namesBelow } from '../files/disk.ts'
import { openInputs, type Known } from '../files/inputs.ts'
import type { Tag } from '../model/language.ts'
import type { PublishedFile } from '../model/outcome.ts'
import type { Publication } from '../model/publication.ts'
import { MANIFEST, SUMS } from '../publish/manifest.ts'
import type { Output } from '../publish/output.ts'
import { pagePath } from '../formats/registry.ts'
import { pathIn } from '../source/beside.ts'
import { filesOf } from '../project/made-from.ts'
import type { Bearings } from './bearings.ts'
import type { BuildRecord, DocumentRow } from './record.ts'

/** What is asked of a build, as far as it bears on each document. */
export interface Asked {
  readonly publication: Publication
  readonly documents: readonly string[]
  readonly tags: readonly Tag[]
  readonly formats: readonly string[]
  readonly output: Output
  /** Those of this program and of its browser. */
  readonly versions: readonly string[]
  /** Names what git can tell. */
  readonly history: string
}

/** What an earlier build has made from the same files, and still stands as it was published. */
export interface Standing {
  readonly site: BuildRecord['site']
  readonly assets: BuildRecord['assets']
  /** Whether the manifest and the digests are as they were written. */
  readonly hasManifest: boolean
  readonly rowOf: (document: string) => DocumentRow | undefined
  /** The digest of what all documents are made from, and of what git can tell of the interface where it was asked. */
  readonly everything: (isToldByGit: boolean) => string
  /** The digest of all that a document is made from. */
  readonly fromOf: (document: string, bearings: Bearings) => string
  /** Looks at all files once more: what has changed since has another digest now. */
  readonly lookAgain: () => void
  /** What is known of the files that were looked at. */
  readonly known: () => Known
}

/** Compares the record of the last build with the files as they are now. */
export function findStanding({ publication, documents, tags, formats, output, versions, history }: Asked, record: BuildRecord): Standing {
  const { root } = publication
  const inputs = openInputs(record.known)
  const own = (document: string): string => inputs.digest(filesOf('document', root, document))
  const locales = (): string => inputs.digest([join(root, 'locales')])
  const shared = (): string =>
    nameOf(
      ...versions,
      process.env['SOURCE_DATE_EPOCH'] ?? '',
      formats.join(),
      saidIn(publication),
      inputs.digest([...filesOf('everything', root), ...logoFiles(publication)]),
    )
  const look = (): void => {
    inputs.forget()
    shared()
    documents.forEach(own)
    if (documents.length === publication.documents.length) locales()
  }
  // They are looked at before they are read: what changes in between is made anew by the next build.
  look()
  const everything = (isToldByGit: boolean): string => nameOf(shared(), isToldByGit ? history : '')
  // An edition leads to others, and where these are not built now, to those that were.
  const before = (document: string): Tag[] =>
    publication.editions.filter((tag) => !tags.includes(tag) && output.published.has(pagePath({ document, tag })))
  const fromOf: Standing['fromOf'] = (document, { linked, isLost, isToldByGit, isNew }) =>
    nameOf(
      everything(isToldByGit),
      tags.join(),
      ...[document, ...linked].map((each) => `${each} ${own(each)} ${before(each).join()}`),
      isLost || isNew ? publication.documents.join('\n') : '',
      isNew ? nameOf(locales(), ...publication.documents.map(own)) : '',
    )
  const isUntouched = (path: string, sha256: string): boolean => {
    const found = lookAt(join(output.folder, path))
    return found.kind === 'file' && (found.stamp === record.stamps[path] || digestNow(join(output.folder, path)) === sha256)
  }
  const stand = (files: readonly PublishedFile[]): boolean =>
    files.every(({ path, sha256 }) => output.published.get(path)?.sha256 === sha256 && isUntouched(path, sha256))
  const isNoted = (path: string): boolean => {
    const found = lookAt(join(output.folder, path))
    return found.kind === 'file' && found.stamp === record.stamps[path]
  }
  return {
    everything,
    fromOf,
    lookAgain: look,
    site: record.site && record.site.from === everything(record.site.isToldByGit) ? record.site : undefined,
    assets: record.assets?.from === everything(false) && stand(record.assets.outcome) ? record.assets : undefined,
    hasManifest: output.isComplete && isNoted(MANIFEST) && isNoted(SUMS),
    rowOf: (document) => {
      const row = record.documents[document]
      if (!row || row.from !== fromOf(document, row.bearings)) return undefined
      return row.outcome.editions.every(({ files }) => stand(files)) ? row : undefined
    },
    known: () => inputs.known(),
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
