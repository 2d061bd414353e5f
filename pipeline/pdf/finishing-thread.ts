/** Finishes prints in a thread of its own, one after the other: several at a time would take the memory of all. */
import pLimit from 'p-limit'
import { conform } from './conform/conform.ts'
import type { Print } from './finishing.ts'
import { serveThread } from './thread.ts'

const turns = pLimit(1)

const functions = {
  conform: ({ bytes, preparation, date }: Print): Promise<Uint8Array<ArrayBuffer>> =>
    turns(async () => new Uint8Array(await conform(bytes, preparation, date))),
}

export type FinishingFunctions = typeof functions

serveThread(functions)
