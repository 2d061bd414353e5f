import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PaperName } from '../../pipeline/model/publication.ts'
import { anyPassage } from './any/blocks.ts'
import { findingsIn, type Finding } from './any/findings.ts'
import type { Passage } from './any/publish.ts'
import { widePassage } from './any/wide.ts'

/** `ANY_DOCUMENTS=1000` tries so many passages of each kind, `ANY_SEED=…` others. */
const COUNT = Number(process.env['ANY_DOCUMENTS'] ?? 6)
const SEED = Number(process.env['ANY_SEED'] ?? 1)
/** `ANY_PASSAGE=7` tries that one alone, and looks for a smaller one with a fault; `ANY_PASSAGE=7,10` tries these in one document. */
const ALONE = process.env['ANY_PASSAGE']?.split(',').map(Number)
const PAPERS: readonly PaperName[] = ['A4', 'A5', 'Letter']

/** One build has so many passages, a document so many of them. */
const TOGETHER = 160
const A_DOCUMENT = 20
const A_WIDE_DOCUMENT = 5
/** So many signs stand side by side in the smallest type of a table, in the narrowest place that there is. */
const FITTING = { A4: 60, A5: 38, Letter: 60 } as const

const divided = <T>(all: readonly T[], length: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / length) }, (_, index) => all.slice(index * length, (index + 1) * length))

const numbers = ALONE ?? Array.from({ length: COUNT }, (_, number) => number)
/** What stands in a passage and on what paper depends on its number alone. */
const parts = PAPERS.flatMap((paper, kind) => {
  const own = numbers.filter((number) => number % PAPERS.length === kind)
  return divided(own, TOGETHER).map((each, index) => [index, paper, each] as const)
})

/** Whether a cell holds so long a piece of code that three of them may be wider than any page. */
const hasLongInTable = (passage: string, signs: number): boolean =>
  passage.split('\n').some((line) => line.includes('|') && new RegExp(`\`[^\`\\s]{${signs},}`, 'u').test(line))

type Text = Pick<Passage, 'text' | 'isWide'>

/** The passages of these numbers. */
function passagesOf(any: fc.Arbitrary<Text>, part: readonly number[]): Passage[] {
  const all = fc.sample(any, { numRuns: Math.max(...numbers) + 1, seed: SEED })
  return part.map((number) => ({ ...all[number]!, number }))
}

/** What was found, with the passages that bring it about, and how they come out again by themselves. */
async function told(findings: readonly Finding[], any: fc.Arbitrary<Text>, paper: PaperName): Promise<string> {
  const all = findings.map(async ({ passages, tag, said }) => {
    const again = `ANY_SEED=${SEED} ANY_PASSAGE=${passages.map(({ number }) => number).join(',')}`
    const shown = ALONE?.length === 1 ? [await smallest(passages[0]!, any, paper)] : passages
    return [`${tag} on ${paper} (${again}): ${said}`, ...shown.map(({ text }) => text)].join('\n\n')
  })
  return (await Promise.all(all)).join('\n\n====\n\n')
}

/** The smallest passage with a fault that comes of one. */
async function smallest(passage: Passage, any: fc.Arbitrary<Text>, paper: PaperName): Promise<Text> {
  const { number } = passage
  const holds = async (text: Text): Promise<boolean> => (await findingsIn([[{ ...text, number }]], paper)).findings.length === 0
  const { counterexample } = await fc.check(fc.asyncProperty(any, holds), { seed: SEED, path: `${number}`, numRuns: 1 })
  return counterexample?.[0] ?? passage
}

test.each(parts)(
  'whatever documents hold, every print conforms and says what its page does, in all languages: part %i, on %s',
  { timeout: 3_600_000 },
  async (index, paper, part) => {
    const any = anyPassage.map((text) => ({ text, isWide: hasLongInTable(text, FITTING[paper]) }))
    // The last of four parts is one document, longer than those that the build itself holds against every rule.
    const documents = divided(passagesOf(any, part), index % 4 === 3 ? TOGETHER : A_DOCUMENT)
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
    const passages = passagesOf(any, part)
    const { findings, refused } = await findingsIn(divided(passages, A_WIDE_DOCUMENT), paper)
    expect(await told(findings, any, paper)).toBe('')
    expect(refused.length).toBeLessThanOrEqual(passages.length / 2)
  },
)
