/** Finishes prints in a thread of its own. */
import { conform } from './conform/conform.ts'
import type { Print } from './finishing.ts'
import { serveThread } from './thread.ts'

const functions = {
  conform: async ({ bytes, preparation, date }: Print): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await conform(bytes, preparation, date)),
}

export type FinishingFunctions = typeof functions

serveThread(functions)
