import { staysAsItIs } from '../language/acronyms.ts'
import type { Tag } from '../model/language.ts'
import type { Document, ParsedDocument, SegmentKind } from '../model/document.ts'
import type { Catalog, Corrections, Doubt, Entry } from '../model/catalog.ts'
import { assignKeys, type KeyReport } from './keys.ts'
import type { Witness } from '../history/witness.ts'
import { UNKNOWN, digestOf, emptiedAt, isEmptied, type Answer, type Ledger } from './ledger.ts'
import { keepOrder } from './order.ts'
import { Retired, retiredOf, type Translation } from './retired.ts'

/** The stored texts of one document. */
export interface Texts {
  /** English catalog of the last sync. */
  readonly english: Catalog
  /** Catalogs of all locales except English. */
  readonly translations: readonly Catalog[]
  /** Ledgers of the translations, in the same order. */
  readonly ledgers: readonly Ledger[]
}

/** A document with its keys and texts, in the state after a sync. */
export interface Reconciled extends Texts {
  readonly document: Document
  readonly report: KeyReport
  /** Former keys by new ones with the same English, as when an id in the programme was renamed. */
  readonly renamed: ReadonlyMap<string, string>
  /** Absent for a document that does not say since when it is public. */
  readonly corrections?: Corrections | undefined
}

/** A key and its present English. */
export interface KeyedText {
  readonly key: string
  readonly text: string
  /** Kind of segment. Absent for interface texts. */
  readonly kind?: SegmentKind
}

/**
 * Gives the English that the writer of a text saw, for texts that the ledger does not know. Absent if the English beside it
 * counts.
 */
export type WitnessOf = (tag: Tag, key: string) => Witness | undefined

/**
 * Reconciles texts with a draft. Keys are carried over and new keys added empty. Translations of removed English move to the
 * ledger, and back when the English returns. Pure: `sync` writes the result, other commands use it. Law: every translation is
 * afterwards in its catalog or its ledger.
 * @param complete tells whether a locale’s catalogs list every key, empty if untranslated; others list only overrides
 */
export function reconcile(draft: ParsedDocument, texts: Texts, complete: (tag: Tag) => boolean, witnessOf: WitnessOf): Reconciled {
  const previous = new Map([...texts.english.entries].map(([key, { text }]) => [key, text]))
  const remembered = texts.ledgers.flatMap(({ retired }) => retired.map(({ key, basis }) => [key, basis] as const))
  const { document, report } = assignKeys(draft, previous, remembered)
  const entries = new Map(
    document.segments.map(({ key, text }) => [key, { text, position: texts.english.entries.get(key)?.position ?? NOWHERE }]),
  )
  return {
    document,
    report,
    renamed: renamedKeys(document.segments, previous),
    english: { ...texts.english, entries },
    ...bringUp(document.segments, previous, texts, complete, witnessOf),
  }
}

/**
 * Reconciles translations and ledgers with the present English, when keys are known.
 * @param previous English texts of the last sync by key
 */
export function bringUp(
  segments: readonly KeyedText[],
  previous: ReadonlyMap<string, string>,
  { translations, ledgers }: Pick<Texts, 'translations' | 'ledgers'>,
  complete: (tag: Tag) => boolean,
  witnessOf: WitnessOf,
): Pick<Texts, 'translations' | 'ledgers'> {
  const renamed = renamedKeys(segments, previous)
  const pairs = translations.map((catalog, index) =>
    bringUpOne(segments, previous, renamed, catalog, ledgers[index]!, complete(catalog.tag), witnessOf),
  )
  return { translations: pairs.map((pair) => pair.catalog), ledgers: pairs.map((pair) => pair.ledger) }
}

/** Position of a key that is in no file yet. */
const NOWHERE = { line: 1, column: 1 }

/** New key → former key with the same English, as when an id in the programme was renamed. */
function renamedKeys(segments: readonly KeyedText[], previous: ReadonlyMap<string, string>): Map<string, string> {
  const present = new Set(segments.map(({ key }) => key))
  const gone = new Map([...previous].filter(([key]) => !present.has(key)).map(([key, text]) => [text, key]))
  return new Map(
    segments.flatMap(({ key, text }) => {
      const former = previous.has(key) ? undefined : gone.get(text)
      return former === undefined ? [] : [[key, former] as const]
    }),
  )
}

function bringUpOne(
  segments: readonly KeyedText[],
  previous: ReadonlyMap<string, string>,
  renamed: ReadonlyMap<string, string>,
  catalog: Catalog,
  ledger: Ledger,
  complete: boolean,
  witnessOf: WitnessOf,
): { catalog: Catalog; ledger: Ledger } {
  const retired = new Retired(ledger.retired)
  const entries = new Map<string, Entry>()
  const answers = new Map<string, Answer>()
  const done = new Set<string>()
  const canEmpty = complete && !isWiped(catalog.entries)
  for (const { key, text: english, kind } of segments) {
    const entry = catalog.entries.get(key)
    const former = entry?.text ? undefined : renamed.get(key)
    if (former !== undefined) done.add(former)
    done.add(key)
    const present = translationOf(former ?? key, english, previous, catalog, ledger, retired, canEmpty, witnessOf)
    const { text, answer } = (present.untouched ? retired.takeBack(key, english, present) : undefined) ?? takenOver(present, catalog.tag, english, kind) // prettier-ignore
    if (text !== '' || complete) entries.set(key, entry?.text === text ? entry : { text, position: entry?.position ?? NOWHERE })
    if (!answer) continue
    answers.set(key, answer)
    // The answer to the former English is kept in case the translator overwrites it now.
    if (answer.basis === english) retired.forget(key, answer, text)
    else retired.add(retiredOf(key, text, answer))
  }
  for (const [key, entry] of catalog.entries) {
    if (done.has(key)) continue
    const { text } = entry
    const known = ledger.answers.get(key)
    const basis = previous.get(key) ?? known?.basis
    // A key that no document had is probably a typing error. It stays in the file, and `check` reports it.
    if (basis === undefined) entries.set(key, entry)
    else if (known?.digest === digestOf(text)) retired.add(retiredOf(key, text, known))
    else retired.add({ key, basis, text })
  }
  return {
    catalog: {
      ...catalog,
      entries: keepOrder(entries, {
        document: segments.map(({ key }) => key),
        previous: [...previous.keys()],
        file: [...catalog.entries.keys()],
      }),
    },
    ledger: { ...ledger, answers, retired: retired.list(), replaced: undefined },
  }
}

/** The translation of a key, and the English that it answers. */
function translationOf(
  key: string,
  english: string,
  previous: ReadonlyMap<string, string>,
  { tag, entries }: Catalog,
  { answers }: Ledger,
  retired: Retired,
  canEmpty: boolean,
  witnessOf: WitnessOf,
): Translation {
  const text = entries.get(key)?.text ?? ''
  const recorded = answers.get(key)
  if (text === '') return emptied(recorded, previous.get(key) ?? english, english, canEmpty)
  const known = isEmptied(recorded) ? undefined : recorded
  const digest = digestOf(text)
  // If the last sync saw the present English, it deliberately left the text in place.
  if (known && isKnown(known, text)) return { text, answer: known, untouched: ![known.basis, previous.get(key)].includes(english) }
  const former = retired.formerOf(key, text)
  const best = former.find(({ basis }) => basis === english) ?? former.at(-1)
  if (best) return { text, answer: { basis: best.basis, digest, origin: best.origin }, untouched: false }
  const witness = witnessOf(tag, key)
  // Git may now know what was unknown at an earlier sync, if more of its history is available.
  if (known?.digest === digest && witness?.kind !== 'saw') return { text, answer: known, untouched: false }
  const origin = known?.digest === digest ? known.origin : 'person'
  return { text, answer: { ...answered(known, previous.get(key) ?? english, witness), digest, origin }, untouched: false }
}

/**
 * A missing translation. Where one stood at the last sync, a person took it away.
 * @param beside English of the last sync
 * @param isMeant false for an override, and if the file has no text at all, because it was lost then
 */
function emptied(recorded: Answer | undefined, beside: string, english: string, isMeant: boolean): Translation {
  const isNew = recorded !== undefined && !isEmptied(recorded)
  const answer = !isNew ? recorded : isMeant ? emptiedAt(beside) : undefined
  return { text: '', answer, untouched: answer?.basis !== english }
}

function isWiped(entries: Catalog['entries']): boolean {
  for (const { text } of entries.values()) if (text !== '') return false
  return true
}

/** Copies a table cell that is the same in the language, such as “NATO” in Albanian, unless it was translated. */
function takenOver(present: Translation, tag: Tag, english: string, kind: SegmentKind | undefined): Translation {
  const isOwn = present.text === '' || (present.untouched && present.text === present.answer?.basis)
  if (kind !== 'cell' || !isOwn || isEmptied(present.answer) || !staysAsItIs(tag, english)) return present
  return { text: english, answer: { basis: english, digest: digestOf(english) }, untouched: false }
}

/** True if the ledger knows which English a text answers. */
export function isKnown(answer: Answer | undefined, text: string): boolean {
  return answer !== undefined && answer.basis !== UNKNOWN && answer.digest === digestOf(text)
}

/**
 * The English that a new or edited text answers: the English that its writer saw. If that is unknown, the English of the last
 * sync is assumed. If this differs from the ledger’s basis, the text is in doubt, and stale until confirmed.
 * @param beside English of the last sync
 */
function answered(known: Answer | undefined, beside: string, witness: Witness = { kind: 'beside' }): Pick<Answer, 'basis' | 'doubt'> {
  const basis = known?.basis ?? UNKNOWN
  if (witness.kind === 'beside') return { basis: beside }
  if (witness.kind === 'saw') {
    const isOlder = witness.imported && basis !== UNKNOWN && basis !== witness.english
    return isOlder ? { basis, doubt: 'imported' } : { basis: witness.english }
  }
  if (basis === UNKNOWN) return HAS_HISTORY.has(witness.doubt) ? { basis, doubt: witness.doubt } : { basis: beside }
  return basis === beside ? { basis } : { basis, doubt: witness.doubt }
}

/** Doubts in which git has the text: it was written at an unknown time, not at the last sync. */
const HAS_HISTORY: ReadonlySet<Doubt> = new Set<Doubt>(['shallow', 'partial', 'moved'])
