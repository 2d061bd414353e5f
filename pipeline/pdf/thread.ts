import { parentPort, Worker } from 'node:worker_threads'
import { createBirpc, type BirpcReturn } from 'birpc'
import { moduleCache } from '../files/cache.js'
import { Failure, plainProblem, problemFrom, type PlainProblem } from '../problem.ts'
import { BrowserFault } from './guard.ts'
import { Unprintable } from './unprintable.ts'

/** A thread ended before it had answered: what it was asked is not at fault. */
export class ThreadFault extends Error {
  /** @param reason what the thread ended with */
  constructor(reason: string) {
    super(reason)
    this.name = 'ThreadFault'
  }
}

/** A thread of this program, and its functions as those that answer later; once it has ended, with a ThreadFault. */
export interface Thread<Functions extends object> {
  readonly functions: BirpcReturn<Functions, object>
  end(): Promise<void>
}

/** A message as the library writes it: a call, or an answer that may hold an error. */
interface Message {
  readonly e?: unknown
}

/** No call ends by the clock: who works with the browser has deadlines of their own. */
const NEVER = -1

/**
 * Starts a thread. A thread without work keeps no program from ending; of one that ends, those who wait for its answers
 * hear why.
 * @param module what calls `serveThread`
 * @param answers functions that the thread may call, while it has something in hand
 */
export function startThread<Functions extends object>(module: URL, answers: object = {}): Thread<Functions> {
  // A thread begins without what the main one has compiled, and has of its options that which spares it a look at every folder around a module; messages show how the program was called.
  const cache = moduleCache()
  const worker = new Worker(module, {
    argv: process.argv.slice(2),
    execArgv: process.execArgv.filter((option) => option === '--preserve-symlinks'),
    env: { ...process.env, ...(cache !== undefined && { NODE_COMPILE_CACHE: cache }) },
  })
  worker.unref()
  let owed = 0
  let fault: ThreadFault | undefined
  const functions = createBirpc<Functions, object>(answers, {
    ...channel(worker),
    onRequest: async (_, next) => {
      if (fault) throw fault
      if (owed++ === 0) worker.ref()
      try {
        await next()
      } finally {
        if (--owed === 0) worker.unref()
      }
    },
  })
  // What comes first says what happened.
  const endWith = (reason: string): void => {
    const known = (fault ??= new ThreadFault(reason))
    void functions.$rejectPendingCalls(({ reject }) => reject(known))
  }
  worker.on('error', (error: unknown) => endWith(`A part of this program ended: ${wordsOf(error)}`))
  worker.on('exit', () => endWith('A part of this program was ended.'))
  const end = async (): Promise<void> => {
    // Its end is waited for, whatever answer comes meanwhile.
    owed++
    worker.ref()
    await worker.terminate()
  }
  return { functions, end }
}

/**
 * Offers functions to the thread that has started this one. What they take and give is copied.
 * @returns the functions that it offers in turn
 */
export function serveThread<Starter extends object>(functions: object): BirpcReturn<Starter, object> {
  return createBirpc<Starter, object>(functions, channel(parentPort!))
}

function channel(port: Worker | NonNullable<typeof parentPort>) {
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    post: (message: unknown) => port.postMessage(message),
    on: (listener: (message: unknown) => void) => void port.on('message', listener),
    serialize: (message: Message) => (message.e === undefined ? message : { ...message, e: packError(message.e) }),
    deserialize: (message: Message) => (message.e === undefined ? message : { ...message, e: unpackError(message.e as PackedError) }),
    timeout: NEVER,
  }
}

/** An error as a message may hold it: what copying leaves of one are its words, and a cause that cannot be copied ends the thread. */
export type PackedError =
  | { readonly kind: 'failure'; readonly problems: readonly PlainProblem[] }
  | { readonly kind: 'browser'; readonly fault: BrowserFault['kind']; readonly cause: string | undefined }
  | { readonly kind: 'unprintable'; readonly words: string; readonly texts: readonly string[]; readonly remedy: string }
  | { readonly kind: 'thread' | 'other'; readonly words: string }

/** Packs an error for a message. */
export function packError(error: unknown): PackedError {
  if (error instanceof Failure) return { kind: 'failure', problems: error.problems.map(plainProblem) }
  if (error instanceof BrowserFault)
    return { kind: 'browser', fault: error.kind, cause: error.cause === undefined ? undefined : wordsOf(error.cause) }
  if (error instanceof Unprintable) return { kind: 'unprintable', words: error.message, texts: error.texts, remedy: error.remedy }
  return { kind: error instanceof ThreadFault ? 'thread' : 'other', words: wordsOf(error) }
}

/** The inverse of `packError`. */
export function unpackError(error: PackedError): Error {
  if (error.kind === 'failure') return new Failure(...error.problems.map(problemFrom))
  if (error.kind === 'browser') return new BrowserFault(error.fault, error.cause === undefined ? undefined : new Error(error.cause))
  if (error.kind === 'unprintable') return new Unprintable(error.words, error.texts, error.remedy)
  return error.kind === 'thread' ? new ThreadFault(error.words) : new Error(error.words)
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
