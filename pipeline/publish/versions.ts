import { PAGE_NAME, versionIn } from '../html/file-names.ts'
import type { KeptVersion, Manifest, Published } from './manifest.ts'

/** Folder of the files that web pages share. */
const SHARED = 'assets/'

/**
 * What a manifest is to tell of the former versions among the files of a folder.
 * @param files after the build
 * @param before manifest before it, which tells of editions that are former versions now
 * @param textOf the text of a file, now or as it is to be
 */
export function versionsAmong(
  files: ReadonlyMap<string, Published>,
  before: Manifest,
  textOf: (path: string) => string,
): ReadonlyMap<string, KeptVersion> {
  const shared = [...before.files.keys()].filter((path) => path.startsWith(SHARED)).sort()
  return new Map(
    [...files].flatMap(([path, { sha256 }]) => {
      const version = versionIn(path)
      if (version === undefined || path !== `${version.folder}/${PAGE_NAME}`) return []
      const known = before.versions.get(version.folder)
      if (known && before.files.get(path)?.sha256 === sha256) return [[version.folder, known] as const]
      const own = before.facts.get(version.of)
      const facts = own?.version === version.day ? { facts: own } : known?.facts && { facts: known.facts }
      return [[version.folder, { assets: neededBy(textOf(path), shared, textOf), ...facts }] as const]
    }),
  )
}

/** Shared files that a page names, and those that its style sheets do. */
function neededBy(page: string, shared: readonly string[], textOf: (path: string) => string): string[] {
  const named = shared.filter((path) => page.includes(path))
  const styles = named.filter((path) => path.endsWith('.css')).map(textOf)
  const isInStyles = (path: string): boolean => styles.some((css) => css.includes(path.slice(SHARED.length)))
  return shared.filter((path) => named.includes(path) || isInStyles(path))
}
