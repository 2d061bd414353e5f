import { join } from 'node:path'
import { nameOf } from '../artifacts/stored.ts'
import { digestNow } from '../files/disk.ts'
import { lookAt } from '../files/sighting.ts'
import type { Known } from '../files/inputs.ts'
import { pagePath } from '../html/file-names.ts'
import type { Tag } from '../model/language.ts'
import type { EditionOutcome, PublishedFile } from '../model/outcome.ts'
import type { Bearings } from '../project/bearings.ts'
import type { Digests } from '../project/digests.ts'
import type { View } from '../project/project.ts'
import { MANIFEST, SIGNATURE, SUMS } from '../publish/manifest.ts'
import type { Output } from '../publish/output.ts'
import type { BuildRecord, DocumentRow } from './record.ts'

/** The request, as far as it concerns each document. */
export interface Asked {
  readonly view: View
  readonly documents: readonly string[]
  readonly tags: readonly Tag[]
  readonly formats: readonly string[]
  readonly output: Output
  /** Versions of this program and of its browser. */
  readonly versions: readonly string[]
  /** Of the signature. Absent without a key. */
  readonly publicKey: string | undefined
}

/** Results of an earlier build whose inputs and published files are unchanged. */
export interface Standing {
  readonly site: BuildRecord['site']
  readonly assets: BuildRecord['assets']
  /** Pages that lead to all editions. Absent if they must be made. */
  readonly front: BuildRecord['front']
  /** True if the manifest and the digest file are untouched. */
  readonly hasManifest: boolean
  readonly rowOf: (document: string) => DocumentRow | undefined
  /** An edition with unchanged inputs, though other editions of its document may have changed. */
  readonly editionOf: (document: string, tag: Tag, from: string) => EditionOutcome | undefined
  /** Record of a document from the last build, whatever its inputs. */
  readonly before: (document: string) => DocumentRow | undefined
  /** Digests of the inputs, as this build looked at them. */
  readonly from: From
  /** Digests of the inputs as they are now. */
  readonly fromNow: () => From
  /** Files that were looked at. */
  readonly known: () => Known
}

/** Digests of the inputs of a build. */
export interface From {
  /** Inputs of all documents. Includes the state of git if it was asked about interface texts. */
  readonly everything: (isToldByGit: boolean) => string
  readonly document: (document: string, bearings: Bearings) => string
  /**
   * Inputs of an edition.
   * @param composed inputs that depend on the status of texts
   */
  readonly edition: (document: string, bearings: Bearings, tag: Tag, composed: string) => string
}

/** Compares the record of the last build with the present files. */
export function findStanding({ view, documents, tags, formats, output, versions, publicKey }: Asked, record: BuildRecord): Standing {
  const { publication, inputs } = view
  // Pages link to other editions. Those outside this build exist if they were published before.
  const publishedBefore = (document: string): Tag[] =>
    publication.editions.filter((tag) => !tags.includes(tag) && output.published.has(pagePath({ document, tag })))
  const circumstances = [...versions, process.env['SOURCE_DATE_EPOCH'] ?? '', formats.join(), publicKey ?? '']
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
  // Files are looked at before they are read, so that the next build sees changes in between.
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
    front: record.front?.from === from.everything(false) && stand(record.front.outcome) ? record.front : undefined,
    hasManifest:
      output.isComplete &&
      output.publicKey === publicKey &&
      [MANIFEST, SUMS, ...(publicKey === undefined ? [] : [SIGNATURE])].every(isNoted),
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
