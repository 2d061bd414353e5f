/**
 * Interim ledgers, for the time while a catalog is being replaced. They know the former texts and the new ones. After an
 * interruption each text still answers its own English, and none is mistaken for a translator’s edit.
 */
import type { Catalog } from '../model/catalog.ts'
import { digestOf, type Answer, type Ledger, type RetiredTranslation } from './ledger.ts'

/**
 * The ledger that is valid before and after its catalog is written. Law: settled with the former or the new catalog, it has the
 * answers of `before` or of `after`, and the retired translations of both.
 */
export function interimOf(before: Ledger, after: Ledger): Ledger {
  const replaced = [...before.answers].filter(([key, { digest }]) => ![undefined, digest].includes(after.answers.get(key)?.digest))
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
  const standing = [...ledger.replaced].filter(([key, { digest }]) => {
    const text = entries.get(key)?.text
    return text !== undefined && digestOf(text) === digest
  })
  return { ...ledger, answers: new Map<string, Answer>([...ledger.answers, ...standing]) }
}

function union(one: readonly RetiredTranslation[], other: readonly RetiredTranslation[]): RetiredTranslation[] {
  const known = new Set(one.map((each) => JSON.stringify(each)))
  return [...one, ...other.filter((each) => !known.has(JSON.stringify(each)))]
}
