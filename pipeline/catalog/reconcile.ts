import type { Catalog, Document, Draft, Entry, Tag } from '../model.ts'
import { assignKeys, type KeyReport } from '../source/keys.ts'
import type { Ledger, RetiredTranslation } from './ledger.ts'

/** What the tree holds of one document's texts. */
export interface Texts {
  /** The English catalog of the last sync. */
  readonly english: Catalog
  /** What people translate and override: every locale but English. */
  readonly translations: readonly Catalog[]
  readonly ledgers: readonly Ledger[]
}

/** A document with its keys, and its texts as they are after a sync. */
export interface Reconciled extends Texts {
  readonly document: Document
  readonly report: KeyReport
}

/**
 * Brings the texts up to a draft: keys carried over, new keys added empty, translations of English that is gone
 * moved to the ledger, and back when it returns. Pure: `sync` writes the result, the other commands work with it.
 * Law: every text of a translation is afterwards in its catalog or in its ledger.
 * @param complete tags whose catalogs list every key, empty where untranslated; others hold overrides alone
 */
export function reconcile(draft: Draft, texts: Texts, complete: (tag: Tag) => boolean): Reconciled {
  const previous = new Map([...texts.english.entries].map(([key, { text }]) => [key, text]))
  const remembered = new Map(texts.ledgers.flatMap((ledger) => ledger.retired.map(({ key, basis }) => [key, basis] as const)))
  const { document, report } = assignKeys(draft, previous, remembered)
  const pairs = texts.translations.map((catalog) => {
    const ledger = texts.ledgers.find(({ tag }) => tag === catalog.tag)!
    return bringUp(document, previous, catalog, ledger, complete(catalog.tag))
  })
  return {
    document,
    report,
    english: { ...texts.english, entries: englishEntries(document, texts.english) },
    translations: pairs.map((pair) => pair.catalog),
    ledgers: pairs.map((pair) => pair.ledger),
  }
}

function englishEntries(document: Document, { entries }: Catalog): Map<string, Entry> {
  return new Map(document.segments.map(({ key, text }) => [key, { text, position: entries.get(key)?.position ?? NOWHERE }]))
}

/** A key that stands in no file yet. */
const NOWHERE = { line: 1, column: 1 }

function bringUp(
  document: Document,
  previous: ReadonlyMap<string, string>,
  catalog: Catalog,
  ledger: Ledger,
  complete: boolean,
): { catalog: Catalog; ledger: Ledger } {
  const retired = [...ledger.retired]
  const entries = new Map<string, Entry>()
  for (const { key, text: english } of document.segments) {
    const entry = catalog.entries.get(key)
    const current = previous.has(key) && previous.get(key) !== english ? undefined : entry
    const returned = current?.text ? undefined : takeBack(retired, key, english)
    const text = returned ?? current?.text ?? ''
    if (text !== '' || complete) entries.set(key, { text, position: entry?.position ?? NOWHERE })
  }
  for (const [key, { text, position }] of catalog.entries) {
    const basis = previous.get(key)
    if (entries.get(key)?.text === text) continue
    // A key that no document had is a translator's slip: it stays in the file, and `check` names it.
    if (basis === undefined) entries.set(key, { text, position })
    else if (text !== '') retire(retired, { key, basis, text })
  }
  return { catalog: { ...catalog, entries }, ledger: { ...ledger, retired } }
}

function takeBack(retired: RetiredTranslation[], key: string, basis: string): string | undefined {
  const index = retired.findIndex((each) => each.key === key && each.basis === basis)
  return index < 0 ? undefined : retired.splice(index, 1)[0]!.text
}

function retire(retired: RetiredTranslation[], translation: RetiredTranslation): void {
  const known = retired.some((each) => each.key === translation.key && each.basis === translation.basis && each.text === translation.text)
  if (!known) retired.push(translation)
}
