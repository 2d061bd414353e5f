import { AsyncLocalStorage } from 'node:async_hooks'
import type { ChildProcess } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'

const starting = new AsyncLocalStorage<(program: ChildProcess) => void>()

subscribe('child_process', (message) => starting.getStore()?.((message as { process: ChildProcess }).process))

/**
 * Tells of each process that a call starts, as it starts it: the browser’s driver names its own only when that has answered.
 * @param started is called before the process has its number
 */
export function tellOfProcesses<T>(call: () => T, started: (program: ChildProcess) => void): T {
  return starting.run(started, call)
}

/** Kills a process and the group that it leads, at once. */
export function killGroup(program: ChildProcess): void {
  if (program.pid === undefined || hasEnded(program)) return
  if (process.platform === 'win32') program.kill('SIGKILL')
  else process.kill(-program.pid, 'SIGKILL')
}

/** Waits until a process has ended; one that never started has. */
export async function endOf(program: ChildProcess): Promise<void> {
  if (program.pid === undefined || hasEnded(program)) return
  await new Promise<void>((resolve) => {
    program.once('exit', () => resolve())
    // Its driver lets this program end without it.
    program.ref()
  })
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}
