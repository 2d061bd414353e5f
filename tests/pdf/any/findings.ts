import type { Tag } from '../../../pipeline/model/language.ts'
import type { PaperName } from '../../../pipeline/model/publication.ts'
import { verifyPdf } from '../../../pipeline/verify/verify-pdf.ts'
import { layoutFaults } from './printed.ts'
import { publishPassages, SENTINEL, TAGS, type Outcome, type Passage } from './publish.ts'

/** An edition that is not as it should be, and the passages that bring it about. */
export interface Finding {
  readonly passages: readonly Passage[]
  readonly tag: Tag
  readonly said: string
}

/** What came of publishing passages. */
export interface Findings {
  readonly findings: readonly Finding[]
  /** The passages that were refused as they may be, and how many editions are published. */
  readonly refused: readonly Passage[]
  readonly published: number
}

/** How a build tells that something is wider than its place, and what helps. */
const WIDER =
  /^(?:A table is \d+ mm wide even in small type, and (?:a page that is turned for it|a note) has \d+ mm; its widest column (?:is “[^]+”, and )?holds “[^]+”|“[^]+” is \d+ mm wide, and its place is \d+ mm)\./
const REMEDY = /^(?:Divide the table in two|Move the table from the note|Write it shorter)/

/** Whether a build refuses something for its width: with its line, and a remedy. */
function isRefusal({ problem, told }: Outcome): boolean {
  return told?.isWide === true && WIDER.test(problem?.actual ?? '') && REMEDY.test(problem?.note ?? '')
}

async function faultOf({ document, tag, pdf, problem, misplaced }: Outcome, paper: PaperName): Promise<string | undefined> {
  if (problem !== undefined || pdf === undefined) return `${problem?.message}\n${problem?.actual}`
  const problems = await verifyPdf(`doc-${document}.${tag}.pdf`, pdf)
  const lacks = problems.map(({ ruleId, actual }) => `${ruleId}: ${actual}`)
  const said = [
    ...lacks,
    ...(await layoutFaults(
      pdf,
      paper,
      SENTINEL,
      misplaced.map(({ number }) => `fn-note-${number}`),
    )),
  ]
  return said.length === 0 ? undefined : said.slice(0, 5).join('\n')
}

/** Passages that are published as a document. */
interface Trial {
  readonly passages: readonly Passage[]
  readonly tags: readonly Tag[]
  /** The fault of a longer document that these are a part of. */
  readonly of: Finding | undefined
}

/**
 * Publishes documents of passages in all languages, and takes those apart that have a fault until what is left brings it about.
 * @param documents each with its passages
 */
export async function findingsIn(documents: readonly (readonly Passage[])[], paper: PaperName): Promise<Findings> {
  const findings: Finding[] = []
  const refused = new Set<Passage>()
  let published = 0
  let trials: Trial[] = documents.map((passages) => ({ passages, tags: TAGS, of: undefined }))
  while (trials.length > 0) {
    const tags = TAGS.filter((tag) => trials.some((trial) => trial.tags.includes(tag)))
    const outcomes = await publishPassages(
      trials.map(({ passages }) => passages),
      tags,
      paper,
    )
    const next: Trial[] = []
    const traced = new Set<Finding>()
    for (const [document, { passages, tags: own, of }] of trials.entries()) {
      const all = outcomes.filter((each) => each.document === document && own.includes(each.tag))
      const wide = all.filter(isRefusal)
      const told = wide.map((each) => each.told!)
      for (const passage of told) refused.add(passage)
      const rest = passages.filter((each) => !told.includes(each))
      if (wide.length > 0 && rest.length > 0) next.push({ passages: rest, tags: wide.map(({ tag }) => tag), of })
      const faults: Finding[] = []
      const apart = new Set<Passage>()
      for (const outcome of all.filter((each) => !wide.includes(each))) {
        const said = await faultOf(outcome, paper)
        if (said === undefined) published++
        else faults.push({ passages, tag: outcome.tag, said })
        if (said !== undefined && outcome.told) apart.add(outcome.told)
      }
      const [first] = faults
      if (of && (first || wide.length > 0)) traced.add(of)
      if (first && passages.length === 1) findings.push(first)
      if (!first || passages.length === 1) continue
      const part = apart.size > 0 && apart.size < passages.length ? [...apart] : passages.slice(0, passages.length / 2)
      const others = passages.filter((each) => !part.includes(each))
      for (const each of [part, others]) next.push({ passages: each, tags: faults.map(({ tag }) => tag), of: first })
    }
    // Where no part has the fault by itself, the whole brings it about.
    findings.push(...new Set(trials.flatMap(({ of }) => (of && !traced.has(of) ? [of] : []))))
    trials = next
  }
  return { findings, refused: [...refused], published }
}
