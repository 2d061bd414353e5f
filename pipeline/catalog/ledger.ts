import { asCalled } from '../files/called.ts'
import { hash } from 'node:crypto'
import { join } from 'node:path'
import * as v from 'valibot'
import { readRevision } from '../files/swap.ts'
import { shown } from '../files/identifier.ts'
import { parseJsonObject, type JsonAdvice } from '../files/json.ts'
import { fit, type SchemaError } from '../files/schema-errors.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import type { Doubt } from '../model/catalog.ts'
import { sidesOf } from '../files/conflict-markers.ts'
import { Failure, failure } from '../problem.ts'
import { byName, group, isoDate } from '../publication/schema.ts'

/** The reviewer of a translation, and the day (ISO 8601). */
export interface Review {
  readonly by?: string | undefined
  readonly on: string
}

/** Who brought a text: a person who wrote it, a file of another tool, or a machine. */
export type Origin = 'person' | 'import' | 'machine'

/** A translation as it last answered its English. */
export interface Answer {
  /** The English that it answers, or `UNKNOWN`. */
  readonly basis: string
  /** Digest of the translation. A translation with another digest has been edited since. */
  readonly digest: string
  /** Absent if it is unknown, or the tool copied the source. */
  readonly origin?: Origin | undefined
  readonly review?: Review | undefined
  /** Reason why the basis is uncertain. It is not stored: a sync settles on the basis. */
  readonly doubt?: Doubt | undefined
}

/** Basis of a translation whose English is unknown. */
export const UNKNOWN = ''

/** A translation whose English was removed or edited. `basis` is the English that it answers. */
export interface RetiredTranslation {
  readonly key: string
  readonly basis: string
  readonly text: string
  readonly origin?: Origin | undefined
  readonly review?: Review | undefined
}

/** The memory of one document’s translations in one locale. */
export interface Ledger {
  readonly tag: Tag
  readonly file: string
  /** Answers by key. */
  readonly answers: ReadonlyMap<string, Answer>
  readonly retired: readonly RetiredTranslation[]
  /** Answers of the former texts while the catalog is being replaced, by key. Digests tell former and new texts apart. */
  readonly replaced?: ReadonlyMap<string, Answer> | undefined
  /** Digest of the file as it was read. The file is overwritten only while it still has this digest. */
  readonly digest?: string | undefined
  /** True if the file has conflict markers. Both versions are read, and the next sync writes the file anew. */
  readonly halfMerged?: boolean
}

const VERSION = 1

const anyText = v.string('a text')
const review = v.optional(group({ by: v.optional(anyText), on: isoDate }))
const origin = v.optional(v.picklist(['person', 'import', 'machine'], 'person, import or machine'))
const answer = group({ basis: anyText, digest: anyText, origin, review })
/**
 * By key: the present answer, if the key has a translation, and the retired translations. Git can merge additions to different
 * keys.
 */
const schema = group({
  version: v.literal(VERSION, `version ${VERSION}`),
  translations: byName(
    group({
      answer: v.optional(answer),
      retired: v.optional(v.array(group({ basis: anyText, text: anyText, origin, review }), 'a list of translations')),
    }),
    'translations by key',
  ),
  replaced: v.optional(byName(answer, 'answers by key')),
})

const RESTORE = 'Restore it from its last good version (git checkout). It holds translations: do not delete it.'
const ADVICE: JsonAdvice = {
  repeated: `Keep one of the two entries whole, whichever, and remove the other; then run: ${asCalled('sync')}.`,
  expected: 'the file as the tool wrote it',
  remedy: RESTORE,
  merge: `In each marked place keep the lines of one side, whichever, remove the others and the marks, and run: ${asCalled('sync')}. What each translation answers, the texts and git tell; what the other side had reviewed is to be reviewed again.`,
}

/** Path of a ledger, relative to the root. */
export function ledgerFile(tag: Tag, namespace: string): string {
  return `locales/ledger/${tag}/${namespace}.json`
}

/** Digest of a text: the first 64 bits of its SHA-256 in hexadecimal. */
export function digestOf(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 16)
}

const OF_NOTHING = digestOf('')

/** The answer of a text that a person took away: its source is to be translated again, and no former text returns for it. */
export function emptiedAt(basis: string): Answer {
  return { basis, digest: OF_NOTHING }
}

export function isEmptied(known: Answer | undefined): boolean {
  return known?.digest === OF_NOTHING
}

/**
 * Reads a ledger. A missing one is empty. One with conflict markers is joined from both versions.
 * @param textOf gives the translation at a key; of two answers, the one for this text counts
 * @throws Failure if the file is damaged, newer than this program, or has a conflict inside an entry; it is never overwritten
 * then
 */
export async function readLedger(
  { root }: Publication,
  tag: Tag,
  namespace: string,
  textOf: (key: string) => string = () => '',
): Promise<Ledger> {
  const file = ledgerFile(tag, namespace)
  const read = await readRevision(join(root, file))
  if (read === undefined) return { tag, file, answers: new Map(), retired: [] }
  const text = read.text.replaceAll('\r\n', '\n')
  const sides = sidesOf(text)
  const both = sides && [sides.ours, sides.theirs].map((side) => parseSide(side, file))
  const known = both?.[0] && both[1] ? { ...joinLedgers(both[0], both[1], textOf), halfMerged: true } : parseLedger(text, file)
  return { tag, file, ...known, digest: read.digest }
}

/** English that a text answers according to a ledger’s content. Absent if the content does not know it. */
export function recordedIn(content: string, key: string, text: string): string | undefined {
  const known = parseSide(content, '')?.answers.get(key)
  return known && known.digest === digestOf(text) && known.basis !== UNKNOWN ? known.basis : undefined
}

type Known = Pick<Ledger, 'answers' | 'retired' | 'replaced'>

/** Parses one version of a ledger. Returns nothing if it is not valid by itself. */
function parseSide(text: string, file: string): Known | undefined {
  try {
    return parseLedger(text, file)
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

/** Joins two versions of a ledger. */
function joinLedgers(ours: Known, theirs: Known, textOf: (key: string) => string): Known {
  const knows = (key: string, its: Answer | undefined): boolean => its?.digest === digestOf(textOf(key))
  const answers = new Map([...theirs.answers, ...ours.answers])
  for (const [key, its] of theirs.answers) if (knows(key, its) && !knows(key, ours.answers.get(key))) answers.set(key, its)
  const known = new Set(ours.retired.map((each) => JSON.stringify(each)))
  const retired = [...ours.retired, ...theirs.retired.filter((each) => !known.has(JSON.stringify(each)))]
  const replaced = new Map([...(theirs.replaced ?? []), ...(ours.replaced ?? [])])
  return { answers, retired, ...(replaced.size > 0 && { replaced }) }
}

/**
 * Parses a ledger. Law: `parseLedger(serializeLedger(ledger))` equals the ledger with its lists sorted.
 * @throws Failure if the text is not a ledger
 */
export function parseLedger(text: string, file: string): Pick<Ledger, 'answers' | 'retired' | 'replaced'> {
  const { position } = parseJsonObject(text, file, ADVICE)
  const value: unknown = JSON.parse(text)
  const version = (value as { version?: unknown }).version
  if (typeof version === 'number' && version > VERSION) {
    throw failure({
      rule: 'ledger',
      file,
      position: position(['version']),
      message: 'This ledger was written by a newer version of the tool.',
      found: `version ${version}`,
      expected: `version ${VERSION}`,
      remedy: 'Install the newest version of the program.',
    })
  }
  const fitted = fit(value, schema)
  if ('value' in fitted) {
    const translations = [...fitted.value.translations]
    const { replaced } = fitted.value
    return {
      ...(replaced && { replaced }),
      answers: new Map(translations.flatMap(([key, each]) => (each.answer ? [[key, each.answer]] : []))),
      retired: translations.flatMap(([key, { retired = [] }]) => retired.map((each) => ({ key, ...each }))),
    }
  }
  const [{ path, found, expected }] = fitted.errors as readonly [SchemaError]
  throw failure({
    rule: 'ledger',
    file,
    position: position([...path]),
    message: `This ledger is damaged${path.length > 0 ? ` at “${path.map((step) => shown(String(step))).join(' › ')}”` : ''}.`,
    found,
    expected,
    remedy: RESTORE,
  })
}

/** Serializes a ledger, sorted by key. */
export function serializeLedger({ answers, retired, replaced }: Pick<Ledger, 'answers' | 'retired' | 'replaced'>): string {
  const byKey = Map.groupBy(sortRetired(retired), ({ key }) => key)
  const keys = [...new Set([...answers.keys(), ...byKey.keys()])].sort(compare)
  const translations = keys.map((key) => {
    const present = answers.get(key)
    const former = byKey.get(key)?.map(({ basis, text, origin: from, review: reviewed }) => ({
      basis,
      text,
      ...(from && { origin: from }),
      ...(reviewed && { review: plain(reviewed) }),
    }))
    return [key, { ...(present && { answer: plainAnswer(present) }), ...(former && { retired: former }) }]
  })
  const before = replaced && { replaced: Object.fromEntries([...replaced].map(([key, each]) => [key, plainAnswer(each)])) }
  return `${JSON.stringify({ version: VERSION, translations: Object.fromEntries(translations), ...before }, null, 2)}\n`
}

/** True if two ledgers are serialized alike. */
export function sameLedger(a: Ledger, b: Ledger): boolean {
  if (a.answers.size !== b.answers.size || a.retired.length !== b.retired.length) return false
  if ((a.replaced === undefined) !== (b.replaced === undefined)) return false
  for (const [key, one] of a.answers) {
    const other = b.answers.get(key)
    if (!other || (other !== one && JSON.stringify(plainAnswer(other)) !== JSON.stringify(plainAnswer(one)))) return false
  }
  const others = sortRetired(b.retired)
  return sortRetired(a.retired).every((each, at) => JSON.stringify(each) === JSON.stringify(others[at]))
}

/** An answer with its fields in a fixed order. */
function plainAnswer({ basis, digest, origin: from, review: reviewed }: Answer): Answer {
  return { basis, digest, ...(from && { origin: from }), ...(reviewed && { review: plain(reviewed) }) }
}

function plain({ by, on }: Review): Review {
  return { ...(by !== undefined && { by }), on }
}

function sortRetired(retired: readonly RetiredTranslation[]): RetiredTranslation[] {
  return [...retired].sort((a, b) => compare(a.key, b.key) || compare(a.basis, b.basis) || compare(a.text, b.text))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
