import { join } from 'node:path'
import { digestNow } from '../files/disk.ts'
import { lookAt } from '../files/sighting.ts'
import { folderOf, PAGE_NAME, versionFolder, versionIn } from '../html/file-names.ts'
import type { Named } from '../formats/format.ts'
import type { EditionFacts } from '../model/outcome.ts'
import type { Publication } from '../model/publication.ts'
import { problem, type Problem } from '../problem.ts'
import type { Output } from '../publish/output.ts'

/** A former version of an edition. */
export interface Version {
  /** Folder in the output. */
  readonly folder: string
  /** ISO 8601. */
  readonly day: string
  /** Folder of the edition. */
  readonly of: string
  /** True if it is the edition that this build replaces. */
  readonly isNew: boolean
}

/** The former versions of an edition after a build, the last first. */
export interface Versions {
  readonly all: readonly Version[]
  /** A file of the edition that is replaced, which somebody changed in the output: what was published of it is not there to be kept. */
  readonly changed: string | undefined
  /** The day (ISO 8601) of a final edition that is replaced by one with other texts of the same day, and so is not kept. */
  readonly overwritten: string | undefined
}

/**
 * Tells the former versions of an edition.
 * @param formerly former ids of its document
 * @param now facts of the edition that is made
 */
export type VersionsOf = (
  edition: Named,
  formerly: readonly string[],
  now: Pick<EditionFacts, 'state' | 'version' | 'beside' | 'texts'>,
) => Versions

const NONE: Versions = { all: [], changed: undefined, overwritten: undefined }

/**
 * Opens the former versions in an output folder. A final edition becomes one when a draft or an edition of another day takes its
 * place, and is none any more when it returns.
 */
export function openVersions({ versions }: Publication, { folder: output, published, facts }: Output): VersionsOf {
  if (!versions) return () => NONE
  const isThere = (path: string): boolean => lookAt(join(output, path)).kind === 'file'
  const standing = [...published.keys()].flatMap((path): Version[] => {
    const version = versionIn(path)
    return version && path === `${version.folder}/${PAGE_NAME}` && isThere(path) ? [{ ...version, isNew: false }] : []
  })
  const byEdition = Map.groupBy(standing, ({ of }) => of)
  const changedIn = (of: string): string | undefined =>
    filesIn(of, published).find((path) => digestNow(join(output, path)) !== published.get(path)!.sha256)
  return ({ tag, document }, formerly, now) => {
    if (now.beside) return NONE
    const names = [document, ...formerly].map((each) => folderOf({ tag, document: each }))
    const isNow = ({ day }: Pick<Version, 'day'>): boolean => now.state === 'final' && now.version === day
    const of = names.find((each) => facts.has(each))
    const { state, version: day, texts } = (of !== undefined && facts.get(of)) || {}
    const isReplaced = of !== undefined && state === 'final' && day !== undefined && !isNow({ day }) && published.has(`${of}/${PAGE_NAME}`)
    const changed = isReplaced ? changedIn(of) : undefined
    const replaced: Version[] = isReplaced && changed === undefined ? [{ folder: versionFolder(of, day), day, of, isNew: true }] : []
    const others = names.flatMap((each) => byEdition.get(each) ?? []).filter(({ folder }) => folder !== replaced[0]?.folder)
    const all = [...replaced, ...others].filter((each) => !isNow(each)).sort((a, b) => (a.folder < b.folder ? 1 : -1)).sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)) // prettier-ignore
    const isOther = texts?.sha256 !== undefined && texts.sha256 !== now.texts.sha256
    return { all, changed, overwritten: day !== undefined && state === 'final' && isNow({ day }) && isOther ? day : undefined }
  }
}

/** Paths of the files in a folder of the output. */
export function filesIn(folder: string, published: Output['published']): string[] {
  return [...published.keys()].filter((path) => path.startsWith(`${folder}/`))
}

/** The warning that an edition is not kept. @param path of the file that was changed */
export function notKept(path: string, output: string): Problem {
  return problem({
    rule: 'versions',
    severity: 'warning',
    file: join(output, path),
    message: 'What was published of this edition before was changed in the output, so that it is not kept as a former version.',
    found: 'another file than the one that was published',
    expected: 'the edition as it was published',
    remedy: 'Put its files back from a copy of the output into a folder of their own, if readers are to have it.',
  })
}

/** The note that a document’s editions were replaced by others of the same day. @param source text of its file */
export function underOneDay(document: string, day: string, source: string): Problem {
  return problem({
    rule: 'versions',
    severity: 'info',
    document,
    file: `content/${document}/document.md`,
    position: { line: source.split('\n').findIndex((line) => line.startsWith('date:')) + 1 || 1, column: 1 },
    message:
      'Texts of this document have changed and its day has not: what was published under it is replaced, and not kept as a former version.',
    found: day,
    expected: 'another day, where readers may have the former text',
    remedy:
      'Before it is sent out, go on. After that, give it another “date:”, or add “published:” with its day, and commit each correction.',
  })
}
