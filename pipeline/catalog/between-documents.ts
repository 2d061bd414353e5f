/**
 * Translations that come along when text moves from one document into another: a document that is divided, two that become one, a
 * section that stands elsewhere now. And those of a document that was copied, as the letter of last year is for this year’s.
 */
import type { Catalog } from '../model/catalog.ts'
import type { Segment } from '../model/document.ts'
import type { Tag } from '../model/language.ts'
import { wordsOf } from '../source/words.ts'
import { UNKNOWN, digestOf, type Ledger, type RetiredTranslation } from './ledger.ts'
import { isComplete } from './locales.ts'
import type { Opened } from './open-document.ts'
import { isKnown, type Texts } from './reconcile.ts'
import { retiredOf } from './retired.ts'

/** A document whose folder is gone, and its texts. */
export interface GoneDocument {
  readonly id: string
  readonly texts: Pick<Texts, 'translations' | 'ledgers'>
}

/** Texts of a document that have brought their translations from another. */
export interface Transfer {
  readonly kind: 'moved' | 'copied'
  readonly document: string
  readonly from: string
  /** Present keys, and those that they had there. */
  readonly keys: readonly { readonly key: string; readonly formerKey: string }[]
}

/** A shorter text, such as a heading or a cell, may be another document’s by chance. It comes along with a longer one. */
const WORDS_OF_ONE_TEXT = 5
/** The least share and number of a new document’s longer texts that stand in another, so that it is a copy of it. */
const [SHARE_COPIED, LEAST_COPIED] = [0.5, 3]

/**
 * Gives texts that were never translated the translations that their very source had in another document, where it stands no more.
 * Texts that several documents translate differently stay empty, and so do those that stand in both, but for a new document that
 * is a copy of the other. Pure.
 */
export function transferTranslations(
  opened: readonly Opened[],
  gone: readonly GoneDocument[],
): { readonly opened: readonly Opened[]; readonly transfers: readonly Transfer[] } {
  const available = translationsLeft(opened, gone)
  const originalsOf = originalsAmong(opened)
  const transfers: Transfer[] = []
  const brought = opened.map((each): Opened => {
    const { id, reconciled } = each
    const originals = originalsOf(each)
    const offered = originals.length > 0 ? joined(available, translationsOf(originals)) : available
    const copied = new Set(originals.map((original) => original.id))
    const all = reconciled.translations.map((catalog, index) => movingInto(id, reconciled.document.segments, catalog, reconciled.ledgers[index]!, offered)) // prettier-ignore
    const origins = new Set(all.flatMap((moving) => moving.filter(isLong).flatMap(({ from }) => from.map(({ document }) => document))))
    if (origins.size === 0) return each
    const chosen = all.map((moving) => moving.flatMap((text) => oneOf(text, origins)))
    for (const from of origins) {
      const keys = new Map(chosen.flat().flatMap(({ key, left }) => (left.document === from ? [[key, left.key] as const] : [])))
      if (keys.size > 0)
        transfers.push({
          kind: copied.has(from) ? 'copied' : 'moved',
          document: id,
          from,
          keys: [...keys].map(([key, formerKey]) => ({ key, formerKey })),
        })
    }
    return chosen.reduce(withTranslations, each)
  })
  return { opened: brought, transfers }
}

/** Finds the documents that a new one is a copy of. */
function originalsAmong(opened: readonly Opened[]): (copy: Opened) => Opened[] {
  const known = new Map<Opened, ReadonlySet<string>>()
  const textsOf = (each: Opened): ReadonlySet<string> => {
    const texts = known.get(each) ?? longTexts(each.reconciled)
    known.set(each, texts)
    return texts
  }
  return (copy) => {
    if (!copy.isNew || copy.from !== undefined) return []
    const own = textsOf(copy)
    const isOriginal = (other: Opened): boolean => {
      if (other.id === copy.id || other.isNew) return false
      const texts = textsOf(other)
      return [...own].filter((text) => texts.has(text)).length >= Math.max(own.size * SHARE_COPIED, LEAST_COPIED)
    }
    return opened.filter(isOriginal)
  }
}

/** The longer texts below the front matter, which documents of a series share. */
function longTexts({ document }: Opened['reconciled']): ReadonlySet<string> {
  const texts = document.segments.flatMap(({ kind, text }) => (kind === 'front' ? [] : [text]))
  return new Set(texts.filter((text) => wordsOf(text).length >= WORDS_OF_ONE_TEXT))
}

/** The translations that stand in documents. Whether they are right in a copy nobody has reviewed. */
function translationsOf(originals: readonly Opened[]): LeftBySource {
  return bySource(
    originals.flatMap(({ id, reconciled: { translations, ledgers } }) =>
      translations.flatMap((catalog, index) =>
        newest(id, catalog.tag, standing(catalog, ledgers[index]!)).map((each) => ({ ...each, review: undefined })),
      ),
    ),
  )
}

/** A translation that its document has no more, or that a copy of it takes over. */
interface Left extends RetiredTranslation {
  readonly tag: Tag
  readonly document: string
}

/** Translations that documents have no more, by language and source. */
type LeftBySource = ReadonlyMap<Tag, ReadonlyMap<string, readonly Left[]>>

function translationsLeft(opened: readonly Opened[], gone: readonly GoneDocument[]): LeftBySource {
  const left = [
    ...opened.flatMap(({ id, reconciled }) => reconciled.ledgers.flatMap(({ tag, retired }) => newest(id, tag, retired))),
    ...gone.flatMap(({ id, texts: { translations, ledgers } }) =>
      translations.flatMap((catalog, index) => {
        const ledger = ledgers[index]!
        return newest(id, catalog.tag, [...ledger.retired, ...standing(catalog, ledger)])
      }),
    ),
  ]
  return bySource(left)
}

function bySource(left: readonly Left[]): LeftBySource {
  return new Map([...Map.groupBy(left, ({ tag }) => tag)].map(([tag, each]) => [tag, Map.groupBy(each, ({ basis }) => basis)]))
}

function joined(...all: readonly LeftBySource[]): LeftBySource {
  return bySource(all.flatMap((each) => [...each.values()].flatMap((texts) => [...texts.values()].flat())))
}

/** The translations that stand in a document, as far as it is known what they answer. */
function standing({ entries }: Catalog, { answers }: Ledger): RetiredTranslation[] {
  return [...answers].flatMap(([key, answer]) => {
    const text = entries.get(key)?.text ?? ''
    return text !== '' && isKnown(answer, text) ? [retiredOf(key, text, answer)] : []
  })
}

/** Of several translations of one source the last. */
function newest(document: string, tag: Tag, translations: readonly RetiredTranslation[]): Left[] {
  const known = translations.filter(({ basis }) => basis !== UNKNOWN)
  return [...new Map(known.map((each) => [each.basis, { ...each, tag, document }])).values()]
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
  const ofTag = isComplete(tag) ? left.get(tag) : undefined
  if (!ofTag) return []
  return segments.flatMap(({ key, text: source }) => {
    if (answers.has(key) || (entries.get(key)?.text ?? '') !== '') return []
    const from = ofTag.get(source)?.filter(({ document }) => document !== id) ?? []
    return from.length > 0 ? [{ key, source, from }] : []
  })
}

function isLong({ source }: Moving): boolean {
  return wordsOf(source).length >= WORDS_OF_ONE_TEXT
}

/** A translation and the key at which it now stands. */
interface Transferred {
  readonly key: string
  readonly left: Left
}

/** The translation of some documents, if they agree. */
function oneOf({ key, from }: Moving, documents: ReadonlySet<string>): Transferred[] {
  const [first, ...others] = from.filter(({ document }) => documents.has(document))
  return first && others.every(({ text }) => text === first.text) ? [{ key, left: first }] : []
}

function withTranslations(opened: Opened, chosen: readonly Transferred[], index: number): Opened {
  if (chosen.length === 0) return opened
  const { reconciled, pending } = opened
  const [catalog, ledger] = [reconciled.translations[index]!, reconciled.ledgers[index]!]
  const entries = new Map(catalog.entries)
  const answers = new Map(ledger.answers)
  for (const {
    key,
    left: { text, basis, origin, review },
  } of chosen) {
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
