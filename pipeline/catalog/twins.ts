import type { Catalog, Entry } from '../model/catalog.ts'
import type { Texts } from './reconcile.ts'
import { refuseTwins } from './store.ts'

/** Texts with unique keys. */
export interface ToldApart {
  readonly texts: Texts
  /** New key → the shared key. */
  readonly shared: ReadonlyMap<string, string>
}

/**
 * Separates texts that two branches added under one key. The first in the English file keeps the key; the others get a numbered
 * one. Translations follow in the same order. Their witnesses tell later whether each matches its English.
 * @throws Failure if a translation repeats a key more often than the English
 */
export function tellApart(texts: Texts): ToldApart {
  const { english, translations, ledgers } = texts
  const shared = new Map<string, string>()
  const taken = new Set([...english.entries.keys(), ...translations.flatMap(({ entries }) => [...entries.keys()])])
  for (const { answers, retired } of ledgers) for (const key of [...answers.keys(), ...retired.map((each) => each.key)]) taken.add(key)
  const keys = new Map<string, string[]>()
  for (const [key, others] of english.twins ?? []) {
    let number = 2
    const own = others.map(() => {
      while (taken.has(`${key}-${number}`)) number++
      return `${key}-${number++}`
    })
    for (const each of own) taken.add(each)
    keys.set(key, own)
    for (const each of own) shared.set(each, key)
  }
  const apart = (catalog: Catalog): Catalog => {
    const left = new Map([...(catalog.twins ?? [])].filter(([key, others]) => others.length > (keys.get(key)?.length ?? 0)))
    refuseTwins({ ...catalog, twins: left })
    return keys.size === 0 ? catalog : { ...catalog, twins: undefined, entries: inOrder(catalog, keys) }
  }
  return { texts: { english: apart(english), translations: translations.map(apart), ledgers }, shared }
}

/** All entries in file order. */
function inOrder({ entries, twins }: Catalog, keys: ReadonlyMap<string, readonly string[]>): Map<string, Entry> {
  const others = [...(twins ?? [])].flatMap(([key, found]) => found.map((entry, at) => [keys.get(key)![at]!, entry] as const))
  return new Map([...entries, ...others].sort(([, a], [, b]) => a.position.line - b.position.line || a.position.column - b.position.column))
}
