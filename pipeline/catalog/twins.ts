import type { Catalog, Entry } from '../model/catalog.ts'
import type { Texts } from './reconcile.ts'
import { refuseTwins } from './store.ts'

/** Texts in which each key stands for one text. */
export interface ToldApart {
  readonly texts: Texts
  /** New key → the key that it shared. */
  readonly shared: ReadonlyMap<string, string>
}

/**
 * Tells apart what two branches added under one key, texts that begin alike: the first in the English file keeps the key,
 * the others get one with a number, and so do their translations, which stand in the same order. Whether a translation has
 * come to its own English, its witness tells.
 * @throws Failure where a translation has a key twice that the English has once
 */
export function tellApart(texts: Texts): ToldApart {
  const { english, translations, ledgers } = texts
  const shared = new Map<string, string>()
  const taken = new Set([...english.entries.keys(), ...translations.flatMap(({ entries }) => [...entries.keys()])])
  for (const { answers, retired } of ledgers) for (const key of [...answers.keys(), ...retired.map((each) => each.key)]) taken.add(key)
  const keys = new Map<string, string[]>()
  for (const [key, others] of english.twins ?? []) {
    const own = others.map(() => freeKey(key, taken))
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

/** A key with the first number that nothing has; it is taken from now on. */
function freeKey(key: string, taken: Set<string>): string {
  let number = 2
  while (taken.has(`${key}-${number}`)) number++
  taken.add(`${key}-${number}`)
  return `${key}-${number}`
}

/** All entries, as they stand in the file. */
function inOrder({ entries, twins }: Catalog, keys: ReadonlyMap<string, readonly string[]>): Map<string, Entry> {
  const others = [...(twins ?? [])].flatMap(([key, found]) => found.map((entry, at) => [keys.get(key)![at]!, entry] as const))
  return new Map([...entries, ...others].sort(([, a], [, b]) => a.position.line - b.position.line || a.position.column - b.position.column))
}
