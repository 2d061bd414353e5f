import { pack, unpack, type Stored } from '../artifacts/stored.ts'
import type { Store } from '../artifacts/store.ts'
import { failure, type Failure } from '../problem.ts'
import { openFolderObjects } from './folder-objects.ts'
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
    /** One that stays damaged is found by the worker that reads it. @throws Failure where the place refuses it */
    write(name: string, order: Stored): Promise<void>
    /** Errors are ignored. */
    remove(name: string): Promise<void>
  }
}

/**
 * Opens a shared store.
 * @param address a folder, or `s3://bucket/prefix`
 * @throws Failure where it cannot be opened
 */
export async function openSharedStore(address: string): Promise<SharedStore> {
  const objects = address.startsWith('s3://')
    ? await (await import('./s3-objects.ts')).openS3Objects(address)
    : await openFolderObjects(address)
  return storeOf(objects)
}

function storeOf(objects: Objects): SharedStore {
  /** Entries that were found whole, or written: they are not written again. */
  const whole = new Set<string>()
  const writes: Promise<void>[] = []
  let damaged = 0
  const read = async (kind: ObjectKind, name: string): Promise<Stored | undefined> => {
    const bytes = await objects.read(kind, name)
    const stored = bytes && unpack(name, bytes)
    if (stored) return stored
    whole.delete(name)
    if (!bytes) return undefined
    damaged++
    await objects.remove(kind, name)
    return undefined
  }
  /** Returns false where what is there is damaged, and cannot be removed. */
  const write = async (kind: ObjectKind, name: string, stored: Stored): Promise<boolean> => {
    const bytes = pack(name, stored)
    const isCreated = (): Promise<boolean> => objects.create(kind, name, bytes)
    const isWhole = async (): Promise<boolean> => (await read(kind, name)) !== undefined
    // What is there may be damaged: then it is gone once it was read.
    return (await isCreated()) || (await isWhole()) || (await isCreated()) || isWhole()
  }
  const commit = async (name: string, stored: Stored): Promise<void> => {
    if (whole.has(name)) return
    if (!(await write('prints', name, stored))) throw staysDamaged(objects.place, pathOf('prints', name))
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
      return stored
    },
    put: (name, stored) => void writes.push(commit(name, stored).catch(() => undefined)),
    commit,
    orders: {
      read: (name) => read('orders', name),
      write: async (name, order) => void (await write('orders', name, order)),
      remove: (name) => objects.remove('orders', name),
    },
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
