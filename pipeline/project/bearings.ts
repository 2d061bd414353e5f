/** The dependencies of a document beyond its own files and the shared ones. */
export interface Bearings {
  /** Documents that it links to, and documents that decide whether those are left out. */
  readonly linked: readonly string[]
  /** True if it links to a missing document. */
  readonly isLost: boolean
  /** True if git was asked about the writers of translations. */
  readonly isToldByGit: boolean
  /** True if no sync has seen the document. It may then be a renamed one, which depends on all documents and all texts. */
  readonly isNew: boolean
}

/** The dependencies of a result that is made from several documents. */
export function joinBearings(all: readonly Bearings[]): Bearings {
  return {
    linked: [...new Set(all.flatMap(({ linked }) => linked))].sort(),
    isLost: all.some(({ isLost }) => isLost),
    isToldByGit: all.some(({ isToldByGit }) => isToldByGit),
    isNew: all.some(({ isNew }) => isNew),
  }
}
