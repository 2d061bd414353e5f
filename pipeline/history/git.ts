import { spawn } from 'node:child_process'
import { isAtOrAbove } from '../files/disk.ts'
import type { Doubt } from '../model/catalog.ts'

/** Thrown when git gives no answer. */
export class NoAnswer extends Error {
  readonly doubt: Doubt

  constructor(doubt: Doubt) {
    super(`git gives no answer: ${doubt}`)
    this.name = 'NoAnswer'
    this.doubt = doubt
  }
}

/** Options for an untrusted repository: no program from its configuration runs, no lock is taken, nothing is fetched. */
const GUARDS: readonly string[] = [
  '--no-pager',
  '--no-replace-objects',
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'log.showSignature=false', 'log.showRoot=true', 'protocol.allow=never'].flatMap(
    (setting) => ['-c', setting],
  ),
]

/**
 * Variables that a git hook sets for its own repository (git rev-parse --local-env-vars). Their relative paths hold only from its
 * top.
 */
const LOCAL = /^GIT_(?:ALTERNATE_OBJECT_DIRECTORIES|OBJECT_DIRECTORY|DIR|WORK_TREE|IMPLICIT_WORK_TREE|GRAFT_FILE|INDEX_FILE|NO_REPLACE_OBJECTS|REPLACE_REF_BASE|PREFIX|SHALLOW_FILE|COMMON_DIR|CONFIG|EXTERNAL_DIFF|PAGER|TRACE\w*)$/ // prettier-ignore

/** What stands in the top folder of a repository, and in a bare one. */
const TOP = ['.git', 'HEAD']

/** What git says where it gives no answer. A partial clone fetches what it lacks when it is asked, which the guards forbid. */
const REASONS: readonly (readonly [complaint: RegExp, doubt: Doubt])[] = [
  [/not a git repository/i, 'no-repository'],
  [/promisor remote|lazy fetching/i, 'partial'],
]

/** Time limit of a git command in milliseconds. */
const PATIENCE = 60_000

/**
 * Runs a read-only git command in a folder. Returns its output.
 * @param input text for its standard input, such as object names
 * @throws NoAnswer
 */
export async function askGit(folder: string, command: readonly string[], input = ''): Promise<Buffer> {
  // Starting git to be told so would take longer than all else that a small command does.
  if (!isAtOrAbove(folder, TOP)) throw new NoAnswer('no-repository')
  const own = Object.entries(process.env).filter(([name]) => !LOCAL.test(name))
  const env = { ...Object.fromEntries(own), LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1' }
  return new Promise((resolve, reject) => {
    const git = spawn('git', [...GUARDS, ...command], { cwd: folder, env, timeout: PATIENCE, stdio: 'pipe' })
    const said: Buffer[] = []
    let complaint = ''
    git.stdout.on('data', (part: Buffer) => said.push(part))
    git.stderr.on('data', (part: Buffer) => (complaint += part.toString()))
    // Git closes its input if it ends early; its exit code gives the reason.
    git.stdin.on('error', () => undefined)
    git.on('error', () => reject(new NoAnswer('not-installed')))
    git.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(said))
      else reject(new NoAnswer(REASONS.find(([pattern]) => pattern.test(complaint))?.[1] ?? 'refused'))
    })
    git.stdin.end(input)
  })
}

/** Blobs that were read, by folder and name. Their contents never change. */
const kept = new Map<string, string>()
/** Limit of kept blobs: the versions of the files that a person works on. */
const MOST_KEPT = 100

/**
 * Reads blobs by name: a blob id, or `commit:./path`. Missing blobs are left out.
 * @throws NoAnswer
 */
export async function readBlobs(folder: string, names: readonly string[]): Promise<Map<string, string>> {
  const idOf = (name: string): string => `${folder}\n${name}`
  const known = new Map(names.flatMap((name) => (kept.has(idOf(name)) ? [[name, kept.get(idOf(name))!] as const] : [])))
  const read = await askForBlobs(folder, [...new Set(names)].filter((name) => !known.has(name))) // prettier-ignore
  if (kept.size > MOST_KEPT) kept.clear()
  for (const [name, text] of read) kept.set(idOf(name), text)
  return new Map([...known, ...read])
}

async function askForBlobs(folder: string, wanted: readonly string[]): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map()
  const answer = await askGit(folder, ['cat-file', '--batch'], wanted.map((name) => `${name}\n`).join(''))
  const texts = new Map<string, string>()
  let at = 0
  for (const name of wanted) {
    const end = answer.indexOf('\n', at)
    // Header of an object: “<id> blob <size>”, or “<name> missing”.
    const [, type, size] = /^\S+ (blob|commit|tree|tag) (\d+)$/.exec(answer.toString('utf8', at, end)) ?? []
    at = end + 1
    if (type === undefined) continue
    if (type === 'blob') texts.set(name, answer.toString('utf8', at, at + Number(size)))
    at += Number(size) + 1
  }
  return texts
}
