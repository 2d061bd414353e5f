import type { History } from '../history/witness.ts'
import type { Catalog } from '../model/catalog.ts'
import type { ParsedDocument } from '../model/document.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import { carriedRecord } from './authored-file.ts'
import { correctionsSince } from './corrections.ts'
import { settle } from './interim.ts'
import type { Ledger, RetiredTranslation } from './ledger.ts'
import { readLedger } from './read-ledger.ts'
import { isComplete, localesOf } from './locales.ts'
import { lostIn, type Lost } from './lost.ts'
import { pendingOf, type Move, type Pending } from './pending.ts'
import { reconcile, type Reconciled, type Texts } from './reconcile.ts'
import { readCatalog } from './store.ts'
import { tellApart } from './twins.ts'
import { findWitnesses } from './witnesses.ts'

/** A document with all its texts, in the state after a sync. */
export interface Opened {
  readonly id: string
  readonly reconciled: Reconciled
  readonly shared: ReadonlyMap<string, string>
  readonly lost: readonly Lost[]
  readonly from: string | undefined
  /** True if the English or the keys changed since the last sync. */
  readonly movedOn: boolean
  /** True if git was asked about the writers of translations. */
  readonly isToldByGit: boolean
  /** True if no sync has seen the document. It may be a renamed one, with texts under another id. */
  readonly isNew: boolean
  readonly pending: Pending
}

/**
 * Reads the texts of a document, and reconciles them with its source. Writes nothing.
 * @param formerIdOf finds the id that a document had before its folder was renamed; absent where none can have been
 * @throws Failure for a malformed file
 */
export async function openDocument(
  publication: Publication,
  draft: ParsedDocument,
  formerIdOf: ((id: string) => Promise<string | undefined>) | undefined,
  history: History,
): Promise<Opened> {
  const { id, front } = draft
  const source = front.language ?? publication.source
  const own = await readTexts(publication, id, source)
  const formerId = own.english.layout ? undefined : await formerIdOf?.(id)
  const former = formerId === undefined ? undefined : await readTexts(publication, formerId, source)
  const { texts: present, shared } = tellApart(own)
  const texts = former ? moved(tellApart(former).texts, present) : present
  const names = formerId === undefined ? [id] : [id, formerId]
  const { witnessOf, isAsked } = await findWitnesses(history, texts, names, shared)
  const reconciled = reconcile(draft, texts, isComplete, witnessOf)
  const corrections = front.published === undefined ? undefined : await correctionsSince(history, reconciled, names, front.published)
  const pending = pendingOf(former ? texts : own, reconciled, former && (await moveOf(publication.root, former, own)))
  return {
    id,
    reconciled: { ...reconciled, corrections },
    shared,
    lost: lostIn(reconciled.document.segments, reconciled.translations, texts.ledgers),
    from: formerId,
    movedOn: pending.catalogs.length > 0,
    isToldByGit: isAsked || corrections !== undefined,
    isNew: own.english.layout === undefined,
    pending,
  }
}

/** Reads what is stored of a document’s texts. */
export async function readTexts(publication: Publication, id: string, source: Tag): Promise<Texts> {
  const english = await readCatalog(publication, source, id)
  const translations: Catalog[] = []
  const ledgers: Ledger[] = []
  // One at a time, so that memory holds one long file’s text.
  for (const tag of localesOf(publication, source)) {
    const translation = await readCatalog(publication, tag, id)
    const textOf = (key: string): string => translation.entries.get(key)?.text ?? ''
    translations.push(translation)
    ledgers.push(settle(await readLedger(publication, tag, id, textOf), translation))
  }
  return { english, translations, ledgers }
}

async function moveOf(root: string, former: Texts, own: Texts): Promise<Move> {
  return {
    english: { from: former.english, to: own.english },
    removed: [...former.ledgers, ...former.translations],
    carried: await carriedRecord(root, former.english.namespace, own.english.namespace),
  }
}

/**
 * The texts of a renamed document under its present id. Texts that an interrupted sync already wrote there stay; edits made since
 * at the former place are retired.
 */
function moved(former: Texts, own: Texts): Texts {
  const at = (catalog: Catalog, place: Catalog): Catalog => ({
    ...catalog,
    namespace: place.namespace,
    file: place.file,
    layout: catalog.layout ?? place.layout,
    digest: place.digest,
    entries: new Map([...catalog.entries, ...[...place.entries].filter(([, { text }]) => text !== '')]),
  })
  const translations = former.translations.map((catalog, index) => at(catalog, own.translations[index]!))
  return {
    english: at(former.english, own.english),
    translations,
    ledgers: former.ledgers.map((ledger, index) => {
      const { file, digest, answers, retired } = own.ledgers[index]!
      const overwritten = replacedTexts(former.translations[index]!, own.translations[index]!, former.english)
      const both = { ...ledger, file, digest, retired: [...ledger.retired, ...retired, ...overwritten], replaced: answers }
      return { ...settle(both, translations[index]!), replaced: undefined }
    }),
  }
}

/** Texts of the former catalog that differ in the present one. */
function replacedTexts(former: Catalog, own: Catalog, english: Catalog): RetiredTranslation[] {
  return [...former.entries].flatMap(([key, { text }]) => {
    const present = own.entries.get(key)?.text ?? ''
    return text === '' || present === '' || present === text ? [] : [{ key, basis: english.entries.get(key)?.text ?? '', text }]
  })
}
