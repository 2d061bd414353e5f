import type { Facts } from '../facts-of.ts'

const ACRONYM = /(?<![\p{L}\p{N}])(?:\p{Lu}{2}[\p{Lu}\d]*(?:[-/&][\p{Lu}\d]{2,})*|\p{Lu}\/\p{Lu}{2,})(?:s(?!\p{L}))?(?!\p{L})/gu

/** The acronyms of a text, in the singular; Roman numerals are none. */
export function acronymsIn(visible: string): string[] {
  return [...visible.matchAll(ACRONYM)].flatMap(([text]) => (/^[IVX]+$/.test(text) ? [] : [text.replace(/s$/, '')]))
}

/** How a document goes about acronyms. */
export interface AcronymUsage {
  /** The words of its English that stand in small letters. */
  readonly words: ReadonlySet<string>
  /** English acronym → those that the translations mostly have in its place. */
  readonly own: ReadonlyMap<string, readonly string[]>
}

/** So often an acronym must stand for another before it counts as the document’s own. */
const OFTEN = 3

const gathered = new WeakMap<Facts, AcronymUsage>()

/** What a document’s translations show of its acronyms. */
export function usageOf(facts: Facts): AcronymUsage {
  const known = gathered.get(facts)
  if (known) return known
  const words = new Set<string>()
  const all = new Map<string, number>()
  const pairs = new Map<string, Map<string, number>>()
  for (const { english, prose } of facts.translations) {
    for (const { text, lower } of english.words) if (text === lower) words.add(lower)
    const theirs = new Set(acronymsIn(english.visible))
    if (theirs.size === 0) continue
    const own = new Set(acronymsIn(prose.visible).filter((each) => !theirs.has(each)))
    for (const acronym of theirs) {
      all.set(acronym, (all.get(acronym) ?? 0) + 1)
      const counts = pairs.get(acronym) ?? new Map<string, number>()
      for (const each of own) counts.set(each, (counts.get(each) ?? 0) + 1)
      pairs.set(acronym, counts)
    }
  }
  const own = new Map(
    [...pairs].map(([acronym, counts]) => {
      const usual = [...counts].filter(([, count]) => count >= OFTEN && count * 2 > all.get(acronym)!)
      return [acronym, usual.map(([each]) => each)] as const
    }),
  )
  const usage = { words, own }
  gathered.set(facts, usage)
  return usage
}
