import type { Catalog, Document, Draft, Entry, Tag } from '../model.ts'
import { assignKeys, type KeyReport } from '../source/keys.ts'
import { digestOf, type Answer, type Ledger, type RetiredTranslation } from './ledger.ts'
import { keepOrder } from './order.ts'

/** What the tree holds of one document's texts. */
export interface Texts {
  /** The English catalog of the last sync. */
  readonly english: Catalog
  /** What people translate and override: every locale but English. */
  readonly translations: readonly Catalog[]
  /** One for each of the translations, in the same order. */
  readonly ledgers: readonly Ledger[]
}

/** A document with its keys, and its texts as they are after a sync. */
export interface Reconciled extends Texts {
  readonly document: Document
  readonly report: KeyReport
}

/** A key and its present English. */
export interface KeyedText {
  readonly key: string
  readonly text: string
}

/**
 * Brings the texts up to a draft: keys carried over, new keys added empty, translations of English that is gone
 * moved to the ledger, and back when it returns. Pure: `sync` writes the result, the other commands work with it.
 * Law: every text of a translation is afterwards in its catalog or in its ledger.
 * @param complete tags whose catalogs list every key, empty where untranslated; others hold overrides alone
 */
export function reconcile(draft: Draft, texts: Texts, complete: (tag: Tag) => boolean): Reconciled {
  const previous = new Map([...texts.english.entries].map(([key, { text }]) => [key, text]))
  const remembered = texts.ledgers.flatMap(({ retired }) => retired.map(({ key, basis }) => [key, basis] as const))
  const { document, report } = assignKeys(draft, previous, remembered)
  const entries = new Map(
    document.segments.map(({ key, text }) => [key, { text, position: texts.english.entries.get(key)?.position ?? NOWHERE }]),
  )
  return { document, report, english: { ...texts.english, entries }, ...bringUp(document.segments, previous, texts, complete) }
}

/**
 * Brings translations and ledgers up to the present English, when the keys are given.
 * @param previous key → English text of the last sync
 */
export function bringUp(
  segments: readonly KeyedText[],
  previous: ReadonlyMap<string, string>,
  { translations, ledgers }: Pick<Texts, 'translations' | 'ledgers'>,
  complete: (tag: Tag) => boolean,
): Pick<Texts, 'translations' | 'ledgers'> {
  const renamed = renamedKeys(segments, previous)
  const pairs = translations.map((catalog, index) =>
    bringUpOne(segments, previous, renamed, catalog, ledgers[index]!, complete(catalog.tag)),
  )
  return { translations: pairs.map((pair) => pair.catalog), ledgers: pairs.map((pair) => pair.ledger) }
}

/** A key that stands in no file yet. */
const NOWHERE = { line: 1, column: 1 }

/** New key → former key of the same English: an id of the programme that was renamed. */
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
): { catalog: Catalog; ledger: Ledger } {
  const retired = new Retired(ledger.retired)
  const entries = new Map<string, Entry>()
  const answers = new Map<string, Answer>()
  const done = new Set<string>()
  for (const { key, text: english } of segments) {
    const entry = catalog.entries.get(key)
    const former = entry?.text ? undefined : renamed.get(key)
    if (former !== undefined) done.add(former)
    done.add(key)
    const present = translationOf(former ?? key, english, previous, catalog, ledger, retired)
    const { text, answer } = present.untouched ? (retired.takeBack(key, english, present) ?? present) : present
    if (text !== '' || complete) entries.set(key, entry?.text === text ? entry : { text, position: entry?.position ?? NOWHERE })
    if (!answer) continue
    answers.set(key, answer)
    // Should the translator now write over it, the answer to the former English is not lost.
    if (answer.basis === english) retired.forget(key, answer, text)
    else retired.add({ key, basis: answer.basis, text, review: answer.review })
  }
  for (const [key, entry] of catalog.entries) {
    if (done.has(key)) continue
    const { text } = entry
    const known = ledger.answers.get(key)
    const basis = previous.get(key) ?? known?.basis
    // A key that no document had is a translator's slip: it stays in the file, and `check` names it.
    if (basis === undefined) entries.set(key, entry)
    else if (known?.digest === digestOf(text)) retired.add({ key, basis: known.basis, text, review: known.review })
    else if (text !== '') retired.add({ key, basis, text })
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
    ledger: { ...ledger, answers, retired: retired.list() },
  }
}

interface Translation {
  readonly text: string
  /** None where there is no text. */
  readonly answer: Answer | undefined
  /** Whether the English has changed under a text that has not, or there is none: then what answered this very English may come back. */
  readonly untouched: boolean
}

/**
 * A key's translation and which English it answers. A text that changed since the last sync answers the English of that
 * time, which is the present one unless that changed too: then nobody can know, and it is stale until confirmed.
 */
function translationOf(
  key: string,
  english: string,
  previous: ReadonlyMap<string, string>,
  { entries }: Catalog,
  { answers }: Ledger,
  retired: Retired,
): Translation {
  const text = entries.get(key)?.text ?? ''
  if (text === '') return { text, answer: undefined, untouched: true }
  const known = answers.get(key)
  const digest = digestOf(text)
  // Where the English is that of the last sync, that sync has left the text where it stands.
  if (known?.digest === digest) return { text, answer: known, untouched: ![known.basis, previous.get(key)].includes(english) }
  const basis = retired.has({ key, basis: english, text }) ? english : (previous.get(key) ?? english)
  return { text, answer: { basis, digest }, untouched: false }
}

/** The retired translations of one locale while they are brought up. */
class Retired {
  readonly #byKey = new Map<string, RetiredTranslation[]>()

  constructor(retired: readonly RetiredTranslation[]) {
    for (const each of retired) this.add(each)
  }

  has({ key, basis, text }: RetiredTranslation): boolean {
    return this.#of(key).some((each) => each.basis === basis && each.text === text)
  }

  add(translation: RetiredTranslation): void {
    if (this.has(translation)) return
    this.#byKey.set(translation.key, [...this.#of(translation.key), translation])
  }

  /** Gives what once answered this very English, and keeps in its stead what stands there now. */
  takeBack(key: string, english: string, present: Translation): Translation | undefined {
    const found = this.#of(key).findLast((each) => each.basis === english)
    if (!found) return undefined
    this.#remove(found)
    if (present.answer) this.add({ key, basis: present.answer.basis, text: present.text, review: present.answer.review })
    return { text: found.text, answer: { basis: english, digest: digestOf(found.text), review: found.review }, untouched: false }
  }

  /** Drops what is in the catalog again. */
  forget(key: string, { basis }: Answer, text: string): void {
    const found = this.#of(key).find((each) => each.basis === basis && each.text === text)
    if (found) this.#remove(found)
  }

  list(): RetiredTranslation[] {
    return [...this.#byKey.values()].flat()
  }

  #of(key: string): readonly RetiredTranslation[] {
    return this.#byKey.get(key) ?? []
  }

  #remove(translation: RetiredTranslation): void {
    this.#byKey.set(
      translation.key,
      this.#of(translation.key).filter((each) => each !== translation),
    )
  }
}
