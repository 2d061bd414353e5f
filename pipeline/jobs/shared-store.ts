import { hash } from 'node:crypto'
import { pack, unpack, type Stored } from '../artifacts/stored.ts'
import type { Store } from '../artifacts/store.ts'
import { failure, type Failure } from '../problem.ts'
import { openFolderObjects } from './folder-objects.ts'
import type { PackedOrder } from './order.ts'
import { pathOf, type ObjectKind, type Objects } from './objects.ts'

/** A store that machines share: what is made is created once, and a damaged object is made anew. Nothing of it is trimmed. */
export interface SharedStore extends Store {
  /** For people. */
  readonly place: string
  /**
   * Writes an entry, and waits for it.
   * @throws Failure where the place refuses it, as a full disk does, or has a damaged one that it lets nobody remove
   */
  commit(name: string, stored: Stored): Promise<void>
  /** Orders that wait, by the name of what is made of them. */
  readonly orders: {
    read(name: string): Promise<Stored | undefined>
    /**
     * Writes an order, after the pieces that it names and that this machine has not written before. What stays damaged is found by
     * the worker that reads it.
     * @throws Failure where the place refuses it
     */
    write(name: string, order: PackedOrder): Promise<void>
    /** Errors are ignored. */
    remove(name: string): Promise<void>
  }
  /** Pieces that orders name, by the SHA-256 of their bytes. */
  readonly pieces: {
    read(digest: string): Promise<Uint8Array | undefined>
    /** Notes that a worker has missed one: all are written again that orders name from now on. */
    doubt(): void
  }
}

/**
 * Opens a shared store.
 * @param address a folder, or `s3://bucket/prefix`
 * @param found is told of each damaged object
 * @throws Failure where it cannot be opened
 */
export async function openSharedStore(address: string, found: () => void = () => undefined): Promise<SharedStore> {
  const objects = address.startsWith('s3://')
    ? await (await import('./s3-objects.ts')).openS3Objects(address)
    : await openFolderObjects(address)
  return storeOf(objects, found)
}

function storeOf(objects: Objects, found: () => void): SharedStore {
  /** Prints that were found whole, or written: they are not written again. */
  const whole = new Set<string>()
  /** The same for pieces. */
  const pieces = new Map<string, Promise<boolean>>()
  const writes: Promise<void>[] = []
  let damaged = 0
  /** @param open returns nothing for what is damaged */
  const readAs = async <T>(kind: ObjectKind, name: string, open: (bytes: Uint8Array) => T | undefined): Promise<T | undefined> => {
    const bytes = await objects.read(kind, name)
    const opened = bytes && open(bytes)
    if (opened !== undefined || !bytes) return opened
    damaged++
    found()
    await objects.remove(kind, name)
    return undefined
  }
  const read = async (kind: 'orders' | 'prints', name: string): Promise<Stored | undefined> =>
    readAs(kind, name, (bytes) => unpack(name, bytes))
  const readPiece = async (digest: string): Promise<Uint8Array | undefined> =>
    readAs('pieces', digest, (bytes) => (hash('sha256', bytes) === digest ? bytes : undefined))
  /** Returns false where what is there is damaged, and cannot be removed. */
  const write = async (kind: ObjectKind, name: string, bytes: Uint8Array, reread: () => Promise<unknown>): Promise<boolean> => {
    const isCreated = (): Promise<boolean> => objects.create(kind, name, bytes)
    const isWhole = async (): Promise<boolean> => (await reread()) !== undefined
    // What is there may be damaged: then it is gone once it was read.
    return (await isCreated()) || (await isWhole()) || (await isCreated()) || isWhole()
  }
  const writeStored = (kind: 'orders' | 'prints', name: string, stored: Stored): Promise<boolean> =>
    write(kind, name, pack(name, stored), () => read(kind, name))
  const writePiece = async ([digest, bytes]: readonly [string, Uint8Array]): Promise<void> => {
    const written = pieces.get(digest) ?? write('pieces', digest, bytes, () => readPiece(digest))
    pieces.set(digest, written)
    try {
      await written
    } catch (error) {
      pieces.delete(digest)
      throw error
    }
  }
  const commit = async (name: string, stored: Stored): Promise<void> => {
    if (whole.has(name)) return
    if (!(await writeStored('prints', name, stored))) throw staysDamaged(objects.place, pathOf('prints', name))
    whole.add(name)
  }
  return {
    place: objects.place,
    get damaged() {
      return damaged
    },
    get: async (name) => {
      const stored = await read('prints', name)
      if (stored) whole.add(name)
      else whole.delete(name)
      return stored
    },
    put: (name, stored) => void writes.push(commit(name, stored).catch(() => undefined)),
    commit,
    orders: {
      read: (name) => read('orders', name),
      write: async (name, order) => {
        await Promise.all([...order.pieces].map(writePiece))
        await writeStored('orders', name, order.stored)
      },
      remove: (name) => objects.remove('orders', name),
    },
    pieces: { read: readPiece, doubt: () => pieces.clear() },
    close: async () => {
      await Promise.all(writes.splice(0))
      objects.close()
    },
  }
}

/** Whoever takes it for written would have it made again and again. */
function staysDamaged(place: string, path: string): Failure {
  return failure({
    rule: 'store',
    file: place,
    message: 'The store has a damaged print that this machine cannot remove.',
    found: path,
    expected: 'a store in which this machine may remove objects as well',
    remedy: 'Permit that, or remove this object by hand; until then each build prints it itself.',
  })
}
