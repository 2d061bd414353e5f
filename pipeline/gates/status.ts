import type { Library } from '../catalog/library.ts'
import type { KeyedText, Reconciled, Texts } from '../catalog/reconcile.ts'
import { localesBehind, statesOf } from '../catalog/states.ts'
import { SITE } from '../catalog/store.ts'
import type { Tag } from '../model/language.ts'
import type { Gate, Publication } from '../model/publication.ts'
import type { SegmentState } from '../model/catalog.ts'

/** What the gate lets through: the edition is final, or what happens to it instead. */
export type Verdict = 'passed' | Gate['below']

/** How far a document's edition is: every segment is counted in one of the five. */
export interface EditionStatus {
  readonly segments: number
  readonly missing: number
  /** Whose English changed in more than punctuation. */
  readonly stale: number
  /** Whose English changed in punctuation or capitals alone: they leave an edition final. */
  readonly staleMinor: number
  readonly translated: number
  readonly reviewed: number
  /** Texts in which a check found an error; they are counted above as well. */
  readonly wrong: number
  /** Pictures that cannot be shown. */
  readonly pictures: number
  /** English words of the missing and the stale segments. */
  readonly wordsToDo: number
  readonly gate: Verdict
  /** Whether the edition would be final: its own gate is passed and that of the interface around it. */
  readonly publishable: boolean
}

/** Edition → status. */
export type Statuses = Readonly<Record<Tag, EditionStatus>>

/** Document → edition → status; the interface texts stand under `site`. */
export type Status = Readonly<Record<string, Statuses>>

/** Counts how many texts of an edition have an error that a check found. */
export type CountWrong = (tag: Tag) => number

/**
 * Counts, for every document and edition, how far the translations are, and holds them against the gates.
 * @param countWrong for a document, or `site`
 */
export function statusOf(publication: Publication, library: Library, countWrong: (document: string, tag: Tag) => number): Status {
  const site = statusOfSite(publication, library.site, (tag) => countWrong(SITE, tag))
  return Object.fromEntries([
    ...library.documents.map((texts) => {
      const { id } = texts.document
      return [id, statusOfDocument(publication, texts, site, (tag) => countWrong(id, tag))]
    }),
    [SITE, site],
  ])
}

/** How far the interface texts are in every edition. */
export function statusOfSite({ editions, gates }: Publication, site: Texts, countWrong: CountWrong): Statuses {
  const all = [...site.english.entries].map(([key, { text }]): KeyedText => ({ key, text }))
  return Object.fromEntries(
    editions.map((tag) => {
      const segments = all.filter(({ key }) => isAnswered(site, tag, key))
      return [tag, editionStatus(segments, statesOf(tag, segments, site), gates.get(tag)!, isSource(site, tag), true, countWrong(tag), 0)]
    }),
  )
}

/** Whether an edition’s locales are to answer an interface text: what comes with a language is not listed in them. */
function isAnswered({ english, translations }: Texts, tag: Tag, key: string): boolean {
  return (
    isSource({ english }, tag) || localesBehind(tag).some((locale) => translations.find((each) => each.tag === locale)?.entries.has(key))
  )
}

/** Whether an edition is in the source’s language, or derived from it. */
function isSource({ english }: Pick<Texts, 'english'>, tag: Tag): boolean {
  return localesBehind(tag).includes(english.tag)
}

/** How far a document is in every edition. @param site how far the interface is */
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

/** How many segments keep an edition below its gate. The source needs neither. */
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
