/** A thread that fails in every way that a thread can. */
import { BrowserFault } from '../../../pipeline/pdf/guard.ts'
import { serveThread } from '../../../pipeline/pdf/thread.ts'
import { failure } from '../../../pipeline/problem.ts'

const functions = {
  answer: (): string => 'here',
  wait: (): Promise<never> => new Promise(() => undefined),
  throwText: (): never => {
    // oxlint-disable-next-line typescript/only-throw-error -- what a collection may do
    throw 'A text.'
  },
  throwUncopyable: (): never => {
    throw new BrowserFault('crashed', Object.assign(new Error('The cause.'), { handle: () => undefined }))
  },
  throwFailure: (): never => {
    throw failure({ rule: 'browser', file: 'here', position: { line: 3, column: 4 }, message: 'No.', remedy: 'Do it.' })
  },
  die: (): Promise<never> => {
    setImmediate(() => {
      throw new Error('Something unforeseen.')
    })
    return new Promise(() => undefined)
  },
  leave: (): never => process.exit(0),
}

export type Serving = typeof functions

serveThread(functions)
