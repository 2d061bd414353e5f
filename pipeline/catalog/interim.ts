/**
 * Interim ledgers, for the time while a catalog is being replaced. They know the former texts and the new ones. After an
 * interruption each text still answers its own English, and none is mistaken for a translator’s edit.
 */
import type { Catalog } from '../model/catalog.ts'
import { UNKNOWN, digestOf, emptiedAt, isEmptied, type Ledger, type RetiredTranslation } from './ledger.ts'

/**
 * The ledger that is valid before and after its catalog is written. Law: settled with the former or the new catalog, it has the
 * answers of `before` or of `after`, and the retired translations of both.
 */
export function interimOf(before: Ledger, after: Ledger): Ledger {
  const replaced = [...before.answers].filter(([key, { digest }]) => ![undefined, digest].includes(after.answers.get(key)?.digest))
  // Texts that return, or come from another document. Until they are in the catalog, they were not taken away from it.
  const coming = [...after.answers.keys()].filter((key) => !before.answers.has(key))
  for (const key of coming) replaced.push([key, NO_TEXT])
  return {
    ...after,
    answers: new Map([...before.answers, ...after.answers]),
    retired: union(before.retired, after.retired),
    ...(replaced.length > 0 && { replaced: new Map(replaced) }),
  }
}

/** The ledger that is valid for the present texts of its catalog. An interim one stays marked, so that it is written again. */
export function settle(ledger: Ledger, { entries }: Pick<Catalog, 'entries'>): Ledger {
  if (!ledger.replaced) return ledger
  const answers = new Map(ledger.answers)
  for (const [key, answer] of ledger.replaced) {
    if (digestOf(entries.get(key)?.text ?? '') !== answer.digest) continue
    if (isEmptied(answer) && answer.basis === UNKNOWN) answers.delete(key)
    else answers.set(key, answer)
  }
  return { ...ledger, answers }
}

/** Stands for the answer that a missing text does not have. */
const NO_TEXT = emptiedAt(UNKNOWN)

function union(one: readonly RetiredTranslation[], other: readonly RetiredTranslation[]): RetiredTranslation[] {
  const known = new Set(one.map((each) => JSON.stringify(each)))
  return [...one, ...other.filter((each) => !known.has(JSON.stringify(each)))]
}
