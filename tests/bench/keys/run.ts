/**
 * How well keys survive: real prose, edited as people edit, with the truth known. `node tests/bench/keys/run.ts
 * [--verbose] [--seed N] [--documents N]`. Ends with 1 where a target is missed.
 */
import { parseArgs } from 'node:util'
import { assignKeys } from '../../../pipeline/catalog/keys.ts'
import { createRandom, draftOf, readCorpus, type Block } from './corpus.ts'
import { EDITS } from './edits.ts'

const { values } = parseArgs({
  options: {
    verbose: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    documents: { type: 'string', default: '400' },
  },
})

interface Tally {
  unchanged: number
  unchangedKept: number
  swapped: number
  edited: number
  editedKept: number
  carried: number
  wrong: number
  divided: number
  dividedRight: number
}

const empty = (): Tally => ({
  unchanged: 0,
  unchangedKept: 0,
  swapped: 0,
  edited: 0,
  editedKept: 0,
  carried: 0,
  wrong: 0,
  divided: 0,
  dividedRight: 0,
})

const corpus = readCorpus()
const all = corpus.flat()
const tallies = new Map<string, Tally>()

/** How much two texts share: twice their longest common subsequence of words by the words of both. */
function alike(a: string, b: string): number {
  const [first, second] = [a.split(/\s+/), b.split(/\s+/)]
  let row = Array.from({ length: second.length + 1 }, () => 0)
  for (const word of first) {
    const next = [0]
    second.forEach((other, at) => next.push(word === other ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!)))
    row = next
  }
  return (2 * row.at(-1)!) / (first.length + second.length)
}

/** Blocks of one README or several, some repeated as a heading or a list item may be. */
function documentOf(random: () => number): Block[] {
  const size = 20 + Math.floor(random() ** 2 * 380)
  const blocks: Block[] = []
  while (blocks.length < size) blocks.push(...corpus[Math.floor(random() * corpus.length)]!)
  const cut = blocks.slice(0, size)
  for (let count = Math.floor(size / 40); count > 0; count--)
    cut.splice(Math.floor(random() * size), 0, cut[Math.floor(random() * cut.length)]!)
  return cut.map((block, at) => ({ ...block, from: [at] }))
}

function judge(name: string, former: readonly Block[], present: readonly Block[]): void {
  const tally = tallies.get(name) ?? empty()
  tallies.set(name, tally)
  const before = assignKeys(draftOf(former), new Map(), new Map()).document.segments.filter(({ kind }) => kind !== 'front')
  const previous = new Map(before.map(({ key, text }) => [key, text]))
  const after = assignKeys(draftOf(present), previous, new Map()).document.segments.filter(({ kind }) => kind !== 'front')
  if (before.length !== former.length || after.length !== present.length) throw new Error('A block is no passage.')
  const ownerOf = new Map(before.map(({ key }, at) => [key, at]))
  const heirs = Map.groupBy(present.entries(), ([, { from }]) => from.join())
  present.forEach((block, at) => {
    const owner = ownerOf.get(after[at]!.key)
    const complain = (what: string, origin?: number): void => {
      if (!values.verbose) return
      console.log(`\n${name}: ${what}\n  now    ${block.text.slice(0, 300)}`)
      if (origin !== undefined) console.log(`  origin ${former[origin]!.text.slice(0, 300)}`)
      if (owner !== undefined) console.log(`  given  ${former[owner]!.text.slice(0, 300)}`)
    }
    if (owner !== undefined) {
      tally.carried++
      if (!block.from.includes(owner) && former[owner]!.text !== block.text) {
        tally.wrong++
        complain('sits on unrelated text', block.from[0])
      }
    }
    const [origin] = block.from
    if (origin === undefined) return
    const siblings = heirs.get(block.from.join())!.map(([, each]) => each)
    if (block.from.length > 1 || siblings.length > 1) {
      const origins = block.from.toSorted((a, b) => former[b]!.text.length - former[a]!.text.length)
      const isLargest = siblings.every(({ text }) => text.length <= block.text.length)
      if (!isLargest) return
      tally.divided++
      if (owner === origins[0]) tally.dividedRight++
      else complain('not with the largest part', origins[0])
    } else if (former[origin]!.text === block.text) {
      tally.unchanged++
      if (owner !== undefined && former[owner]!.text === block.text) tally.unchangedKept++
      else complain('unchanged, lost its key', origin)
      if (owner !== origin) tally.swapped++
    } else if (alike(former[origin]!.text, block.text) >= 0.5) {
      tally.edited++
      if (owner === origin || (owner !== undefined && former[owner]!.text === former[origin]!.text)) tally.editedKept++
      else complain(`edited, lost its key (${alike(former[origin]!.text, block.text).toFixed(2)} alike)`, origin)
    }
  })
}

const random = createRandom(Number(values.seed))
/** What edits to one document draw from. */
const contextOf = (former: readonly Block[]) => ({
  random,
  foreign: () => {
    // Text that the document has already would be no new text.
    for (;;) {
      const block = all[Math.floor(random() * all.length)]!
      if (!former.some(({ text }) => text === block.text)) return block
    }
  },
  word: () => {
    const words = all[Math.floor(random() * all.length)]!.text.match(/\p{L}{2,}/gu) ?? ['word']
    return words[Math.floor(random() * words.length)]!
  },
})
const names = Object.keys(EDITS)
for (let number = 0; number < Number(values.documents); number++) {
  const former = documentOf(random)
  const isMixed = number % 3 === 0
  const name = isMixed ? 'several at once' : names[number % names.length]!
  const context = contextOf(former)
  let present: Block[] = former
  const edits = Math.max(1, Math.floor(former.length * (isMixed ? 0.25 : 0.08)))
  for (let count = 0; count < edits; count++)
    present = EDITS[isMixed ? names[Math.floor(random() * names.length)]! : name]!(present, context)
  judge(name, former, present)
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`)
const total = empty()
for (const tally of tallies.values()) for (const field of Object.keys(total) as (keyof Tally)[]) total[field] += tally[field]
const rows = [...[...tallies].sort(([a], [b]) => (a < b ? -1 : 1)), ['all', total] as const].map(([name, tally]) => [
  name,
  `${share(tally.unchangedKept, tally.unchanged)} of ${tally.unchanged}`,
  `${share(tally.editedKept, tally.edited)} of ${tally.edited}`,
  `${share(tally.wrong, tally.carried)} of ${tally.carried}`,
  `${share(tally.dividedRight, tally.divided)} of ${tally.divided}`,
  String(tally.swapped),
])
const header = ['edit', 'unchanged kept', 'edited kept', 'wrong', 'largest part kept', 'swapped among equals']
const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column]!.length)))
for (const row of [header, ...rows])
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )

const missed = total.unchangedKept < total.unchanged || total.editedKept < total.edited * 0.97 || total.wrong > total.carried * 0.003
process.exitCode = missed ? 1 : 0
