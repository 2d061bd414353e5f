/** What bears on a document as it is made, beside its own files and what all share. */
export interface Bearings {
  /** Documents that it leads to, and those by which it is told whether these are left out. */
  readonly linked: readonly string[]
  /** Whether it leads to a document that is not there. */
  readonly isLost: boolean
  /** Whether git was asked what translators saw. */
  readonly isToldByGit: boolean
  /** Whether no sync has seen it: it may be another one, renamed, which all documents and all texts tell. */
  readonly isNew: boolean
}

/** What bears on something that is made from several. */
export function joinBearings(all: readonly Bearings[]): Bearings {
  return {
    linked: [...new Set(all.flatMap(({ linked }) => linked))].sort(),
    isLost: all.some(({ isLost }) => isLost),
    isToldByGit: all.some(({ isToldByGit }) => isToldByGit),
    isNew: all.some(({ isNew }) => isNew),
  }
}
