import { setTimeout as pause } from 'node:timers/promises'
import { clearUnderWay } from '../files/under-way.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** How long, in milliseconds, a signal may wait for what is ended before. */
const PATIENCE = 2_000

/**
 * Has something ended before a signal ends this program: a thread hears of no signal, and a browser that hangs outlives its
 * driver; what is being written beside its place goes. A second signal ends the program at once.
 * @returns where a signal has come, waits for the program’s end: nothing is said or done after it
 */
export function endBeforeSignals(end: () => Promise<void>): () => Promise<void> {
  let ending: Promise<void> | undefined
  const resend = (signal: NodeJS.Signals): void => {
    for (const each of SIGNALS) process.off(each, stop)
    clearUnderWay()
    process.kill(process.pid, signal)
  }
  const endFirst = async (signal: NodeJS.Signals): Promise<void> => {
    await Promise.race([end(), pause(PATIENCE)]).catch(() => undefined)
    resend(signal)
    await new Promise(() => undefined)
  }
  const stop = (signal: NodeJS.Signals): void => {
    if (ending) resend(signal)
    else ending = endFirst(signal)
  }
  for (const each of SIGNALS) process.on(each, stop)
  return async () => ending
}
