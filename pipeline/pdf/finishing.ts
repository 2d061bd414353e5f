import { Worker } from 'node:worker_threads'
import { moduleCache } from '../cache.ts'
import type { Preparation } from './preparation.ts'

/** A print that waits to be finished. */
export interface Print {
  readonly bytes: Uint8Array
  readonly preparation: Preparation
  readonly date: Date
}

/** What comes back for the print of that number. */
export interface Finished {
  readonly number: number
  readonly bytes?: Uint8Array<ArrayBuffer>
  readonly error?: string
}

/** Finishes prints beside the thread that makes them: the next edition is printed meanwhile. */
export interface Finishing {
  /** @throws Error as `conform` does */
  conform(print: Print): Promise<Uint8Array>
  close(): Promise<void>
}

/** Starts the thread, which loads what it needs while the browser starts. */
export function openFinishing(): Finishing {
  const worker = new Worker(new URL('conform/worker.ts', import.meta.url), {
    execArgv: [],
    // A thread begins without what the main one has compiled.
    env: { ...process.env, NODE_COMPILE_CACHE: moduleCache() },
  })
  const waiting = new Map<number, PromiseWithResolvers<Uint8Array>>()
  let count = 0
  worker.on('message', ({ number, bytes, error }: Finished) => {
    const print = waiting.get(number)
    waiting.delete(number)
    if (waiting.size === 0) worker.unref()
    if (bytes) print?.resolve(bytes)
    else print?.reject(new Error(error))
  })
  worker.on('error', (error) => {
    for (const print of waiting.values()) print.reject(error)
    waiting.clear()
  })
  // A thread that waits keeps no program from ending.
  worker.unref()
  return {
    conform: ({ bytes, preparation, date }) => {
      const print = Promise.withResolvers<Uint8Array>()
      const number = count++
      waiting.set(number, print)
      worker.ref()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage({ number, bytes, preparation, date })
      return print.promise
    },
    close: async () => void (await worker.terminate()),
  }
}
