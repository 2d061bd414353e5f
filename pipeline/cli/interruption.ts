import { setTimeout as pause } from 'node:timers/promises'
import { clearUnderWay } from '../files/under-way.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Time, in milliseconds, that a signal waits for `end`. */
const PATIENCE = 2_000

/**
 * Runs `end` before a signal ends this program, and removes staged files. Threads receive no signals, and a hanging browser
 * outlives its driver. A second signal ends the program at once.
 * @returns a function that never resolves after a signal, so that nothing is printed or done after it
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

/** Waits for the first signal. The next one ends this program at once. */
export function firstSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const stop = (signal: NodeJS.Signals): void => {
      for (const each of SIGNALS) process.off(each, stop)
      resolve(signal)
    }
    for (const each of SIGNALS) process.on(each, stop)
  })
}
