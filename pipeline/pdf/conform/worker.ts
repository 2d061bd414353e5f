/** Finishes prints in a thread of its own, one after the other. */
import { parentPort } from 'node:worker_threads'
import type { Finished, Print } from '../finishing.ts'
import { conform } from './conform.ts'

const answer = async ({ number, bytes, preparation, date }: Print & { readonly number: number }): Promise<Finished> => {
  try {
    return { number, bytes: new Uint8Array(await conform(bytes, preparation, date)) }
  } catch (error) {
    return { number, error: error instanceof Error ? error.message : String(error) }
  }
}

let queue = Promise.resolve()
parentPort!.on('message', (print: Print & { readonly number: number }) => {
  queue = queue.then(async () => {
    const finished = await answer(print)
    parentPort!.postMessage(finished, finished.bytes ? [finished.bytes.buffer] : [])
  })
})
