import { NoAnswer, readBlobs } from './git.ts'
import { readRepository } from './versions.ts'

/**
 * Finds the commit in which most of a file’s lost texts stood, the latest of equals, and the requested files that it has.
 * @param root an absolute path
 * @param files relative to the root; the first held the texts
 * @param countIn counts the lost texts in a former content
 * @returns nothing if git knows none of the texts, or gives no answer
 */
export async function lastWith(
  root: string,
  files: readonly [string, ...string[]],
  countIn: (content: string) => number,
): Promise<{ readonly commit: string; readonly files: readonly string[] } | undefined> {
  try {
    const versions = (await readRepository(root, 'locales')).versions.filter(({ path }) => path === files[0])
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
