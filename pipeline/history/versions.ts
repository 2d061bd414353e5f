import { askGit } from './git.ts'

/** A commit in which a file differs from every parent’s. */
export interface Version {
  readonly commit: string
  readonly parents: readonly string[]
  /** Author date and commit date, in seconds since 1970. The commit date is later after a rebase, cherry-pick or amend. */
  readonly written: number
  readonly committed: number
  /** True if it joins the commits of a branch by its subject, so that they were written over other English. */
  readonly isSquashed: boolean
  /** Path relative to the folder in question. */
  readonly path: string
  /** Blob ids of the file: its own, and those of the parents. A new file has none from parents. */
  readonly after: string
  readonly before: readonly string[]
  /** Former path, if the commit renamed the file. */
  readonly from?: string
}

/** What a repository knows of the files below a folder. */
export interface Repository {
  /** The latest first. */
  readonly versions: readonly Version[]
  /** True if commits before some are missing. */
  readonly isShallow: boolean
}

/** References to commits that no branch may hold: the other side of an unfinished merge, or commits before a rebase. */
const HEADS = ['MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD', 'REBASE_HEAD', 'FETCH_HEAD', 'ORIG_HEAD']

/** Mark at the start of each commit, and before its subject. It occurs in no line of a diff. */
const COMMIT = '\u0001'

/**
 * Subjects of commits that git and the sites that host it make of a branch, by their own wording: git merge --squash; GitHub, GitLab
 * and Gitea; Azure; Bitbucket.
 */
const SQUASHED = [/^Squashed commit of the following:/, /\((?:#|!)\d+\)$/, /^Merged PR \d+: /, /\(pull request #\d+\)$/]

/** Every commit that something names: branches, stashes and reflogs. */
const ALL = ['--all', '--reflog', '--ignore-missing', ...HEADS]

/**
 * Reads the versions of all files below a folder.
 * @param folder an absolute path
 * @param commits from which git goes back, such as `HEAD`
 * @throws NoAnswer
 */
export async function readRepository(folder: string, below: string, commits: readonly string[] = ALL): Promise<Repository> {
  const shape = ['--full-history', '-c', '-M', '--raw', '--no-abbrev', '--no-ext-diff', '--no-textconv', '--no-relative', '-z']
  const log = ['log', ...commits, ...shape, `--format=%x01%H %at %ct %P%x01%s`, '--', below]
  const lost = commits === ALL ? await lostCommits(folder) : []
  const [place, said] = await Promise.all([
    askGit(folder, ['rev-parse', '--is-shallow-repository', '--show-prefix']),
    // A lost commit may lack what came before it.
    askGit(folder, [log[0]!, '--stdin', ...log.slice(1)], lost.join('\n')).catch(() => askGit(folder, log)),
  ])
  const [isShallow, prefix] = place.toString().split('\n')
  // `--relative` would leave the paths of merges as they are.
  return { versions: parseLog(said.toString(), prefix!), isShallow: isShallow === 'true' }
}

/**
 * The commits that nothing names any more, such as a stash that was taken out over newer English: git keeps them for two weeks or
 * more. @throws NoAnswer
 */
async function lostCommits(folder: string): Promise<string[]> {
  const [objects, named] = await Promise.all([
    askGit(folder, ['cat-file', '--batch-all-objects', '--unordered', '--batch-check=%(objecttype) %(objectname)']),
    askGit(folder, ['rev-list', ...ALL]),
  ])
  const known = new Set(named.toString().split('\n'))
  return objects
    .toString()
    .split('\n')
    .flatMap((line) => (line.startsWith(A_COMMIT) && !known.has(line.slice(A_COMMIT.length)) ? [line.slice(A_COMMIT.length)] : []))
}

const A_COMMIT = 'commit '

/**
 * Parses `git log --raw -z`. Each commit is followed by its files: a line of modes, ids and status, then the path, or two paths
 * for a rename. Paths below the prefix are returned relative to it.
 */
function parseLog(log: string, prefix: string): Version[] {
  const versions: Version[] = []
  const below = (path: string): string => (path.startsWith(prefix) ? path.slice(prefix.length) : path)
  const fields = log.split('\0').map((field) => field.replace(/^\n/, ''))
  let commit: Pick<Version, 'commit' | 'parents' | 'written' | 'committed' | 'isSquashed'> | undefined
  for (let at = 0; at < fields.length; at++) {
    const field = fields[at]!
    if (field.startsWith(COMMIT)) {
      const [facts, subject = ''] = field.slice(1).split(COMMIT)
      const [id, written, committed, ...parents] = facts!.trim().split(' ')
      const isSquashed = parents.length === 1 && SQUASHED.some((form) => form.test(subject.trim()))
      commit = { commit: id!, written: Number(written), committed: Number(committed), parents, isSquashed }
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

/** The versions of files under all their former names. */
export function versionsOf(versions: readonly Version[], paths: readonly string[]): Version[] {
  const names = new Set(paths)
  for (let known = 0; known < names.size;) {
    known = names.size
    for (const { path, from } of versions) if (from !== undefined && names.has(path)) names.add(from)
  }
  return versions.filter(({ path }) => names.has(path))
}
