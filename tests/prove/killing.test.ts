import { expect, test } from 'vitest'
import { createRandom } from '../bench/keys/corpus.ts'
import { killAtRandom } from '../killing.ts'

test('builds, browsers and pages that are killed leave whole editions, and no process', async () => {
  const { struck, faults } = await killAtRandom(3, createRandom(2018))
  expect(faults).toEqual([])
  for (const count of Object.values(struck)) expect(count).toBeGreaterThan(0)
})
