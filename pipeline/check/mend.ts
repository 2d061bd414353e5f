import { digestOf, type Answer, type Ledger } from '../catalog/ledger.ts'
import type { Library } from '../catalog/library.ts'
import type { Pending } from '../catalog/pending.ts'
import type { Texts } from '../catalog/reconcile.ts'
import { stateOf } from '../catalog/states.ts'
import type { Catalog } from '../model/catalog.ts'
import type { Mend, Problem } from '../problem.ts'

/** A text before and after its mends. */
export interface Mended {
  readonly file: string
  readonly key: string
  readonly before: string
  readonly after: string
}

/**
 * Mends what needs no judgement. A mended text still answers the same English, and stays reviewed: the ledger is told.
 * Stale texts wait for their translator.
 * @param library as it is after a sync
 */
export function mend(library: Library, problems: readonly Problem[]): { readonly texts: readonly Mended[]; readonly pending: Pending } {
  const byName = Map.groupBy(
    problems.filter((each) => each.mend),
    nameOf,
  )
  const texts: Mended[] = []
  const catalogs: Catalog[] = []
  const ledgers: { before: Ledger; after: Ledger }[] = []
  const all: readonly Texts[] = [...library.documents, library.site]
  for (const { english, translations, ledgers: known } of all) {
    for (const [index, catalog] of translations.entries()) {
      const mended = new Map<string, string>()
      for (const [key, { text }] of catalog.entries) {
        const mends = (byName.get(`${catalog.file}\n${key}`) ?? []).map((each) => each.mend!)
        if (mends.length === 0 || isStale(english.entries.get(key)?.text, text, known[index]!.answers.get(key))) continue
        const after = apply(text, mends)
        if (after !== text) mended.set(key, after)
      }
      if (mended.size === 0) continue
      for (const [key, after] of mended) texts.push({ file: catalog.file, key, before: catalog.entries.get(key)!.text, after })
      catalogs.push({
        ...catalog,
        entries: new Map(
          [...catalog.entries].map(([key, entry]) => {
            const text = mended.get(key)
            return [key, text === undefined ? entry : { ...entry, text, written: undefined }]
          }),
        ),
      })
      const before = known[index]!
      const answers = [...before.answers].map(
        ([key, answer]) => [key, mended.has(key) ? { ...answer, digest: digestOf(mended.get(key)!) } : answer] as const,
      )
      ledgers.push({ before, after: { ...before, answers: new Map(answers) } })
    }
  }
  return { texts, pending: { catalogs, ledgers, moved: [] } }
}

/** Whatever rules were asked for: what a stale text becomes is its translator’s. */
function isStale(english: string | undefined, text: string, answer: Answer | undefined): boolean {
  if (english === undefined) return false
  const state = stateOf(english, text, answer)
  return state.state === 'stale' && !state.minor
}

function nameOf({ file, key }: Problem): string {
  return `${file}\n${key}`
}

/** Applies mends from the end to the beginning; of two that overlap, the earlier one, and the next run does the other. */
function apply(text: string, mends: readonly Mend[]): string {
  const ordered = [...mends].sort((a, b) => a.start - b.start || a.end - b.end)
  const kept = ordered.filter((each, at) => at === 0 || each.start >= ordered[at - 1]!.end)
  return kept.reduceRight((whole, { start, end, text: right }) => whole.slice(0, start) + right + whole.slice(end), text)
}
