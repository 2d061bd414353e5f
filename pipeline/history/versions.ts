import { askGit } from './git.ts'

/** A commit that gave a file another content than each of its parents has. */
export interface Version {
  readonly commit: string
  readonly parents: readonly string[]
  /** When it was written, and when it came to stand where it stands: later, where it was rebased, picked or amended. Seconds since 1970. */
  readonly written: number
  readonly committed: number
  /** Relative to the folder that was asked about. */
  readonly path: string
  /** Ids of the contents: the file’s own, and what its parents had, none where it is new. */
  readonly after: string
  readonly before: readonly string[]
  /** The file’s former path where the commit renamed it. */
  readonly from?: string
}

/** What there is of commits that no branch holds yet, or no longer: both sides of a merge that waits, what was rebased. */
const HEADS = ['MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD', 'REBASE_HEAD', 'FETCH_HEAD', 'ORIG_HEAD']

/** Each commit begins with a sign that is in no line of a difference. */
const COMMIT = '\u0001'

/**
 * The versions of all files below a folder in everything that the repository remembers: branches, stashes, reflogs.
 * @param folder an absolute path
 * @throws NoAnswer
 */
export async function listVersions(folder: string, below: string): Promise<Version[]> {
  const shape = ['--full-history', '-c', '-M', '--raw', '--no-abbrev', '--no-ext-diff', '--no-textconv', '--no-relative', '-z']
  const log = ['log', '--all', '--reflog', '--ignore-missing', ...HEADS, ...shape, `--format=%x01%H %at %ct %P`, '--', below]
  const [prefix, said] = await Promise.all([askGit(folder, ['rev-parse', '--show-prefix']), askGit(folder, log)])
  // `--relative` would leave the paths of merges as they are.
  return parseLog(said.toString(), prefix.toString().replace(/\n$/, ''))
}

/** Reads `git log --raw -z`: a commit, and for each file a line of modes, ids and status, and its path, or two where it was renamed; those below the prefix are relative to it. */
function parseLog(log: string, prefix: string): Version[] {
  const versions: Version[] = []
  const below = (path: string): string => (path.startsWith(prefix) ? path.slice(prefix.length) : path)
  const fields = log.split('\0').map((field) => field.replace(/^\n/, ''))
  let commit: Pick<Version, 'commit' | 'parents' | 'written' | 'committed'> | undefined
  for (let at = 0; at < fields.length; at++) {
    const field = fields[at]!
    if (field.startsWith(COMMIT)) {
      const [id, written, committed, ...parents] = field.slice(1).trim().split(' ')
      commit = { commit: id!, written: Number(written), committed: Number(committed), parents }
    } else if (field.startsWith(':') && commit) {
      const ofParents = /^:+/.exec(field)![0].length
      const words = field.slice(ofParents).split(' ')
      const ids = words.slice(ofParents + 1, -1)
      const isRenamed = ofParents === 1 && words.at(-1)!.startsWith('R')
      const from = isRenamed ? below(fields[++at]!) : undefined
      const path = below(fields[++at]!)
      const [after, before] = [ids.at(-1)!, ids.slice(0, -1).filter(isThere)]
      if (isThere(after)) versions.push({ ...commit, path, after, before, ...(from !== undefined && { from }) })
    }
  }
  return versions
}

function isThere(id: string): boolean {
  return !/^0+$/.test(id)
}

/** A file’s versions under all names that it had. */
export function versionsOf(versions: readonly Version[], paths: readonly string[]): Version[] {
  const names = new Set(paths)
  for (let known = 0; known < names.size;) {
    known = names.size
    for (const { path, from } of versions) if (from !== undefined && names.has(path)) names.add(from)
  }
  return versions.filter(({ path }) => names.has(path))
}
