/** The kinds of objects in a shared store: orders that wait, pieces that many of them name, and what was made of them. */
export type ObjectKind = 'orders' | 'pieces' | 'prints'

/** A place that several machines share. Objects are named by digests alone. */
export interface Objects {
  /** For people. */
  readonly place: string
  /** Returns nothing where there is no such object. @throws Failure where the place refuses it */
  read(kind: ObjectKind, digest: string): Promise<Uint8Array | undefined>
  /**
   * Creates an object, unless there is one.
   * @returns whether this call created it
   * @throws Failure where the place refuses it, as a full disk does
   */
  create(kind: ObjectKind, digest: string, bytes: Uint8Array): Promise<boolean>
  /** Errors are ignored: what stays is told by its digest. */
  remove(kind: ObjectKind, digest: string): Promise<void>
  close(): void
}

const DIGEST = /^[0-9a-f]{64}$/

/** True for the SHA-256 of something in hexadecimal: no other name leads to an object, so that none leads out of the store. */
export function isDigest(name: string): boolean {
  return DIGEST.test(name)
}

/** Path of an object below its store. @throws Error for a name that is no digest */
export function pathOf(kind: ObjectKind, digest: string): string {
  if (!isDigest(digest)) throw new Error('An object of the store is named by a digest.')
  return `${kind}/${digest.slice(0, 2)}/${digest}`
}
