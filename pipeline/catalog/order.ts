/** Orders of keys that the order of a locale file follows. */
export interface Orders {
  /** As the document has them now. */
  readonly document: readonly string[]
  /** As the document had them at the last sync. */
  readonly previous: readonly string[]
  /** As the file has them. */
  readonly file: readonly string[]
}

/**
 * Puts the entries of a locale file in the order in which they are written: the document's, with keys that the document
 * lacks where they stood; or that of a person who put the file in another order, with what is new after what precedes
 * it in the document. So a file changes only where a text does.
 */
export function keepOrder<T>(entries: ReadonlyMap<string, T>, { document, previous, file }: Orders): Map<string, T> {
  const standing = file.filter((key) => entries.has(key))
  const own = document.filter((key) => entries.has(key))
  const keys = isReordered(file, previous) ? weave(standing, own) : weave(own, standing)
  return new Map(keys.map((key) => [key, entries.get(key)!]))
}

/** The keys of a list, and those of another that it lacks, each after the key that precedes it there. */
function weave(keys: readonly string[], others: readonly string[]): string[] {
  const known = new Set(keys)
  const following = new Map<string | undefined, string[]>()
  let anchor: string | undefined
  for (const key of others) {
    if (known.has(key)) anchor = key
    else following.set(anchor, [...(following.get(anchor) ?? []), key])
  }
  return [...(following.get(undefined) ?? []), ...keys.flatMap((key) => [key, ...(following.get(key) ?? [])])]
}

function isReordered(file: readonly string[], previous: readonly string[]): boolean {
  const known = new Set(previous)
  const standing = new Set(file)
  const before = previous.filter((key) => standing.has(key))
  return file.filter((key) => known.has(key)).some((key, at) => key !== before[at])
}
