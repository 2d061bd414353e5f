import { parentPort, Worker } from 'node:worker_threads'
import { createBirpc, type BirpcReturn } from 'birpc'
import { VFileMessage } from 'vfile-message'
import { moduleCache } from '../cache.ts'
import { Failure, type Problem } from '../problem.ts'
import { BrowserFault } from './guard.ts'

/** A thread of this program, and its functions as those that answer later. */
export interface Thread<Functions extends object> {
  readonly functions: BirpcReturn<Functions>
  end(): Promise<void>
}

/** A message as the library writes it: a call, or an answer that may hold an error. */
interface Message {
  readonly e?: unknown
}

/** No call ends by the clock: who works with the browser has deadlines of their own. */
const NEVER = -1

/**
 * Starts a thread. A thread without work keeps no program from ending; one that dies fails the calls that it owes an answer.
 * @param module what calls `serveThread`
 */
export function startThread<Functions extends object>(module: URL): Thread<Functions> {
  // A thread begins without what the main one has compiled.
  const worker = new Worker(module, { execArgv: [], env: { ...process.env, NODE_COMPILE_CACHE: moduleCache() } })
  worker.unref()
  let owed = 0
  const functions = createBirpc<Functions>(
    {},
    {
      ...channel(worker),
      onRequest: async (_, next) => {
        if (owed++ === 0) worker.ref()
        try {
          await next()
        } finally {
          if (--owed === 0) worker.unref()
        }
      },
    },
  )
  worker.on('error', (error) => functions.$close(error))
  return { functions, end: async () => void (await worker.terminate()) }
}

/** Offers functions to the thread that has started this one. What they take and give is copied. */
export function serveThread(functions: object): void {
  createBirpc(functions, channel(parentPort!))
}

function channel(port: Worker | NonNullable<typeof parentPort>) {
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    post: (message: unknown) => port.postMessage(message),
    on: (listener: (message: unknown) => void) => void port.on('message', listener),
    serialize: (message: Message) => (message.e === undefined ? message : { ...message, e: packed(message.e) }),
    deserialize: (message: Message) => (message.e === undefined ? message : { ...message, e: unpacked(message.e as PackedError) }),
    timeout: NEVER,
  }
}

/** An error as a message may hold it: copying leaves an error nothing but its words. */
type PackedError =
  | { readonly kind: 'failure'; readonly problems: readonly Problem[] }
  | { readonly kind: 'fault'; readonly fault: BrowserFault['kind']; readonly cause: unknown }
  | { readonly kind: 'error'; readonly error: unknown }

function packed(error: unknown): PackedError {
  if (error instanceof Failure) return { kind: 'failure', problems: error.problems.map((problem) => Object.assign({}, problem)) }
  if (error instanceof BrowserFault) return { kind: 'fault', fault: error.kind, cause: error.cause }
  return { kind: 'error', error }
}

function unpacked(error: PackedError): unknown {
  if (error.kind === 'failure') return new Failure(...error.problems.map((each) => Object.assign(new VFileMessage(each.reason), each)))
  if (error.kind === 'fault') return new BrowserFault(error.fault, error.cause)
  return error.error
}
