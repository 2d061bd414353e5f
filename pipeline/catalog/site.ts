import type { History } from '../history/witness.ts'
import { SOURCE_TAG, type Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import type { Catalog } from '../model/catalog.ts'
import { PUBLICATION_FILE } from '../publication/publication.ts'
import { kindOfChange } from '../compare/change.ts'
import { packTexts } from '../language/interface-texts.ts'
import { interfaceWork, type InterfaceTexts } from './interface-work.ts'
import type { KeyReport } from './keys.ts'
import { readLedger } from './read-ledger.ts'
import { settle } from './interim.ts'
import { isComplete } from './locales.ts'
import { lostIn, type Lost } from './lost.ts'
import { messageFor } from './message-for.ts'
import { pendingOf, type Pending } from './pending.ts'
import { bringUp, type KeyedText, type Texts } from './reconcile.ts'
import { SITE, readCatalog, readTexts, refuseTwins } from './store.ts'
import { findWitnesses, siteMemory } from './witnesses.ts'

/** The interface texts that a publication must translate. */
export interface SiteTexts extends Texts {
  /** Keys of built-in texts, which each locale may override. */
  readonly overridable: readonly string[]
}

/** The interface texts in the state after a sync. A sync never writes their English. */
export interface Site {
  readonly id: typeof SITE
  /** Texts that the publication must translate. A complete locale lists exactly these. */
  readonly texts: SiteTexts
  /** All texts that pages can use. */
  readonly all: InterfaceTexts
  /** Changes of keys since the last sync. Absent before the first. */
  readonly report: KeyReport | undefined
  readonly lost: readonly Lost[]
  /** True if the English changed since the last sync. */
  readonly movedOn: boolean
  /** True if git was asked about the writers of translations. */
  readonly isToldByGit: boolean
  readonly pending: Pending
}

/**
 * Reads the interface texts and reconciles them with the English. Writes nothing.
 * @throws Failure if a file cannot be read
 */
export async function readSite(publication: Publication, locales: readonly Tag[], history: History): Promise<Site> {
  const memoryFile = siteMemory(publication.source)
  const [written, memory, translations, read, brought] = await Promise.all([
    readCatalog(publication, publication.source, SITE),
    readTexts(publication, memoryFile),
    Promise.all(locales.map((tag) => readCatalog(publication, tag, SITE))),
    Promise.all(locales.map((tag) => readLedger(publication, tag, SITE))),
    Promise.all([SOURCE_TAG, publication.source, ...locales].map(async (tag) => [tag, await packTexts(publication.root, tag)] as const)),
  ])
  const builtIn = new Map(brought)
  const ledgers = read.map((ledger, index) => settle(ledger, translations[index]!))
  for (const catalog of [written, ...translations]) refuseTwins(catalog)
  const work = interfaceWork(withPublisher(written, publication), translations, (tag) => builtIn.get(tag)!)
  const { english } = work
  const segments = [...english.entries].map(([key, { text }]) => ({ key, text }))
  const previous = new Map([...memory.entries].map(([key, { text }]) => [key, text]))
  const before: Texts = { english: { ...english, ...memory }, translations, ledgers }
  const { witnessOf, isAsked } = await findWitnesses(history, before, [SITE])
  const pairs = translations.map((catalog, index) =>
    bringUp(work.segmentsOf(catalog), previous, { translations: [catalog], ledgers: [ledgers[index]!] }, isComplete, witnessOf),
  )
  const after: SiteTexts = {
    english,
    overridable: [...builtIn.get(SOURCE_TAG)!.keys()],
    translations: pairs.flatMap((pair) => pair.translations),
    ledgers: pairs.flatMap((pair) => pair.ledgers),
  }
  const remembered = { ...english, file: memoryFile, layout: memory.layout, digest: memory.digest }
  const pending = pendingOf(before, { ...after, english: remembered }, undefined)
  // Before the first sync the memory file does not exist.
  const movedOn = pending.catalogs.some(({ file }) => file !== memoryFile || memory.layout !== undefined)
  const report = memory.layout === undefined ? undefined : reportOf(segments, previous)
  return {
    id: SITE,
    texts: after,
    all: work.textsOver(after.translations),
    report,
    lost: after.translations.flatMap((catalog, index) => lostIn(work.segmentsOf(catalog), [catalog], [ledgers[index]!])),
    movedOn,
    isToldByGit: isAsked,
    pending,
  }
}

/** The report of interface keys. People choose these keys, so that a key always means the same text. */
function reportOf(segments: readonly KeyedText[], previous: ReadonlyMap<string, string>): KeyReport {
  const present = new Set(segments.map(({ key }) => key))
  return {
    kept: segments.flatMap(({ key, text }) => (previous.get(key) === text ? [key] : [])),
    moved: [],
    edited: segments.flatMap(({ key, text: after }) => {
      const before = previous.get(key)
      return before === undefined || before === after ? [] : [{ key, kind: kindOfChange(before, after), before, after }]
    }),
    split: [],
    merged: [],
    new: segments.flatMap(({ key }) => (previous.has(key) ? [] : [key])),
    returned: [],
    retired: [...previous.keys()].filter((key) => !present.has(key)),
  }
}

/** Interface keys of the publisher’s texts in `publication.yaml`, with their fields. */
const PUBLISHER = {
  publisher: 'publisher',
  'publisher.about': 'about',
  'publisher.address': 'address',
  'publisher.contact': 'contact',
  'publisher.disclaimer': 'disclaimer',
  'publisher.licence': 'licence',
  'publisher.logo': 'logoWords',
} as const

/** Adds the publisher’s texts to the English interface texts, in alphabetical place. Their English is in `publication.yaml`. */
function withPublisher(english: Catalog, publication: Publication): Catalog {
  let entries = [...english.entries].filter(([key]) => !Object.hasOwn(PUBLISHER, key))
  for (const [key, field] of Object.entries(PUBLISHER)) {
    const text = publication[field]
    if (text === undefined) continue
    const at = entries.findIndex(([each]) => each > key)
    const entry = { text: messageFor(text), file: PUBLICATION_FILE, position: publication.places.get(field)! }
    entries = entries.toSpliced(at < 0 ? entries.length : at, 0, [key, entry])
  }
  return { ...english, entries: new Map(entries) }
}
