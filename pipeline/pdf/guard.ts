import { setTimeout as pause } from 'node:timers/promises'

/** The browser failed, not the page: what was asked of it may be asked of another. */
export class BrowserFault extends Error {
  readonly kind: 'crashed' | 'hangs' | 'ended' | 'blind'

  constructor(kind: BrowserFault['kind'], cause?: unknown) {
    super(cause instanceof Error ? `${WORDS[kind]} (${cause.message})` : WORDS[kind], { cause })
    this.name = 'BrowserFault'
    this.kind = kind
  }
}

const WORDS = {
  crashed: 'The browser crashed while it had the page in hand; the page may need more memory than there is.',
  hangs: 'The browser did not answer in time while it had the page in hand.',
  blind: 'The browser did not read all that the page has in it.',
  ended: 'The browser ended while it had the page in hand.',
} as const

/** Waits for a step of the browser, and no longer than the deadline. */
export type Guard = <T>(step: Promise<T>) => Promise<T>

/**
 * Watches over the steps that one page takes.
 * @param crashed rejects where the page’s process crashes: the steps under way would never end
 * @param deadline how long a step may take, in milliseconds
 */
export function createGuard(crashed: Promise<never>, deadline: number): Guard {
  crashed.catch(() => undefined)
  return async (step) => {
    const { promise: late, reject } = Promise.withResolvers<never>()
    const timer = setTimeout(() => reject(new BrowserFault('hangs')), deadline)
    try {
      const refined = step.catch(async (error: unknown) => {
        if (!(error instanceof Error && tellsOfEnd(error))) throw error
        // Of a crash the browser tells a moment after the step has failed.
        await Promise.race([crashed, pause(NOTICE)])
        throw new BrowserFault('ended', error)
      })
      return await Promise.race([refined, crashed, late])
    } finally {
      clearTimeout(timer)
    }
  }
}

/** How long, in milliseconds, word of a crash may take. */
const NOTICE = 200

/** What the driver throws tells that the browser is gone by its name, or that a frame or a session of it is detached. */
function tellsOfEnd({ name, message }: Error): boolean {
  return GONE.has(name) || /\bdetached\b/.test(message)
}

const GONE = new Set(['TargetCloseError', 'ConnectionClosedError', 'ProtocolError'])
