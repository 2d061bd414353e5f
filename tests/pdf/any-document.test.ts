import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PaperName } from '../../pipeline/model/publication.ts'
import { anyPassage } from './any/blocks.ts'
import { findingsIn, type Finding } from './any/findings.ts'
import type { Passage } from './any/publish.ts'
import { widePassage } from './any/wide.ts'

/** `ANY_DOCUMENTS=1000` tries so many passages of each kind, `ANY_SEED=…` others. */
const COUNT = Number(process.env['ANY_DOCUMENTS'] ?? 8)
const SEED = Number(process.env['ANY_SEED'] ?? 1)
const PAPERS: readonly PaperName[] = ['A4', 'A5', 'Letter']

/** One build has so many passages, a document so many of them. */
const TOGETHER = 160
const A_DOCUMENT = 20
const A_WIDE_DOCUMENT = 5
/** So many signs stand side by side in the smallest type of a table, in the narrowest place that there is. */
const FITTING = { A4: 60, A5: 38, Letter: 60 } as const

const divided = <T>(all: readonly T[], length: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / length) }, (_, index) => all.slice(index * length, (index + 1) * length))

const numbers = Array.from({ length: COUNT }, (_, number) => number)
const parts = divided(numbers, TOGETHER).map((each, index) => [index, PAPERS[index % 3]!, each] as const)

/** How long one finding is made smaller, in milliseconds. */
const SHRINKING = 120_000

/** What was found, and where a single passage brings it about, a smaller one that does as well. */
async function told(
  findings: readonly Finding[],
  arbitrary: fc.Arbitrary<Pick<Passage, 'text' | 'isWide'>>,
  paper: PaperName,
): Promise<string> {
  const all: string[] = []
  for (const { passages, tag, said } of findings) {
    const [{ number }] = passages as [Passage]
    const holds = async (passage: Pick<Passage, 'text' | 'isWide'>): Promise<boolean> =>
      (await findingsIn([[{ ...passage, number }]], paper)).findings.length === 0
    const shrunk =
      passages.length === 1
        ? (
            await fc.check(fc.asyncProperty(arbitrary, holds), {
              seed: SEED,
              path: `${number}`,
              numRuns: 1,
              interruptAfterTimeLimit: SHRINKING,
            })
          ).counterexample
        : undefined
    all.push([`${tag} on ${paper}: ${said}`, ...(shrunk ?? passages).map(({ text }) => text)].join('\n\n'))
  }
  return all.join('\n\n====\n\n')
}

test.each(parts)(
  'whatever documents hold, every print conforms and says what its page does, in all languages: part %i, on %s',
  { timeout: 3_600_000 },
  async (index, paper, part) => {
    const any = anyPassage.map((text) => ({ text, isWide: false }))
    const all = fc.sample(any, { numRuns: COUNT, seed: SEED })
    const passages = part.map((number) => ({ ...all[number]!, number }))
    // The last of four parts is one document, longer than those that the build itself holds against every rule.
    const documents = divided(passages, index % 4 === 3 ? TOGETHER : A_DOCUMENT)
    const { findings, published } = await findingsIn(documents, paper)
    expect(await told(findings, any, paper)).toBe('')
    expect(published).toBe(documents.length * 5)
  },
)

test.each(parts)(
  'whatever is wide in a document stands in its place, and all else is as large as ever, or its line is told: part %i, on %s',
  { timeout: 3_600_000 },
  async (_, paper, part) => {
    const any = widePassage.map(({ text, signs }) => ({ text, isWide: signs > FITTING[paper] }))
    const all = fc.sample(any, { numRuns: COUNT, seed: SEED })
    const passages = part.map((number) => ({ ...all[number]!, number }))
    const { findings, refused } = await findingsIn(divided(passages, A_WIDE_DOCUMENT), paper)
    expect(await told(findings, any, paper)).toBe('')
    expect(refused.length).toBeLessThan(passages.length / 2)
  },
)
