import { join } from 'node:path'
import { nameOf } from '../artifacts/store.ts'
import { digestNow, lookAt } from '../files/disk.ts'
import type { Known } from '../files/inputs.ts'
import { pagePath } from '../formats/registry.ts'
import type { Tag } from '../model/language.ts'
import type { EditionOutcome, PublishedFile } from '../model/outcome.ts'
import type { Bearings } from '../project/bearings.ts'
import type { Digests } from '../project/digests.ts'
import type { View } from '../project/project.ts'
import { MANIFEST, SUMS } from '../publish/manifest.ts'
import type { Output } from '../publish/output.ts'
import type { BuildRecord, DocumentRow } from './record.ts'

/** What is asked of a build, as far as it bears on each document. */
export interface Asked {
  readonly view: View
  readonly documents: readonly string[]
  readonly tags: readonly Tag[]
  readonly formats: readonly string[]
  readonly output: Output
  /** Those of this program and of its browser. */
  readonly versions: readonly string[]
}

/** What an earlier build has made from the same files, and still stands as it was published. */
export interface Standing {
  readonly site: BuildRecord['site']
  readonly assets: BuildRecord['assets']
  /** Whether the manifest and the digests are as they were written. */
  readonly hasManifest: boolean
  readonly rowOf: (document: string) => DocumentRow | undefined
  /** An edition that was made from the same, though others of its document were not. */
  readonly editionOf: (document: string, tag: Tag, from: string) => EditionOutcome | undefined
  /** A document as the last build made it, from whatever. */
  readonly before: (document: string) => DocumentRow | undefined
  /** What things are made from in this build, as it was looked at. */
  readonly from: From
  /** The same as it is now. */
  readonly fromNow: () => From
  /** What is known of the files that were looked at. */
  readonly known: () => Known
}

/** What things are made from in a build, each as a digest. */
export interface From {
  /** What all documents are made from, and what git can tell of the interface where it was asked. */
  readonly everything: (isToldByGit: boolean) => string
  readonly document: (document: string, bearings: Bearings) => string
  /** @param composed what follows from how far the texts are */
  readonly edition: (document: string, bearings: Bearings, tag: Tag, composed: string) => string
}

/** Compares the record of the last build with the files as they are now. */
export function findStanding({ view, documents, tags, formats, output, versions }: Asked, record: BuildRecord): Standing {
  const { publication, inputs } = view
  // An edition leads to others, and where these are not built now, to those that were.
  const publishedBefore = (document: string): Tag[] =>
    publication.editions.filter((tag) => !tags.includes(tag) && output.published.has(pagePath({ document, tag })))
  const circumstances = [...versions, process.env['SOURCE_DATE_EPOCH'] ?? '', formats.join()]
  const fromOf = (digests: Digests): From => ({
    everything: (isToldByGit) => nameOf(...circumstances, digests.everything(isToldByGit)),
    document: (document, bearings) =>
      nameOf(
        ...circumstances,
        digests.document(document, bearings),
        tags.join(),
        ...[document, ...bearings.linked].map((each) => `${each} ${publishedBefore(each).join()}`),
      ),
    edition: (document, bearings, tag, composed) => nameOf(...circumstances, digests.edition(document, bearings, tag), composed),
  })
  view.learn(record.known)
  const from = fromOf(view.digests)
  // Files are looked at before they are read: what changes in between is made anew by the next build.
  for (const document of documents) view.digests.own(document)
  if (documents.length === publication.documents.length) view.digests.locales()
  const isUntouched = (path: string, sha256: string): boolean => isNoted(path) || digestNow(join(output.folder, path)) === sha256
  const isNoted = (path: string): boolean => {
    const found = lookAt(join(output.folder, path))
    return found.kind === 'file' && found.stamp === record.stamps[path]
  }
  const stand = (files: readonly PublishedFile[]): boolean =>
    files.every(({ path, sha256 }) => output.published.get(path)?.sha256 === sha256 && isUntouched(path, sha256))
  return {
    from,
    fromNow: () => fromOf(view.now().digests),
    site: record.site && record.site.from === from.everything(record.site.isToldByGit) ? record.site : undefined,
    assets: record.assets?.from === from.everything(false) && stand(record.assets.outcome) ? record.assets : undefined,
    hasManifest: output.isComplete && isNoted(MANIFEST) && isNoted(SUMS),
    rowOf: (document) => {
      const row = record.documents[document]
      if (!row || row.from !== from.document(document, row.bearings)) return undefined
      return row.outcome.editions.every(({ files }) => stand(files)) ? row : undefined
    },
    editionOf: (document, tag, madeFrom) =>
      record.documents[document]?.outcome.editions.find((each) => each.tag === tag && each.from === madeFrom && stand(each.files)),
    before: (document) => record.documents[document],
    known: () => inputs.known(),
  }
}
