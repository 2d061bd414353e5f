import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Two named pipes to a process, which both sides read as files: an answer is waited for as a process is. */
export interface Pipes {
  /** A folder for what the process says besides. */
  readonly place: string
  /** The other ends, for the process. */
  readonly given: readonly [orders: number, answers: number]
  /** Closes them here, once the process has them. */
  handOver(): void
  order(text: string): void
  /** What the process answers; nothing where it has ended. */
  answer(): string | undefined
  close(): void
}

export function openPipes(): Pipes {
  const place = mkdtempSync(join(tmpdir(), 'editions-commands-'))
  const [orders, answers] = [join(place, 'orders'), join(place, 'answers')]
  execFileSync('mkfifo', [orders, answers])
  // A pipe that is opened for both opens at once; one for one end alone, when the other end is there.
  const both = [openSync(orders, 'r+'), openSync(answers, 'r+')]
  const [toOrder, toAnswer] = [openSync(orders, 'w'), openSync(answers, 'r')]
  const given = [openSync(orders, 'r'), openSync(answers, 'w')] as const
  const remove = (): void => rmSync(place, { recursive: true, force: true })
  process.once('exit', remove)
  const bytes = Buffer.alloc(16)
  return {
    place,
    given,
    handOver: () => [...both, ...given].forEach((each) => closeSync(each)),
    order: (text) => void writeSync(toOrder, text),
    answer: () => {
      const length = readSync(toAnswer, bytes)
      return length === 0 ? undefined : bytes.toString('utf8', 0, length)
    },
    close: () => {
      closeSync(toOrder)
      closeSync(toAnswer)
      process.off('exit', remove)
      remove()
    },
  }
}
