import { join } from 'node:path'
import { digestNow } from '../files/disk.ts'
import { lookAt } from '../files/sighting.ts'
import { folderOf, PAGE_NAME, versionFolder, versionIn } from '../html/file-names.ts'
import type { Named } from '../formats/format.ts'
import type { EditionFacts } from '../model/outcome.ts'
import type { Publication } from '../model/publication.ts'
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

/**
 * Tells the former versions of an edition after a build, the last first.
 * @param formerly former ids of its document
 * @param now facts of the edition that is made
 */
export type VersionsOf = (
  edition: Named,
  formerly: readonly string[],
  now: Pick<EditionFacts, 'state' | 'version' | 'beside'>,
) => readonly Version[]

/**
 * Opens the former versions in an output folder. A final edition becomes one when a draft or an edition of another day takes its
 * place, and is none any more when it returns.
 */
export function openVersions({ versions }: Publication, { folder: output, published, facts }: Output): VersionsOf {
  if (!versions) return () => []
  const isThere = (path: string): boolean => lookAt(join(output, path)).kind === 'file'
  const standing = [...published.keys()].flatMap((path): Version[] => {
    const version = versionIn(path)
    return version && path === `${version.folder}/${PAGE_NAME}` && isThere(path) ? [{ ...version, isNew: false }] : []
  })
  const byEdition = Map.groupBy(standing, ({ of }) => of)
  // What was changed by another hand is not what was published.
  const isSound = (of: string): boolean =>
    published.has(`${of}/${PAGE_NAME}`) &&
    filesIn(of, published).every((path) => digestNow(join(output, path)) === published.get(path)!.sha256)
  return ({ tag, document }, formerly, now) => {
    if (now.beside) return []
    const names = [document, ...formerly].map((each) => folderOf({ tag, document: each }))
    const isNow = ({ day }: Pick<Version, 'day'>): boolean => now.state === 'final' && now.version === day
    const of = names.find((each) => facts.has(each))
    const { state, version: day } = (of !== undefined && facts.get(of)) || {}
    const isReplaced = of !== undefined && state === 'final' && day !== undefined && !isNow({ day }) && isSound(of)
    const replaced: Version[] = isReplaced ? [{ folder: versionFolder(of, day), day, of, isNew: true }] : []
    const others = names.flatMap((each) => byEdition.get(each) ?? []).filter(({ folder }) => folder !== replaced[0]?.folder)
    return [...replaced, ...others].filter((each) => !isNow(each)).sort((a, b) => (a.folder < b.folder ? 1 : -1)).sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)) // prettier-ignore
  }
}

/** Paths of the files in a folder of the output. */
export function filesIn(folder: string, published: Output['published']): string[] {
  return [...published.keys()].filter((path) => path.startsWith(`${folder}/`))
}
