import { subscribe } from '@parcel/watcher'

/** What tells of changes, until it is closed. */
export interface Watcher {
  close(): Promise<void>
}

/**
 * Has a listener called after files below a folder have changed, several at a time together. What the system does not tell is not
 * told: who must know looks for themselves now and then.
 * @param ignored absolute paths of folders in which nothing counts
 * @param failed is told why changes are not told any more
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
    // A folder that is gone is watched no more, and cannot be left.
    return { close: () => subscription.unsubscribe().catch(() => undefined) }
  } catch (error) {
    failed((error as Error).message)
    return { close: async () => undefined }
  }
}
