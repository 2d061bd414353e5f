import { expect, test } from 'vitest'
import { readQueueAddress } from '../../pipeline/jobs/queue-address.ts'
import { Failure } from '../../pipeline/problem.ts'

const said = (given: string): string => {
  try {
    return JSON.stringify(readQueueAddress(given))
  } catch (error) {
    const [problem] = (error as Failure).problems
    return [problem!.reason, problem!.actual, problem!.expected, problem!.note].join(' ')
  }
}

test.each(['redis://localhost', 'redis://10.0.0.7:6380/2', 'rediss://ana:secret@queue.example:6379'])('%s is taken', (given) => {
  const { url, shown } = readQueueAddress(given)
  expect(url).toBe(given)
  expect(shown).toContain(new URL(given).host)
  expect(shown).not.toMatch(/ana|secret/)
})

test.each(['postgres://ana:secret@db/queue', 'postgresql://ana:secret@db/queue'])('%s is refused with the reason', (given) => {
  expect(said(given)).toContain('taskforcesh/bullmq#4814')
  expect(said(given)).not.toMatch(/ana|secret/)
})

test.each(['', 'localhost:6379', 'http://ana:secret@localhost', 'redis://', 'redis:/secret', 'secret'])(
  '“%s” is no address, and is not repeated',
  (given) => {
    expect(() => readQueueAddress(given)).toThrow(Failure)
    expect(said(given)).toContain('redis://host:6379')
    expect(said(given)).not.toMatch(/ana|secret/)
  },
)
