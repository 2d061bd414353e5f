/** Limit of characters of the pieces that a worker keeps: the styles and pictures of some publications. */
const MOST = 64 << 20

interface Kept {
  readonly piece: Promise<string>
  /** 0 while it is read. */
  characters: number
}

/**
 * Keeps pieces by their digests, the most recently used. Each is read once, however many ask for it at the same time.
 * @param read throws where there is none, which the next that asks finds out anew
 */
export function keepPieces(read: (digest: string) => Promise<string>, most = MOST): (digest: string) => Promise<string> {
  const kept = new Map<string, Kept>()
  let characters = 0
  const forget = (digest: string): void => {
    characters -= kept.get(digest)?.characters ?? 0
    kept.delete(digest)
  }
  const note = (entry: Kept, piece: string): void => {
    characters += entry.characters = piece.length
    for (const oldest of kept.keys()) {
      if (characters <= most) return
      forget(oldest)
    }
  }
  const open = (digest: string): Kept => {
    const entry: Kept = { piece: read(digest), characters: 0 }
    entry.piece.then(
      (piece) => (kept.get(digest) === entry ? note(entry, piece) : undefined),
      () => (kept.get(digest) === entry ? forget(digest) : undefined),
    )
    return entry
  }
  return (digest) => {
    const entry = kept.get(digest) ?? open(digest)
    kept.delete(digest)
    kept.set(digest, entry)
    return entry.piece
  }
}
