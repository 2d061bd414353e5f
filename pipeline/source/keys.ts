import type { Draft, Document, Passage, Segment } from '../model.ts'

/** What became of the keys when a document was read against its previous English catalog. */
export interface KeyReport {
  /** Same key, same text, same order among the others. */
  readonly kept: readonly string[]
  /** Same key, same text, another place in the order. */
  readonly moved: readonly string[]
  /** A key that the structure gives, with another text than before. */
  readonly edited: readonly string[]
  readonly added: readonly string[]
  /** Keys of the previous catalog whose text is gone. */
  readonly retired: readonly string[]
}

const WORDS_OF_SECTION = 4
const WORDS_OF_TEXT = 5

/**
 * Gives every passage its key: text that stands as before keeps its key wherever it moved; the rest gets new,
 * readable ones. Keys once used are never given to other text.
 * @param previous key → English text of the last sync, in its order
 * @param retired key → English text of segments that are gone and come back when their text does
 */
export function assignKeys(
  draft: Draft,
  previous: ReadonlyMap<string, string>,
  retired: ReadonlyMap<string, string>,
): { document: Document; report: KeyReport } {
  const { passages, ...rest } = draft
  const fixed = new Set(passages.flatMap((passage) => passage.fixedKey ?? []))
  const standing = keysByText(previous, fixed)
  const gone = keysByText(retired, fixed)
  const taken = new Set([...previous.keys(), ...retired.keys(), ...fixed])
  const segments = passages.map((passage): Segment => {
    const key = passage.fixedKey ?? standing.get(passage.text)?.shift() ?? gone.get(passage.text)?.shift() ?? newKey(passage, taken)
    taken.add(key)
    return { ...passage, key }
  })
  return { document: { ...rest, segments }, report: report(segments, previous) }
}

function keysByText(texts: ReadonlyMap<string, string>, without: ReadonlySet<string>): Map<string, string[]> {
  const keys = new Map<string, string[]>()
  for (const [key, text] of texts) {
    if (without.has(key)) continue
    const present = keys.get(text)
    if (present) present.push(key)
    else keys.set(text, [key])
  }
  return keys
}

/** `opening.heading`, `opening.riccardo-serri-head-of-the`, and a number where that is taken. */
function newKey(passage: Passage, taken: ReadonlySet<string>): string {
  const section = slug(passage.section, WORDS_OF_SECTION) || 'start'
  const name = passage.kind === 'heading' ? 'heading' : slug(passage.text, WORDS_OF_TEXT) || passage.kind
  const wanted = `${section}.${name}`
  if (!taken.has(wanted)) return wanted
  let number = 2
  while (taken.has(`${wanted}-${number}`)) number++
  return `${wanted}-${number}`
}

/** The first words of a text in ASCII, joined by hyphens; marks are dropped, not spelled. */
function slug(text: string, words: number): string {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[\p{M}’']/gu, '')
    .toLowerCase()
  return (plain.match(/[a-z0-9]+/g) ?? []).slice(0, words).join('-').slice(0, 60)
}

function report(segments: readonly Segment[], previous: ReadonlyMap<string, string>): KeyReport {
  const before = [...previous.keys()]
  const now = new Set(segments.map((segment) => segment.key))
  const same = segments.filter((segment) => previous.get(segment.key) === segment.text).map((segment) => segment.key)
  const inOrder = longestRun(same, new Map(before.map((key, index) => [key, index])))
  return {
    kept: same.filter((key) => inOrder.has(key)),
    moved: same.filter((key) => !inOrder.has(key)),
    edited: segments.filter(({ key, text }) => previous.has(key) && previous.get(key) !== text).map(({ key }) => key),
    added: segments.filter(({ key }) => !previous.has(key)).map(({ key }) => key),
    retired: before.filter((key) => !now.has(key)),
  }
}

/** The most keys that stand in the same order as before: the longest increasing run of their former indices. */
function longestRun(keys: readonly string[], indexOf: ReadonlyMap<string, number>): Set<string> {
  const tails: number[] = []
  const cameAfter: number[] = []
  const former = keys.map((key) => indexOf.get(key)!)
  former.forEach((index, at) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (former[tails[middle]!]! < index) low = middle + 1
      else high = middle
    }
    cameAfter[at] = low > 0 ? tails[low - 1]! : -1
    tails[low] = at
  })
  const run = new Set<string>()
  for (let at = tails.at(-1) ?? -1; at >= 0; at = cameAfter[at]!) run.add(keys[at]!)
  return run
}
