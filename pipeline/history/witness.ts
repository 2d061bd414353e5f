import { resolve } from 'node:path'
import { digestNow } from '../files/disk.ts'
import type { Doubt } from '../model/catalog.ts'
import { askGit, NoAnswer, readBlobs } from './git.ts'
import { textsSince, type Since } from './since.ts'
import { textsIn } from './texts-in.ts'
import { readRepository, versionsOf, type Repository, type Version } from './versions.ts'

/** The English that the writer of a text saw. */
export type Witness =
  /**
   * The writer saw this English. `imported` means that the commit added the whole file, whose texts may be older than their
   * English.
   */
  | { readonly kind: 'saw'; readonly english: string; readonly imported: boolean }
  /** The text is in no commit yet, so that the English beside it counts. */
  | { readonly kind: 'beside' }
  | { readonly kind: 'unknown'; readonly doubt: Doubt }

/** A question about the writer of a text in a locale file. */
export interface Question {
  readonly key: string
  /** Key at the time of writing. It differs from `key` only if two texts shared one. */
  readonly writtenAt: string
  readonly text: string
  /** The present English. If commits of the same second disagree, the differing English counts. */
  readonly english: string
}

/** A locale file, with the places of its English and its ledger. Paths are relative to the root. */
export interface Subject {
  /** Present and known former paths. */
  readonly paths: readonly string[]
  /** English files beside a path of the locale file. The first with the key counts. */
  readonly englishBeside: (path: string) => readonly string[]
  /** Ledger file beside a path of the locale file. */
  readonly ledgerBeside: (path: string) => string
  /** English that a text answers according to a ledger’s content. Absent if the ledger does not know the text. */
  readonly recordedIn: (ledger: string, key: string, text: string) => string | undefined
}

/** The history of the texts below `locales/`. */
export interface History {
  /** Answers questions by key. The repository is read on the first call. */
  ask(subject: Subject, questions: readonly Question[]): Promise<ReadonlyMap<string, Witness>>
  /** Compares a locale file with what it was on a day. @param paths present and former paths of the file @param day ISO 8601 */
  since(paths: readonly string[], day: string): Promise<Since | Doubt | undefined>
}

/**
 * Opens the history of a publication. No process starts before the first question.
 * @param root an absolute path
 */
export function openHistory(root: string): History {
  let read: Promise<Repository> | undefined
  let present: Promise<Repository> | undefined
  return {
    async ask(subject, questions) {
      if (questions.length === 0) return new Map()
      try {
        return await answer(root, await (read ??= readRepository(root, 'locales')), subject, questions)
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error
        return new Map(questions.map(({ key }) => [key, { kind: 'unknown', doubt: error.doubt }]))
      }
    },
    async since(paths, day) {
      try {
        const { versions, isShallow } = await (present ??= readRepository(root, 'locales', ['HEAD']))
        return await textsSince(root, versions, isShallow, paths, day)
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error
        return error.doubt
      }
    },
  }
}

/**
 * Names the state of the repository: its HEAD, and the extent of a shallow history. Answers may differ when it changes.
 * @param root an absolute path
 */
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
  /** The English recorded in the commit’s own ledger. It exists if a sync ran between writing and committing. */
  readonly recordedAt: (version: Version) => string | undefined
  readonly sawAt: (version: Version) => string | undefined
  /** True if the key had another English at some time. */
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
  // The English that the writer saw is in an unknown commit.
  if (decisive.text === undefined || (wasMoved(decisive.version) && hasChanged())) return { kind: 'unknown', doubt: 'moved' }
  return { kind: 'saw', english: decisive.text, imported: decisive.version.before.length === 0 }
}

type TextOf = (blob: string, key: string) => string | undefined

/**
 * The versions in which a text first appeared at its key, in no parent before. A text that is restored, cherry-picked or rebased
 * keeps its origin. Several versions may share one second.
 */
function originsOf(versions: readonly Version[], { writtenAt: key, text }: Question, textOf: TextOf): Version[] {
  const bringing = versions.filter(({ after, before }) => textOf(after, key) === text && before.every((blob) => textOf(blob, key) !== text))
  const [first] = bringing.toSorted((a, b) => a.written - b.written || a.committed - b.committed)
  return first ? bringing.filter(({ written, committed }) => written === first.written && committed === first.committed) : []
}

/**
 * True if a commit was moved: rebased, squashed, cherry-picked or sent by mail. An amended commit does not count; its predecessor has
 * the same author date and parents.
 */
function isMoved({ commit, parents, written, committed, isSquashed }: Version, versions: readonly Version[]): boolean {
  if (isSquashed) return true
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

/** Reads the requested keys from catalogs. A file that is not JSON, such as one with conflict markers, has no texts. */
async function readTexts(root: string, names: readonly string[], questions: readonly Question[]): Promise<TextOf> {
  const keys = questions.map(({ writtenAt }) => writtenAt)
  const texts = new Map<string, ReadonlyMap<string, string>>()
  for (const [name, blob] of await readBlobs(root, names)) {
    const values = textsIn(blob)
    texts.set(name, new Map(keys.flatMap((key) => (values.has(key) ? [[key, values.get(key)!]] : []))))
  }
  return (name, key) => texts.get(name)?.get(key)
}
