import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openHealth } from '../../pipeline/jobs/health.ts'

const MINUTE = 60_000

/** A worker’s health, with a clock of its own, and as it is found after so many looks. */
async function found(
  jobs: { waiting: number; inHand?: number; made?: number[]; rests?: 'some' | 'longest' },
  minutes: number,
): Promise<boolean> {
  const counts = { made: 0, known: 0, failed: 0, milliseconds: 0, inHand: jobs.inHand ?? 0 }
  const rests = { isResting: jobs.rests !== undefined, isLongest: jobs.rests === 'longest' }
  let now = 0
  const seen = { looks: 0 }
  const waiting = async (): Promise<number> => {
    seen.looks++
    counts.made = jobs.made?.[seen.looks] ?? counts.made
    return jobs.waiting
  }
  const health = openHealth({ counts, rests, isConnected: () => true, waiting }, () => now, 1)
  const lookAgain = async (): Promise<void> => {
    const enough = seen.looks + 2
    while (seen.looks < enough) await pause(1)
  }
  await lookAgain()
  now = minutes * MINUTE
  await lookAgain()
  health.close()
  return health.isWell
}

test('a worker is ill where jobs wait for a minute and it takes none, and only then', async () => {
  expect(await found({ waiting: 3 }, 0.5)).toBe(true)
  expect(await found({ waiting: 3 }, 1.1)).toBe(false)
  expect(await found({ waiting: 0 }, 10)).toBe(true)
  expect(await found({ waiting: 3, inHand: 1 }, 10)).toBe(true)
})

test('one that has done something since the last look is well, though it has nothing in hand', async () => {
  expect(await found({ waiting: 3, made: Array.from({ length: 99 }, (_, at) => at) }, 10)).toBe(true)
})

test('one that rests since its machine did not print is well, until it does nothing but rest', async () => {
  expect(await found({ waiting: 3, rests: 'some' }, 10)).toBe(true)
  expect(await found({ waiting: 0, rests: 'longest' }, 0)).toBe(false)
})
