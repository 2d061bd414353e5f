import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const ALL = 'tests/**/*.test.ts'
const PROOFS = 'tests/prove/'

/** Milliseconds that a test may take on a busy machine. */
const LIMIT = 300_000
/** Milliseconds that what is waited for in a test may take there. */
const WAIT = 60_000

/** Proofs take longest: they come first, so that none runs alone in the end while a processor stands idle. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isProof = ({ moduleId }: TestSpecification): boolean => moduleId.includes(`/${PROOFS}`)
    return [...sorted.filter(isProof), ...sorted.filter((file) => !isProof(file))]
  }
}

/** Tests that change the process that they run in have one of their own, and so have proofs; the others share one, and what it has loaded. */
const alone = globSync(ALL).filter(
  (file) => file.startsWith(PROOFS) || /\bvi\.(?!waitFor)|process\.(?:argv|chdir|on)\b/.test(readFileSync(file, 'utf8')),
)

export default defineConfig({
  test: {
    testTimeout: LIMIT,
    hookTimeout: LIMIT,
    expect: { poll: { timeout: WAIT } },
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'alone', include: alone, isolate: true } },
      { extends: true, test: { name: 'together', include: [ALL], exclude: alone, isolate: false } },
    ],
  },
})
