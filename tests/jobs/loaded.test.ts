import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadPeer } from '../../pipeline/jobs/peer.ts'
import { Failure } from '../../pipeline/problem.ts'

const others = globSync('pipeline/**/*.{js,ts}').filter((file) => !file.startsWith('pipeline/jobs/'))
const thatSay = (words: RegExp): string[] => others.filter((file) => words.test(readFileSync(file, 'utf8'))).sort()

test('without a queue nothing of it is loaded: what loads it does so when it is needed', () => {
  expect(others.length).toBeGreaterThan(300)
  // An import for its types alone loads nothing.
  expect(thatSay(/^(?:import|export) (?!type\b)[^']*\bfrom '[./]+\/jobs\//m)).toEqual([])
  expect(thatSay(/\bimport\('[./]+\/jobs\//)).toEqual([
    'pipeline/build/maker-thread.ts',
    'pipeline/cli/prints.ts',
    'pipeline/cli/worker.ts',
  ])
})

const NO_PACKAGE: string = 'no-such-package-of-the-queue'

test('where a package is not installed that it needs, it is named, with how it is installed', async () => {
  const missing: unknown = await loadPeer('bullmq', () => import(NO_PACKAGE)).catch((error: unknown) => error)
  expect(missing).toBeInstanceOf(Failure)
  const [problem] = (missing as Failure).problems
  expect(problem!.reason).toContain('bullmq is not installed')
  expect(problem!.note).toContain('npm install bullmq ioredis')
})

test('another fault of a package is told as it is', async () => {
  await expect(loadPeer('bullmq', async () => Promise.reject(new Error('out of order')))).rejects.toThrow('out of order')
})
