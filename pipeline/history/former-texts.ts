import { NoAnswer, askGit, readBlobs } from './git.ts'
import { textsIn } from './texts-in.ts'
import { readRepository, versionsOf } from './versions.ts'

/** A text that stood in a locale file, as git knows it. */
export interface FormerText {
  readonly text: string
  /** When it was written: seconds since 1970. */
  readonly written: number
  /** Its author’s name. */
  readonly by: string
  /** The English that it answers. Absent if no commit tells. */
  readonly basis: string | undefined
}

/** Where a text and what belongs to it stand. Paths are relative to the root. */
export interface Place {
  readonly key: string
  /** Locale file. */
  readonly file: string
  /** Files of its English, the first with the key counts. */
  readonly english: readonly string[]
  readonly ledger: string
  /** English that a text answers according to a ledger’s content. */
  readonly recordedIn: (ledger: string, key: string, text: string) => string | undefined
}

/**
 * The texts that a key had in any commit, oldest first, each with the commit that brought it. None if git gives no answer.
 * @param root an absolute path
 */
export async function formerTexts(root: string, { key, file, english, ledger, recordedIn }: Place): Promise<FormerText[]> {
  try {
    const versions = versionsOf((await readRepository(root, 'locales')).versions, [file])
    const blobs = await readBlobs(root, versions.flatMap(({ after, before }) => [after, ...before])) // prettier-ignore
    const textOf = (blob: string): string => textsIn(blobs.get(blob) ?? '').get(key) ?? ''
    const bringing = versions
      .map((version) => ({ ...version, text: textOf(version.after) }))
      .filter(({ text, before }) => text !== '' && before.every((blob) => textOf(blob) !== text))
      .sort((a, b) => a.written - b.written || a.committed - b.committed)
    const beside = await readBlobs(root, bringing.flatMap(({ commit }) => [ledger, ...english].map((path) => `${commit}:./${path}`))) // prettier-ignore
    const authors = await authorsOf(root, bringing.map(({ commit }) => commit)) // prettier-ignore
    return bringing.map(({ commit, text, written }) => {
      const at = (path: string): string => beside.get(`${commit}:./${path}`) ?? ''
      const seen = english.flatMap((path) => textsIn(at(path)).get(key) ?? [])[0]
      return { text, written, by: authors.get(commit) ?? '', basis: recordedIn(at(ledger), key, text) ?? seen }
    })
  } catch (error) {
    if (error instanceof NoAnswer) return []
    throw error
  }
}

async function authorsOf(root: string, commits: readonly string[]): Promise<Map<string, string>> {
  if (commits.length === 0) return new Map()
  const log = ['log', '--no-walk=unsorted', '--stdin', '--format=%H%x09%aN']
  const said = await askGit(root, log, commits.map((commit) => `${commit}\n`).join('')) // prettier-ignore
  return new Map(said.toString().split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t') as [string, string]]))) // prettier-ignore
}
