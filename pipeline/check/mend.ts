import { pendingOfEdit } from '../catalog/edit.ts'
import type { Answer } from '../catalog/ledger.ts'
import type { TextCollection } from '../catalog/text-collection.ts'
import { joined, type Pending } from '../catalog/pending.ts'
import type { Texts } from '../catalog/reconcile.ts'
import { stateOf } from '../catalog/states.ts'
import type { Mend, Problem } from '../problem.ts'

/** A text before and after its fixes. */
export interface Mended {
  readonly file: string
  readonly key: string
  readonly before: string
  readonly after: string
}

/**
 * Applies automatic fixes. A fixed text still answers the same English and stays reviewed; the ledger is updated. Stale texts are
 * left to their translator.
 * @param collection in the state after a sync
 */
export function mend(
  collection: TextCollection,
  problems: readonly Problem[],
): { readonly texts: readonly Mended[]; readonly pending: Pending } {
  const byName = Map.groupBy(
    problems.filter((each) => each.mend),
    nameOf,
  )
  const texts: Mended[] = []
  const pending: Pending[] = []
  const all: readonly Texts[] = [...collection.documents, collection.site]
  for (const each of all) {
    for (const [index, { tag, namespace, file, entries }] of each.translations.entries()) {
      const changes = [...entries].flatMap(([key, { text: before }]) => {
        const mends = (byName.get(`${file}\n${key}`) ?? []).map((problem) => problem.mend!)
        const isOpen = mends.length > 0 && !isStale(each.english.entries.get(key)?.text, before, each.ledgers[index]!.answers.get(key))
        const after = isOpen ? apply(before, mends) : before
        return after === before ? [] : [{ key, before, after }]
      })
      if (changes.length === 0) continue
      texts.push(...changes.map((change) => ({ file, ...change })))
      pending.push(pendingOfEdit(each, { tag, document: namespace, changes }))
    }
  }
  return { texts, pending: joined(pending) }
}

/** Stale texts are left to their translator, whichever rules run. */
function isStale(english: string | undefined, text: string, answer: Answer | undefined): boolean {
  if (english === undefined) return false
  const state = stateOf(english, text, answer)
  return state.state === 'stale' && !state.minor
}

function nameOf({ file, key }: Problem): string {
  return `${file}\n${key}`
}

/**
 * Applies fixes from the end to the beginning. Of two that overlap, the earlier one is applied, and the next run does the other.
 */
function apply(text: string, mends: readonly Mend[]): string {
  const ordered = [...mends].sort((a, b) => a.start - b.start || a.end - b.end)
  const kept = ordered.filter((each, at) => at === 0 || each.start >= ordered[at - 1]!.end)
  return kept.reduceRight((whole, { start, end, text: right }) => whole.slice(0, start) + right + whole.slice(end), text)
}
