import { subscribe } from '@parcel/watcher'

/** A watch on a folder, until it is closed. */
export interface Watcher {
  close(): Promise<void>
}

/**
 * Calls a listener after files below a folder have changed. Several changes may share one call. The system may miss changes, so
 * that callers who must know look now and then.
 * @param ignored absolute paths of folders whose changes do not count
 * @param failed receives the reason why changes are no longer reported
 */
export async function watchFolder(
  folder: string,
  ignored: readonly string[],
  changed: () => void,
  failed: (reason: string) => void,
): Promise<Watcher> {
  try {
    const subscription = await subscribe(folder, (error) => (error ? failed(error.message) : changed()), {
      ignore: [...ignored, '**/node_modules', '**/.git'],
    })
    // A removed folder is no longer watched, and unsubscribing from it fails.
    return { close: () => subscription.unsubscribe().catch(() => undefined) }
  } catch (error) {
    failed((error as Error).message)
    return { close: async () => undefined }
  }
}
