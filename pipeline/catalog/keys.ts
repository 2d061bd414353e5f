import type { ParsedDocument, Document, UnkeyedSegment, Segment } from '../model/document.ts'
import type { Change } from '../model/catalog.ts'
import { kindOfChange } from '../compare/change.ts'
import { matchTexts, type Matching } from '../compare/matching.ts'
import { withoutTargets } from '../source/words.ts'
import { longestRising } from './longest-rising.ts'

/** An edited text with the same key. */
export interface EditedKey extends Change {
  readonly key: string
}

/** The changes of keys from a document’s previous English catalog. Each key of the document is in one list. */
export interface KeyReport {
  /** Same key and text, same order. */
  readonly kept: readonly string[]
  /** Same key and text, different order. */
  readonly moved: readonly string[]
  /** Same key, edited text. */
  readonly edited: readonly EditedKey[]
  /** A text that became several. Its largest part keeps the key; the others have new keys. */
  readonly split: readonly { readonly key: string; readonly into: readonly string[] }[]
  /** Several texts that became one. It has the key of the largest. */
  readonly merged: readonly { readonly key: string; readonly from: readonly string[] }[]
  readonly new: readonly string[]
  /** Keys of texts that were removed earlier and have returned. */
  readonly returned: readonly string[]
  /** Keys of removed texts. Merged texts are under `merged` instead. */
  readonly retired: readonly string[]
}

const WORDS_OF_SECTION = 4
const WORDS_OF_TEXT = 5

/**
 * Assigns a key to every passage. Unchanged and edited texts keep their keys wherever they move. Returning texts get their former
 * keys. New texts get new, readable keys. A key is never reused for another text.
 * @param previous English texts of the last sync by key, in order
 * @param retired keys and English of removed segments
 */
export function assignKeys(
  draft: ParsedDocument,
  previous: ReadonlyMap<string, string>,
  retired: Iterable<readonly [key: string, text: string]>,
): { document: Document; report: KeyReport } {
  const { passages, ...rest } = draft
  const fixed = new Set(passages.flatMap((passage) => passage.fixedKey ?? []))
  const former = [...previous].filter(([key]) => !fixed.has(key))
  const free = passages.filter(({ fixedKey }) => fixedKey === undefined)
  const matching = matchTexts(
    former.map(([, text]) => text),
    free.map(({ text }) => text),
  )
  const matched = new Map(free.map((passage, at) => [passage, former[matching.formerOf[at]!]?.[0]]))
  const gone = keysByText(retired, new Set([...fixed, ...previous.keys()]))
  const retiredKeys = new Set([...retired].map(([key]) => key))
  const taken = new Set([...previous.keys(), ...retiredKeys, ...fixed])
  const back = new Set<string>()
  const newKey = createNewKeys(taken)
  const segments = passages.map((passage): Segment => {
    const carried = passage.fixedKey ?? matched.get(passage)
    // A text equal to a retired one is that text, rather than an edit of another.
    const isEqual = passage.fixedKey !== undefined || (carried !== undefined && previous.get(carried) === passage.text)
    const returned = isEqual ? undefined : gone.get(passage.text)?.find((key) => !back.has(key))
    if (returned !== undefined) back.add(returned)
    const key = passage.fixedKey ?? returned ?? carried ?? newKey(passage)
    taken.add(key)
    return { ...passage, key }
  })
  const keyOf = new Map(segments.map((segment, at) => [passages[at]!, segment.key]))
  const parts = partsByKey(
    matching,
    former.map(([key]) => key),
    free.map((passage) => keyOf.get(passage)!),
  )
  return { document: { ...rest, segments }, report: report(segments, previous, retiredKeys, parts) }
}

interface PartsByKey {
  readonly split: KeyReport['split']
  readonly merged: KeyReport['merged']
}

function partsByKey({ splits, merges }: Matching, former: readonly string[], present: readonly string[]): PartsByKey {
  return {
    split: splits.map(({ whole, parts }) => ({ key: former[whole]!, into: parts.map((part) => present[part]!) })),
    merged: merges.map(({ whole, parts }) => ({ key: present[whole]!, from: parts.map((part) => former[part]!) })),
  }
}

function keysByText(texts: Iterable<readonly [key: string, text: string]>, without: ReadonlySet<string>): Map<string, string[]> {
  const keys = new Map<string, string[]>()
  for (const [key, text] of texts) {
    if (without.has(key)) continue
    const present = keys.get(text)
    if (present) present.push(key)
    else keys.set(text, [key])
  }
  return keys
}

/**
 * Creates new keys: `opening.heading`, `opening.riccardo-serri-head-of-the`, with a number if the key is taken.
 * @param taken unavailable keys; the caller adds each new key
 */
function createNewKeys(taken: ReadonlySet<string>): (passage: UnkeyedSegment) => string {
  // The next number by key, so that each number is tried once.
  const numbers = new Map<string, number>()
  return (passage) => {
    const section = slug(namingText(passage.section), WORDS_OF_SECTION) || 'start'
    const name = passage.kind === 'heading' ? 'heading' : slug(namingText(passage.text), WORDS_OF_TEXT) || passage.kind
    const wanted = `${section}.${name}`
    if (!taken.has(wanted)) return wanted
    let number = numbers.get(wanted) ?? 2
    while (taken.has(`${wanted}-${number}`)) number++
    numbers.set(wanted, number)
    return `${wanted}-${number}`
  }
}

/** Tags, and bare addresses. */
const UNNAMED = /<\/?[a-z][^<>]*>|(?:https?:\/\/|www\.)[^\s)>\]]+/gi

/** The part of a text used for its key: its words without tags and addresses, if any remain. */
function namingText(text: string): string {
  const words = withoutTargets(text)
  const rest = words.replaceAll(UNNAMED, ' ')
  return /[\p{L}\p{N}]/u.test(rest) ? rest : words
}

/** The first words of a text in ASCII, joined by hyphens. Diacritics are dropped. */
function slug(text: string, words: number): string {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[\p{M}’']/gu, '')
    .toLowerCase()
  return (plain.match(/[a-z0-9]+/g) ?? []).slice(0, words).join('-').slice(0, 60)
}

function report(
  segments: readonly Segment[],
  previous: ReadonlyMap<string, string>,
  retired: ReadonlySet<string>,
  { split, merged }: PartsByKey,
): KeyReport {
  const before = [...previous.keys()]
  const now = new Set(segments.map((segment) => segment.key))
  const same = segments.filter((segment) => previous.get(segment.key) === segment.text).map((segment) => segment.key)
  const inOrder = longestRun(same, new Map(before.map((key, index) => [key, index])))
  const divided = new Set([...split.flatMap(({ into }) => into), ...merged.map(({ key }) => key)])
  const joined = new Set(merged.flatMap(({ from }) => from))
  const others = segments.filter(({ key }) => !divided.has(key))
  return {
    kept: same.filter((key) => inOrder.has(key)),
    moved: same.filter((key) => !inOrder.has(key)),
    edited: others.flatMap(({ key, text }) => {
      const old = previous.get(key)
      return old === undefined || old === text ? [] : [{ key, kind: kindOfChange(old, text), before: old, after: text }]
    }),
    split,
    merged,
    new: others.filter(({ key }) => !previous.has(key) && !retired.has(key)).map(({ key }) => key),
    returned: others.filter(({ key }) => !previous.has(key) && retired.has(key)).map(({ key }) => key),
    retired: before.filter((key) => !now.has(key) && !joined.has(key)),
  }
}

/** The largest set of keys in their former order. */
function longestRun(keys: readonly string[], indexOf: ReadonlyMap<string, number>): Set<string> {
  return new Set([...longestRising(keys.map((key) => indexOf.get(key)!))].map((at) => keys[at]!))
}
