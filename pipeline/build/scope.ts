import { formatOfFile, isAny, type FormatName } from '../formats/registry.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'

/** What a build was asked to make. */
export interface Scope {
  readonly publication: Pick<Publication, 'documents' | 'editions'>
  readonly documents: readonly string[]
  readonly tags: readonly Tag[]
  readonly formats: readonly FormatName[]
  /** Documents of which something could not be made: what was published of them before stands. */
  readonly failed: ReadonlySet<string>
}

/**
 * Whether a build answers for a published file, so that the file goes where the build does not make it: of what it was asked for,
 * and of documents and editions that are no more, where it was asked for all that there are.
 * @param path relative to the output folder
 */
export function answersFor(path: string, { publication, documents, tags, formats, failed }: Scope): boolean {
  const [tag, document, name] = path.split('/') as [Tag, string | undefined, string | undefined]
  const isAll = documents.length === publication.documents.length && tags.length === publication.editions.length
  if (document === undefined || name === undefined) return isAll && isAny(formats, 'hasAssets')
  if (!publication.editions.includes(tag) || !publication.documents.includes(document)) return isAll
  const isAsked = documents.includes(document) && tags.includes(tag) && formats.includes(formatOfFile(name, { tag, document }))
  return isAsked && !failed.has(document)
}
