import { NoAnswer, readBlobs } from './git.ts'
import { readRepository, type Version } from './versions.ts'

/** The last version of a file that had something in it. */
export interface LastStanding {
  /** A commit in which the file is as it was then. */
  readonly commit: string
  readonly content: string
}

/**
 * Finds the last version of files in the history of the present commit. What stands on other branches alone was never lost here.
 * @param root an absolute path
 * @param files relative to the root, below `locales/`
 * @param holds true for a content that has something in it
 * @returns by file; without those that git knows nothing of
 */
export async function lastStanding(
  root: string,
  files: readonly string[],
  holds: (file: string, content: string) => boolean,
): Promise<Map<string, LastStanding>> {
  try {
    const versions = Map.groupBy((await readRepository(root, 'locales', ['HEAD'])).versions, ({ path }) => path)
    const found = new Map<string, LastStanding>()
    // Most files are found in their last version.
    for (let back = 0; ; back++) {
      const asked = files.flatMap((file) => (found.has(file) ? [] : (versions.get(file)?.slice(back, back + 1) ?? [])))
      if (asked.length === 0) break
      const contents = await readBlobs(root, asked.map(({ after }) => after)) // prettier-ignore
      for (const { path, after, commit } of asked) {
        const content = contents.get(after)
        if (content !== undefined && holds(path, content)) found.set(path, { commit, content })
      }
    }
    return await inOneCommit(root, found, [...versions.values()].flat())
  } catch (error) {
    if (error instanceof NoAnswer) return new Map()
    throw error
  }
}

/** Gives files the latest commit of all of them where they are in it as they last stood, so that one command restores them. */
async function inOneCommit(
  root: string,
  found: ReadonlyMap<string, LastStanding>,
  versions: readonly Version[],
): Promise<Map<string, LastStanding>> {
  const commits = new Set([...found.values()].map(({ commit }) => commit))
  const latest = versions.toSorted((a, b) => b.committed - a.committed).find(({ commit }) => commits.has(commit))?.commit
  if (latest === undefined) return new Map(found)
  const there = await readBlobs(root, [...found.keys()].map((file) => `${latest}:./${file}`)) // prettier-ignore
  return new Map(
    [...found].map(([file, last]) => [file, there.get(`${latest}:./${file}`) === last.content ? { ...last, commit: latest } : last]),
  )
}
