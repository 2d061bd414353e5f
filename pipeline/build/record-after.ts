import { join } from 'node:path'
import { lookAt } from '../files/sighting.ts'
import type { PublishedFile } from '../model/outcome.ts'
import type { Publication } from '../model/publication.ts'
import { SEALS } from '../publish/manifest.ts'
import type { Output } from '../publish/output.ts'
import type { Made } from './make-documents.ts'
import type { BuildRecord, DocumentRow } from './record.ts'
import type { Standing } from './standing.ts'

/** A completed build. */
interface Ended {
  readonly publication: Publication
  /** Documents of this build. */
  readonly documents: readonly string[]
  readonly output: Output
  readonly record: BuildRecord
  readonly standing: Standing
  readonly made: Made
  /** The pages that lead to all that stands now. Absent if they are to be made again. */
  readonly front: readonly PublishedFile[] | undefined
}

/** Creates the record for the next build: new results, and known results of other documents. */
export function recordAfter({ publication, documents: built, output, record, standing, made, front: leading }: Ended): BuildRecord {
  const { from } = standing
  // A file that changed during the build may have been read before or after the change.
  const now = standing.fromNow()
  const isSteady = now.everything(false) === from.everything(false)
  const isSame = (id: string, { bearings }: Pick<DocumentRow, 'bearings'>): boolean =>
    now.document(id, bearings) === from.document(id, bearings)
  const news = [...made.rows].map(([id, { isLasting, ...row }]): [string, DocumentRow | undefined] => {
    // Inputs that were read before they were looked at may have changed in between.
    const asked = row.bearings.isNew ? publication.documents : row.bearings.linked
    const isSure = isLasting && isSame(id, row) && asked.every((other) => built.includes(other))
    return [id, isSure ? { ...row, from: from.document(id, row.bearings) } : undefined]
  })
  const rows = Object.entries({ ...record.documents, ...Object.fromEntries(news) }).filter(
    ([id, row]) => row !== undefined && publication.documents.includes(id),
  )
  const documents = Object.fromEntries(rows as [string, DocumentRow][])
  const { isToldByGit } = made.site
  const site = isSteady ? { from: from.everything(isToldByGit), outcome: made.site, isToldByGit } : undefined
  const lasting = (outcome: readonly PublishedFile[]) => (isSteady ? { from: from.everything(false), outcome } : undefined)
  const assets = made.assets ? lasting(made.assets) : record.assets
  const front = leading && lasting(leading)
  const files = [
    ...Object.values(documents).flatMap(({ outcome }) => outcome.editions.flatMap((each) => each.files)),
    ...(assets?.outcome ?? []),
    ...(leading ?? []),
  ]
  const stamps = [...SEALS, ...files.map(({ path }) => path)].flatMap((path) => {
    const found = lookAt(join(output.folder, path))
    return found.kind === 'file' ? [[path, found.stamp] as const] : []
  })
  return { known: standing.known(), site, assets, front, documents, stamps: Object.fromEntries(stamps) }
}
