/**
 * Translations that come along when text moves from one document into another: a document that is divided, two that become one, a
 * section that stands elsewhere now.
 */
import type { Catalog } from '../model/catalog.ts'
import type { Segment } from '../model/document.ts'
import type { Tag } from '../model/language.ts'
import { wordsOf } from '../source/words.ts'
import { UNKNOWN, digestOf, type Answer, type Ledger } from './ledger.ts'
import { isComplete } from './locales.ts'
import type { Opened } from './open-document.ts'
import { isKnown, type Texts } from './reconcile.ts'

/** A document whose folder is gone, and its texts. */
export interface GoneDocument {
  readonly id: string
  readonly texts: Pick<Texts, 'translations' | 'ledgers'>
}

/** Texts of a document that have brought their translations from another. */
export interface Crossed {
  readonly document: string
  readonly from: string
  readonly keys: readonly string[]
}

/** A shorter text, such as a heading or a cell, may be another document’s by chance. It comes along with a longer one. */
const WORDS_OF_ONE_TEXT = 5

/**
 * Gives texts that were never translated the translations that their very source had in another document, where it stands no more.
 * Texts that several documents translate differently stay empty, and so do those that stand in both. Pure.
 */
export function bringAcross(
  opened: readonly Opened[],
  gone: readonly GoneDocument[],
): { readonly opened: readonly Opened[]; readonly crossed: readonly Crossed[] } {
  const left = translationsLeft(opened, gone)
  const crossed: Crossed[] = []
  const brought = opened.map((each): Opened => {
    const { id, reconciled } = each
    const all = reconciled.translations.map((catalog, index) => movingInto(id, reconciled.document.segments, catalog, reconciled.ledgers[index]!, left)) // prettier-ignore
    const origins = new Set(all.flatMap((moving) => moving.filter(isLong).flatMap(({ from }) => from.map(({ document }) => document))))
    if (origins.size === 0) return each
    const chosen = all.map((moving) => moving.flatMap((text) => oneOf(text, origins)))
    for (const from of origins) {
      const keys = new Set(chosen.flat().flatMap(({ key, document }) => (document === from ? [key] : [])))
      if (keys.size > 0) crossed.push({ document: id, from, keys: [...keys] })
    }
    return chosen.reduce(withTranslations, each)
  })
  return { opened: brought, crossed }
}

/** A translation that its document has no more. */
interface Left extends Pick<Answer, 'basis' | 'origin' | 'review'> {
  readonly document: string
  readonly text: string
}

/** Translations that documents have no more, by language and source. */
type LeftBySource = ReadonlyMap<Tag, ReadonlyMap<string, readonly Left[]>>

function translationsLeft(opened: readonly Opened[], gone: readonly GoneDocument[]): LeftBySource {
  const byTag = new Map<Tag, Left[]>()
  const add = (tag: Tag, left: readonly Left[]): void => void byTag.set(tag, [...(byTag.get(tag) ?? []), ...left])
  for (const { id: document, reconciled } of opened)
    for (const { tag, retired } of reconciled.ledgers) add(tag, newest(retired.map((each) => ({ ...each, document }))))
  for (const { id: document, texts } of gone)
    for (const [index, { tag, entries }] of texts.translations.entries()) {
      const { retired, answers } = texts.ledgers[index]!
      const standing = [...answers].flatMap(([key, answer]) => {
        const text = entries.get(key)?.text ?? ''
        return text !== '' && isKnown(answer, text) ? [{ ...answer, text, document }] : []
      })
      add(tag, newest([...retired.map((each) => ({ ...each, document })), ...standing]))
    }
  return new Map([...byTag].map(([tag, left]) => [tag, Map.groupBy(left, ({ basis }) => basis)]))
}

/** Of several translations of one source the last. */
function newest(left: readonly Left[]): Left[] {
  return [...new Map(left.filter(({ basis }) => basis !== UNKNOWN).map((each) => [each.basis, each])).values()]
}

/** A text without translation, and those that its source has left in other documents. */
interface Moving {
  readonly key: string
  readonly source: string
  readonly from: readonly Left[]
}

/** The texts of a document that nobody has translated, or taken away, and whose source was translated in another. */
function movingInto(
  id: string,
  segments: readonly Segment[],
  { tag, entries }: Catalog,
  { answers }: Ledger,
  left: LeftBySource,
): Moving[] {
  const bySource = isComplete(tag) ? left.get(tag) : undefined
  if (!bySource) return []
  return segments.flatMap(({ key, text: source }) => {
    if (answers.has(key) || (entries.get(key)?.text ?? '') !== '') return []
    const from = bySource.get(source)?.filter(({ document }) => document !== id) ?? []
    return from.length > 0 ? [{ key, source, from }] : []
  })
}

function isLong({ source }: Moving): boolean {
  return wordsOf(source).length >= WORDS_OF_ONE_TEXT
}

/** The translation of some documents, if they agree. */
function oneOf({ key, from }: Moving, documents: ReadonlySet<string>): (Left & { readonly key: string })[] {
  const [first, ...others] = from.filter(({ document }) => documents.has(document))
  return first && others.every(({ text }) => text === first.text) ? [{ ...first, key }] : []
}

function withTranslations(opened: Opened, chosen: readonly (Left & { readonly key: string })[], index: number): Opened {
  if (chosen.length === 0) return opened
  const { reconciled, pending } = opened
  const [catalog, ledger] = [reconciled.translations[index]!, reconciled.ledgers[index]!]
  const entries = new Map(catalog.entries)
  const answers = new Map(ledger.answers)
  for (const { key, text, basis, origin, review } of chosen) {
    entries.set(key, { ...catalog.entries.get(key)!, text })
    answers.set(key, { basis, digest: digestOf(text), origin, review })
  }
  const [filled, after] = [
    { ...catalog, entries },
    { ...ledger, answers },
  ]
  const known = pending.ledgers.find((change) => change.after === ledger)
  return {
    ...opened,
    movedOn: true,
    reconciled: {
      ...reconciled,
      translations: reconciled.translations.with(index, filled),
      ledgers: reconciled.ledgers.with(index, after),
    },
    pending: {
      ...pending,
      catalogs: [...pending.catalogs.filter((each) => each !== catalog), filled],
      ledgers: [...pending.ledgers.filter((each) => each !== known), { before: known?.before ?? ledger, after }],
    },
  }
}
