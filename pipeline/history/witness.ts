import { resolve } from 'node:path'
import { digestNow } from '../files/disk.ts'
import type { Doubt } from '../model/catalog.ts'
import { askGit, NoAnswer, readBlobs } from './git.ts'
import { listVersions, versionsOf, type Version } from './versions.ts'

/** What the writer of a text had before their eyes. */
export type Witness =
  /** This English. `imported` where the commit brought the whole file: its texts may be older than their English. */
  | { readonly kind: 'saw'; readonly english: string; readonly imported: boolean }
  /** What stands beside it: the text is in no commit yet. */
  | { readonly kind: 'beside' }
  | { readonly kind: 'unknown'; readonly doubt: Doubt }

/** A text of a locale file whose writer is asked for. Paths are relative to the root, the English for each of the file’s former names. */
export interface Question {
  readonly key: string
  /** The key that it had when it was written, which is the same unless two texts shared one. */
  readonly writtenAt: string
  readonly text: string
  /** Its English now: where two commits of one moment tell otherwise, the other counts. */
  readonly english: string
}

/** A locale file, and where the English of the same document stood when it had a certain path. */
export interface Subject {
  /** Its path, and former ones that are known. */
  readonly paths: readonly string[]
  /** Files with the English beside a path of the file; the first that has the key counts. */
  readonly englishBeside: (path: string) => readonly string[]
  /** The file in which the tool wrote down what the texts answer. */
  readonly ledgerBeside: (path: string) => string
  /** The English that a text answers by the content of such a file; nothing where that does not know the text. */
  readonly recordedIn: (ledger: string, key: string, text: string) => string | undefined
}

/** What a repository remembers of the texts below `locales/`. */
export interface History {
  /** Answers by key; what is read of the repository is read when first asked. */
  ask(subject: Subject, questions: readonly Question[]): Promise<ReadonlyMap<string, Witness>>
}

/** Opens the history of a publication. No process is started before the first question. @param root an absolute path */
export function openHistory(root: string): History {
  let read: Promise<Repository> | undefined
  return {
    async ask(subject, questions) {
      if (questions.length === 0) return new Map()
      try {
        return await answer(root, await (read ??= readRepository(root)), subject, questions)
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error
        return new Map(questions.map(({ key }) => [key, { kind: 'unknown', doubt: error.doubt }]))
      }
    },
  }
}

/** Names what git can tell: another commit, or more of the history, may tell otherwise. @param root an absolute path */
export async function historyName(root: string): Promise<string> {
  try {
    const told = (await askGit(root, ['rev-parse', '--is-shallow-repository', 'HEAD', '--git-path', 'shallow'])).toString()
    const [isShallow, , path = ''] = told.split('\n')
    return isShallow === 'true' ? `${told}${digestNow(resolve(root, path))}` : told
  } catch (error) {
    if (error instanceof NoAnswer) return error.doubt
    throw error
  }
}

interface Repository {
  readonly versions: readonly Version[]
  readonly isShallow: boolean
}

async function readRepository(root: string): Promise<Repository> {
  const [shallow, versions] = await Promise.all([askGit(root, ['rev-parse', '--is-shallow-repository']), listVersions(root, 'locales')])
  return { versions, isShallow: shallow.toString().trim() === 'true' }
}

async function answer(
  root: string,
  { versions: all, isShallow }: Repository,
  subject: Subject,
  questions: readonly Question[],
): Promise<Map<string, Witness>> {
  const versions = versionsOf(all, subject.paths)
  if (versions.length === 0) return new Map(questions.map(({ key }) => [key, { kind: 'unknown', doubt: 'untracked' }]))
  const textOf = await readTexts(root, versions.flatMap(({ after, before }) => [after, ...before]), questions) // prettier-ignore
  const origins = new Map(questions.map((question) => [question, originsOf(versions, question, textOf)]))
  const englishVersions = versionsOf(all, versions.flatMap(({ path }) => subject.englishBeside(path))) // prettier-ignore
  const places = (version: Version): string[] => subject.englishBeside(version.path).map((path) => `${version.commit}:./${path}`)
  const moved = [...origins.values()].flat().filter((version) => isMoved(version, versions))
  const wanted = [...[...origins.values()].flat().flatMap(places), ...(moved.length > 0 ? englishVersions.map(({ after }) => after) : [])]
  const englishOf = await readTexts(root, wanted, questions)
  const ledgerOf = (version: Version): string => `${version.commit}:./${subject.ledgerBeside(version.path)}`
  const ledgers = await readBlobs(root, [...origins.values()].flat().map(ledgerOf))
  return new Map(
    questions.map((question) => [
      question.key,
      witnessOf(question, origins.get(question)!, {
        recordedAt: (version) => subject.recordedIn(ledgers.get(ledgerOf(version)) ?? '', question.writtenAt, question.text),
        sawAt: (version) => places(version).flatMap((place) => englishOf(place, question.writtenAt) ?? [])[0],
        hasChanged: () => new Set(englishVersions.flatMap(({ after }) => englishOf(after, question.writtenAt) ?? [])).size > 1,
        isShallow,
        isMoved: (version) => isMoved(version, versions),
      }),
    ]),
  )
}

interface Circumstances {
  /** What the commit’s own ledger says that the text answers: it was written, and then came a sync, before both were committed. */
  readonly recordedAt: (version: Version) => string | undefined
  readonly sawAt: (version: Version) => string | undefined
  /** Whether the key ever had another English. */
  readonly hasChanged: () => boolean
  readonly isShallow: boolean
  readonly isMoved: (version: Version) => boolean
}

function witnessOf(
  { english }: Question,
  origins: readonly Version[],
  { recordedAt, sawAt, hasChanged, isShallow, isMoved: wasMoved }: Circumstances,
): Witness {
  if (origins.length === 0) return { kind: 'beside' }
  const recorded = origins.flatMap((version) => recordedAt(version) ?? [])
  if (recorded.length > 0) return { kind: 'saw', english: recorded.find((text) => text !== english) ?? english, imported: false }
  if (isShallow && origins.some(({ parents }) => parents.length === 0)) return { kind: 'unknown', doubt: 'shallow' }
  const seen = origins.map((version) => ({ version, text: sawAt(version) }))
  const decisive = seen.find(({ text }) => text !== english) ?? seen[0]!
  // The English as its writer saw it stands in a commit that is not known here.
  if (decisive.text === undefined || (wasMoved(decisive.version) && hasChanged())) return { kind: 'unknown', doubt: 'moved' }
  return { kind: 'saw', english: decisive.text, imported: decisive.version.before.length === 0 }
}

type TextOf = (blob: string, key: string) => string | undefined

/**
 * The first versions that had a text at its key when none of their parents had: where it was written. Restored, picked or
 * rebased, it keeps its origin. Several where they are of one second.
 */
function originsOf(versions: readonly Version[], { writtenAt: key, text }: Question, textOf: TextOf): Version[] {
  const bringing = versions.filter(({ after, before }) => textOf(after, key) === text && before.every((blob) => textOf(blob, key) !== text))
  const [first] = bringing.toSorted((a, b) => a.written - b.written || a.committed - b.committed)
  return first ? bringing.filter(({ written, committed }) => written === first.written && committed === first.committed) : []
}

/**
 * Whether a commit is not where it was written: rebased, picked, sent by mail. One that was amended is: the commit before it,
 * of the same moment, has the same parents.
 */
function isMoved({ commit, parents, written, committed }: Version, versions: readonly Version[]): boolean {
  if (written >= committed) return false
  return !versions.some(
    (other) =>
      other.commit !== commit &&
      other.written === written &&
      other.committed < committed &&
      other.parents.length === parents.length &&
      other.parents.every((parent, at) => parent === parents[at]),
  )
}

/** What the catalogs of these names say at the keys that are asked for. What is no JSON, such as a half-merged file, says nothing. */
async function readTexts(root: string, names: readonly string[], questions: readonly Question[]): Promise<TextOf> {
  const keys = questions.map(({ writtenAt }) => writtenAt)
  const texts = new Map<string, ReadonlyMap<string, string>>()
  for (const [name, blob] of await readBlobs(root, names)) {
    const values = parse(blob)
    texts.set(name, new Map(keys.flatMap((key) => (typeof values.get(key) === 'string' ? [[key, values.get(key) as string]] : []))))
  }
  return (name, key) => texts.get(name)?.get(key)
}

function parse(text: string): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
  } catch {
    return new Map()
  }
}
