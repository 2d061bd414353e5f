/**
 * What a ledger says while the texts of its catalog are being replaced: of those that are there and of those to come.
 * Whenever that is cut short, each text still answers the English that it answered, and none is taken for a translator’s.
 */
import type { Catalog } from '../model/catalog.ts'
import { digestOf, type Answer, type Ledger, type RetiredTranslation } from './ledger.ts'

/**
 * The ledger that holds before a catalog is written and after.
 * Law: settled with the one catalog or with the other, it has the answers of `before` or those of `after`, and retires
 * all that either does.
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

/** A ledger as it holds for the texts that stand in its catalog. That it is an interim one is kept: it is to be written anew. */
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
