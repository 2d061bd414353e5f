import * as v from 'valibot'
import { asCalled } from '../files/called.ts'
import { shown } from '../files/identifier.ts'
import { parseJsonObject, type JsonAdvice } from '../files/json.ts'
import { fit, type SchemaError } from '../files/schema-errors.ts'
import { failure } from '../problem.ts'
import { byName, group, isoDate } from '../publication/schema.ts'
import type { Answer, Known, Ledger, RetiredTranslation, Review } from './ledger.ts'

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
/** Made at each call: it tells the command line as it is called now. */
const advice = (): JsonAdvice => ({
  repeated: `Keep one of the two entries whole, whichever, and remove the other; then run: ${asCalled('sync')}.`,
  expected: 'the file as the tool wrote it',
  remedy: RESTORE,
  merge: `In each marked place keep the lines of one side, whichever, remove the others and the marks, and run: ${asCalled('sync')}. What each translation answers, the texts and git tell; what the other side had reviewed is to be reviewed again.`,
})

/**
 * Parses a ledger. Law: `parseLedger(serializeLedger(ledger))` equals the ledger with its lists sorted.
 * @throws Failure if the text is not a ledger
 */
export function parseLedger(text: string, file: string): Known {
  const { position } = parseJsonObject(text, file, advice())
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
export function serializeLedger({ answers, retired, replaced }: Known): string {
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
