import { PARALLEL, parallelTag, versionIn } from '../html/file-names.ts'
import { formatOfFile, isAny, isFrontPage, withNeeded } from '../formats/registry.ts'
import type { FormatName } from '../model/format-name.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'

/** The scope of a build. */
export interface Scope {
  readonly publication: Pick<Publication, 'documents' | 'editions' | 'formats' | 'parallel' | 'versions'>
  readonly documents: readonly string[]
  readonly tags: readonly Tag[]
  readonly formats: readonly FormatName[]
  /** Documents with failures. Their published files remain. */
  readonly failed: ReadonlySet<string>
  /** Folders of the editions that are made or stand. */
  readonly made: ReadonlySet<string>
  readonly isThere: (path: string) => boolean
}

/**
 * True if a build decides about a published file, so that a file that it did not make is removed. A partial build decides about
 * the requested editions; a full build also about editions that no longer exist, and files in formats that the publication is no
 * longer made in.
 * @param path relative to the output folder
 */
export function answersFor(path: string, scope: Scope): boolean {
  if (path.startsWith(`${PARALLEL}/`)) return answersForParallel(path, scope)
  const version = versionIn(path)
  // Former versions of an edition that is not made stay, of a removed document too, and where no more are kept, until somebody takes them away.
  if (version) return (scope.publication.versions && scope.made.has(version.of)) || !scope.isThere(path)
  const { publication, documents, tags, formats, failed } = scope
  const [tag, document, name] = path.split('/') as [Tag, string | undefined, string | undefined]
  const isAll = documents.length === publication.documents.length && tags.length === publication.editions.length
  // Those that lead to editions are made by every build; of a language that is no more, as long as its editions stay.
  if (isFrontPage(path)) return isAll || tag === path || publication.editions.includes(tag)
  if (document === undefined || name === undefined) return isAll && isAny(formats, 'hasAssets')
  if (!publication.editions.includes(tag) || !publication.documents.includes(document)) return isAll
  const isAsked = documents.includes(document) && tags.includes(tag)
  return isAsked && isDecided(formatOfFile(name, { tag, document }), scope, isAll) && !failed.has(document)
}

/** True for a format that is asked for; where all of the publication’s are made of all its editions, any other is one no more. */
function isDecided(format: FormatName, { publication, formats }: Scope, isAll: boolean): boolean {
  const own = withNeeded(publication.formats)
  return formats.includes(format) || (isAll && own.every((each) => formats.includes(each)) && !own.includes(format))
}

/** The same for a file of editions that stand side by side: a build of one of them makes it. */
function answersForParallel(path: string, scope: Scope): boolean {
  const { publication, documents, tags, failed } = scope
  const [, columns = '', document = '', name = ''] = path.split('/')
  const isAll = documents.length === publication.documents.length && tags.length === publication.editions.length
  const isThere = publication.documents.includes(document) && publication.parallel.some((each) => parallelTag(each) === columns)
  if (!isThere) return isAll
  const isAsked = documents.includes(document) && tags.some((tag) => columns.split('+').includes(tag))
  return isAsked && isDecided(formatOfFile(name, { tag: columns, document }), scope, isAll) && !failed.has(document)
}
