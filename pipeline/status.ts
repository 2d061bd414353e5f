import type { Library } from './catalog/library.ts'
import type { KeyedText, Texts } from './catalog/reconcile.ts'
import { statesOf } from './catalog/states.ts'
import { SITE } from './catalog/store.ts'
import { SOURCE_TAG, type Tag } from './model/language.ts'
import type { Gate, Publication } from './model/publication.ts'
import type { SegmentState } from './model/catalog.ts'

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

/** Document → edition → status; the interface texts stand under `site`. */
export type Status = Readonly<Record<string, Readonly<Partial<Record<Tag, EditionStatus>>>>>

/**
 * Counts, for every document and edition, how far the translations are, and holds them against the gates.
 * @param countWrong how many texts of an edition have an error that a check found
 */
export function statusOf({ editions, gates }: Publication, library: Library, countWrong: (document: string, tag: Tag) => number): Status {
  const site = siteSegments(library)
  const siteStates = new Map(editions.map((tag) => [tag, statesOf(tag, site, library.site)]))
  const rows: { name: string; segments: readonly KeyedText[]; texts: Texts; pictures: number }[] = [
    ...library.documents.map((texts) => ({
      name: texts.document.id,
      segments: texts.document.segments,
      texts,
      pictures: texts.document.missing.size,
    })),
    { name: SITE, segments: site, texts: library.site, pictures: 0 },
  ]
  return Object.fromEntries(
    rows.map(({ name, segments, texts, pictures }) => [
      name,
      Object.fromEntries(
        editions.map((tag) => {
          const states = name === SITE ? siteStates.get(tag)! : statesOf(tag, segments, texts)
          const gate = gates.get(tag)!
          const isSitePassed = openFor(gate, tag, siteStates.get(tag)!.values()) + countWrong(SITE, tag) === 0
          return [tag, editionStatus(segments, states, gate, tag, isSitePassed, countWrong(name, tag), pictures)]
        }),
      ),
    ]),
  )
}

/** The interface texts as segments. */
function siteSegments({ site }: Library): KeyedText[] {
  return [...site.english.entries].map(([key, { text }]) => ({ key, text }))
}

/** How many segments keep an edition below its gate. English is the source, and needs neither. */
function openFor({ requires }: Gate, tag: Tag, states: Iterable<SegmentState>): number {
  if (tag === SOURCE_TAG) return 0
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
  tag: Tag,
  isSitePassed: boolean,
  wrong: number,
  pictures: number,
): EditionStatus {
  const count = (of: (state: SegmentState) => boolean): number => [...states.values()].filter(of).length
  const isOpen = (each: SegmentState): boolean => each.state === 'missing' || (each.state === 'stale' && !each.minor)
  const passed = openFor(gate, tag, states.values()) + wrong + pictures === 0
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
