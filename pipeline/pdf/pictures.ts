import { moduleBeside } from '../files/modules.ts'
import type { PictureFunctions } from './picture-thread.ts'
import type { PictureSize } from './png.ts'
import { startThread, ThreadFault, type Thread } from './thread.ts'

let thread: Thread<PictureFunctions> | undefined

/**
 * Draws the first page of a PDF as PNG, in a thread of its own, which starts with the first.
 * @throws ThreadFault if the thread ended; the next picture is drawn all the same
 */
export async function drawPdf(pdf: Uint8Array, size: PictureSize): Promise<Uint8Array> {
  try {
    return await (thread ??= startThread<PictureFunctions>(moduleBeside('picture-thread', import.meta.url))).functions.drawFirstPage(
      pdf,
      size,
    )
  } catch (error) {
    if (error instanceof ThreadFault) thread = undefined
    throw error
  }
}

/** Ends the thread, whose memory is that of a whole program. */
export async function endPictures(): Promise<void> {
  const ended = thread
  thread = undefined
  await ended?.end()
}
