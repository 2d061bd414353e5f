import type { TextCollection } from '../catalog/text-collection.ts'
import type { KeyedText, Reconciled, Texts } from '../catalog/reconcile.ts'
import { localesBehind, statesOf } from '../catalog/states.ts'
import { SITE } from '../catalog/store.ts'
import type { Tag } from '../model/language.ts'
import type { Gate, Publication } from '../model/publication.ts'
import type { SegmentState } from '../model/catalog.ts'

/** Outcome of a gate: `passed`, or the gate’s action. */
export type Verdict = 'passed' | Gate['below']

/** State of a document’s edition. Every segment counts in exactly one of five states. */
export interface EditionStatus {
  readonly segments: number
  readonly missing: number
  /** English edited in more than punctuation. */
  readonly stale: number
  /** English edited in punctuation or capitals only, which leaves an edition final. */
  readonly staleMinor: number
  readonly translated: number
  readonly reviewed: number
  /** Texts with an error from a check. They also count in one of the five states. */
  readonly wrong: number
  /** Pictures that cannot be shown. */
  readonly pictures: number
  /** English words of missing and stale segments. */
  readonly wordsToDo: number
  readonly gate: Verdict
  /** True if the edition is final: its own gate and that of the interface are passed. */
  readonly publishable: boolean
}

/** Status by edition. */
export type Statuses = Readonly<Record<Tag, EditionStatus>>

/** Status by document and edition. Interface texts are under `site`. */
export type Status = Readonly<Record<string, Statuses>>

/** Counts the texts of an edition with an error from a check. */
export type CountWrong = (tag: Tag) => number

/**
 * Computes the status of every document and edition.
 * @param countWrong counts for a document id or `site`
 */
export function statusOf(publication: Publication, collection: TextCollection, countWrong: (document: string, tag: Tag) => number): Status {
  const site = statusOfSite(publication, collection.site, (tag) => countWrong(SITE, tag))
  return Object.fromEntries([
    ...collection.documents.map((texts) => {
      const { id } = texts.document
      return [id, statusOfDocument(publication, texts, site, (tag) => countWrong(id, tag))]
    }),
    [SITE, site],
  ])
}

/** Computes the status of the interface texts in every edition. */
export function statusOfSite({ editions, gates }: Publication, site: Texts, countWrong: CountWrong): Statuses {
  const all = [...site.english.entries].map(([key, { text }]): KeyedText => ({ key, text }))
  return Object.fromEntries(
    editions.map((tag) => {
      const segments = all.filter(({ key }) => isAnswered(site, tag, key))
      return [tag, editionStatus(segments, statesOf(tag, segments, site), gates.get(tag)!, isSource(site, tag), true, countWrong(tag), 0)]
    }),
  )
}

/** True if an edition’s locales list an interface text. They leave out texts that come with the language. */
export function isAnswered({ english, translations }: Texts, tag: Tag, key: string): boolean {
  return (
    isSource({ english }, tag) || localesBehind(tag).some((locale) => translations.find((each) => each.tag === locale)?.entries.has(key))
  )
}

/** True if an edition is in the source’s language, or derived from it. */
function isSource({ english }: Pick<Texts, 'english'>, tag: Tag): boolean {
  return localesBehind(tag).includes(english.tag)
}

/**
 * Computes the status of a document in every edition.
 * @param site status of the interface
 */
export function statusOfDocument(
  { editions, gates }: Publication,
  { document: { segments, missing }, ...texts }: Reconciled,
  site: Statuses,
  countWrong: CountWrong,
): Statuses {
  return Object.fromEntries(
    editions.map((tag) => {
      const isSitePassed = site[tag]!.gate === 'passed'
      return [
        tag,
        editionStatus(
          segments,
          statesOf(tag, segments, texts),
          gates.get(tag)!,
          isSource(texts, tag),
          isSitePassed,
          countWrong(tag),
          missing.size,
        ),
      ]
    }),
  )
}

/** Counts the segments that keep an edition below its gate. The source has none. */
function openFor({ requires }: Gate, needsNothing: boolean, states: Iterable<SegmentState>): number {
  if (needsNothing) return 0
  let open = 0
  for (const each of states) {
    const lacksReview = each.state === 'stale' ? !each.reviewed : each.state !== 'reviewed'
    if (each.state === 'missing' || (each.state === 'stale' && !each.minor) || (requires === 'reviewed' && lacksReview)) open++
  }
  return open
}

function editionStatus(
  segments: readonly KeyedText[],
  states: ReadonlyMap<string, SegmentState>,
  gate: Gate,
  needsNothing: boolean,
  isSitePassed: boolean,
  wrong: number,
  pictures: number,
): EditionStatus {
  const count = (of: (state: SegmentState) => boolean): number => [...states.values()].filter(of).length
  const isOpen = (each: SegmentState): boolean => each.state === 'missing' || (each.state === 'stale' && !each.minor)
  const passed = openFor(gate, needsNothing, states.values()) + wrong + pictures === 0
  return {
    segments: segments.length,
    missing: count(({ state }) => state === 'missing'),
    stale: count((each) => each.state === 'stale' && !each.minor),
    staleMinor: count((each) => each.state === 'stale' && each.minor),
    translated: count(({ state }) => state === 'translated'),
    reviewed: count(({ state }) => state === 'reviewed'),
    wrong,
    pictures,
    wordsToDo: segments.reduce((sum, { key, text }) => sum + (isOpen(states.get(key)!) ? countWords(text) : 0), 0),
    gate: passed ? 'passed' : gate.below,
    publishable: passed && isSitePassed,
  }
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
