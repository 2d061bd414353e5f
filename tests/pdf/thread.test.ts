import { afterEach, beforeEach, expect, test } from 'vitest'
import { BrowserFault } from '../../pipeline/pdf/guard.ts'
import { startThread, ThreadFault, type Thread } from '../../pipeline/pdf/thread.ts'
import { Failure } from '../../pipeline/problem.ts'
import type { Serving } from './threads/serving.ts'

let thread: Thread<Serving>

beforeEach(() => {
  thread = startThread(new URL('threads/serving.ts', import.meta.url))
})
afterEach(() => thread.end())

const failed = (call: Promise<unknown>): Promise<unknown> => call.catch((error: unknown) => error)

test('what is thrown there keeps its kind, and the thread goes on', async () => {
  const { functions } = thread
  expect(await failed(functions.throwText())).toEqual(new Error('A text.'))
  const fault = await failed(functions.throwUncopyable())
  expect(fault).toBeInstanceOf(BrowserFault)
  expect(fault).toMatchObject({ kind: 'crashed', message: expect.stringContaining('The cause.') as string })
  const failure = await failed(functions.throwFailure())
  expect(failure).toBeInstanceOf(Failure)
  expect((failure as Failure).problems).toMatchObject([{ ruleId: 'browser', file: 'here', line: 3, reason: 'No.', note: 'Do it.' }])
  expect(await functions.answer()).toBe('here')
})

test.each([
  ['dies of an error', (each: Thread<Serving>) => each.functions.die(), /Something unforeseen/],
  ['leaves', (each: Thread<Serving>) => each.functions.leave(), /was ended/],
  ['is ended', (each: Thread<Serving>) => Promise.race([each.functions.wait(), each.end().then(() => each.functions.wait())]), /was ended/],
])('one that %s fails all that was asked of it, and what is asked later, with its reason', async (_, end, reason) => {
  const waiting = failed(thread.functions.wait())
  for (const error of [await failed(end(thread)), await waiting, await failed(thread.functions.answer())]) {
    expect(error).toBeInstanceOf(ThreadFault)
    expect((error as Error).message).toMatch(reason)
  }
})
