import { NoAnswer, readBlobs } from './git.ts'
import { listVersions } from './versions.ts'

/**
 * The latest commit in which most of a file’s lost texts stood, and which of the files asked for it has.
 * @param root an absolute path
 * @param files relative to the root; the texts stood in the first
 * @param countIn how many of the texts a former content has
 * @returns nothing where git knows none of the texts, or cannot be asked
 */
export async function lastWith(
  root: string,
  files: readonly [string, ...string[]],
  countIn: (content: string) => number,
): Promise<{ readonly commit: string; readonly files: readonly string[] } | undefined> {
  try {
    const versions = (await listVersions(root, 'locales')).filter(({ path }) => path === files[0])
    const contents = await readBlobs(root, versions.map(({ after }) => after)) // prettier-ignore
    const counted = versions.map(({ commit, committed, after }) => ({ commit, committed, count: countIn(contents.get(after) ?? '{}') }))
    const [best] = counted.toSorted((a, b) => b.count - a.count || b.committed - a.committed)
    if (!best || best.count === 0) return undefined
    const there = await readBlobs(root, files.map((file) => `${best.commit}:./${file}`)) // prettier-ignore
    return { commit: best.commit, files: files.filter((file) => there.has(`${best.commit}:./${file}`)) }
  } catch (error) {
    if (error instanceof NoAnswer) return undefined
    throw error
  }
}
