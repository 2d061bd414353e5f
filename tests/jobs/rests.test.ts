import { expect, test } from 'vitest'
import { openRests } from '../../pipeline/jobs/rests.ts'

test('jobs in hand that fail together begin one rest: a machine that faltered once is not taken to be ill', () => {
  const calls: string[] = []
  const rests = openRests(1000, () => calls.push('pause'), () => calls.push('resume')) // prettier-ignore
  for (let job = 0; job < 8; job++) rests.begin(`fault ${job}`)
  expect(calls).toEqual(['pause'])
  expect(rests.isLongest).toBe(false)
  expect(rests.reason).toBe('fault 7')
  rests.end()
})

test('a job that fails while its worker leaves begins no rest, which would keep the program from its end', () => {
  const calls: string[] = []
  const rests = openRests(1000, () => calls.push('pause'), () => calls.push('resume')) // prettier-ignore
  rests.end()
  rests.begin('fault')
  expect(rests.isResting).toBe(false)
  expect(calls).toEqual([])
})

test('rests in a row become the longest', async () => {
  let woken: (() => void) | undefined
  const rests = openRests(0, () => undefined, () => woken?.()) // prettier-ignore
  for (let row = 0; row < 5; row++) {
    expect(rests.isLongest).toBe(false)
    rests.begin('fault')
    await new Promise<void>((resolve) => (woken = resolve))
  }
  expect(rests.isLongest).toBe(true)
  rests.over()
  expect(rests.isLongest).toBe(false)
})
