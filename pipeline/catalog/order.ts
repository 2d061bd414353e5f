/** The orders of keys that determine the order of a locale file. */
export interface Orders {
  /** Present order in the document. */
  readonly document: readonly string[]
  /** Order in the document at the last sync. */
  readonly previous: readonly string[]
  /** Order in the file. */
  readonly file: readonly string[]
}

/**
 * Orders the entries of a locale file, so that it changes only where a text does. The order is the document’s, and keys that the
 * document lacks stay in place. If a person reordered the file, their order stays, and new keys follow their predecessors in the
 * document.
 */
export function keepOrder<T>(entries: ReadonlyMap<string, T>, { document, previous, file }: Orders): Map<string, T> {
  const standing = file.filter((key) => entries.has(key))
  const own = document.filter((key) => entries.has(key))
  const keys = isReordered(file, previous) ? weave(standing, own) : weave(own, standing)
  return new Map(keys.map((key) => [key, entries.get(key)!]))
}

/** Inserts keys that a list lacks, each after its predecessor in the other list. */
function weave(keys: readonly string[], others: readonly string[]): string[] {
  const known = new Set(keys)
  const following = new Map<string | undefined, string[]>()
  let anchor: string | undefined
  for (const key of others) {
    const beside = following.get(anchor)
    if (known.has(key)) anchor = key
    else if (beside) beside.push(key)
    else following.set(anchor, [key])
  }
  return [...(following.get(undefined) ?? []), ...keys.flatMap((key) => [key, ...(following.get(key) ?? [])])]
}

function isReordered(file: readonly string[], previous: readonly string[]): boolean {
  const known = new Set(previous)
  const standing = new Set(file)
  const before = previous.filter((key) => standing.has(key))
  return file.filter((key) => known.has(key)).some((key, at) => key !== before[at])
}
