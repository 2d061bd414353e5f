import { join } from 'node:path'
import pLimit from 'p-limit'
import { digestOf, moveRead, removeRead, replace } from '../files/swap.ts'
import type { Publication } from '../model/publication.ts'
import type { Catalog } from '../model/catalog.ts'
import { interimOf } from './interim.ts'
import { ledgerFile, sameLedger, serializeLedger, type Ledger } from './ledger.ts'
import type { Pending } from './pending.ts'
import { serializeCatalog } from './store.ts'

/** Each write waits for the disk; Node has four threads for that, and more texts at once would only take memory. */
const WRITES_AT_ONCE = 4

/** A file to write, or to remove, or to move to a place where there is none; and its digest as it was read. */
export type Step = { readonly file: string; readonly digest: string | undefined } & (
  { readonly kind: 'write'; readonly text: () => string } | { readonly kind: 'remove' } | { readonly kind: 'move'; readonly to: string }
)

/** What stands in files by the steps that were taken: a digest by file, relative to the root. */
export type Standing = Map<string, string | undefined>

/**
 * What is to be written, in stages; the steps of one may be taken in any order. At each moment a text stands in a catalog
 * or in a ledger, and answers the English that it answered: first the ledgers tell of the texts that are there and of those
 * to come; then come the catalogs of the translations. A document that was renamed has its texts at its present place by
 * then, and leaves the former one: its English catalog last, by which it is known. Then come the English ones, since they
 * say what the last sync saw, and the ledgers as they are to be.
 */
export function stagesOf({ catalogs, sources = new Set(), ledgers, moved }: Pending): Step[][] {
  const replaced = new Set(catalogs.map(({ tag, namespace }) => ledgerFile(tag, namespace)))
  const interims = ledgers.map(({ before, after }) => (replaced.has(after.file) ? interimOf(before, after) : after))
  return [
    interims.map(ledgerStep),
    catalogs.filter((catalog) => !sources.has(catalog)).map(catalogStep),
    moved.flatMap(({ removed }) => removed.map(({ file, digest }) => ({ kind: 'remove', file, digest }))),
    moved.map(({ english: { from, to } }) => ({ kind: 'move', file: from.file, digest: from.digest, to: to.file })),
    catalogs.filter((catalog) => sources.has(catalog)).map(catalogStep),
    ledgers.flatMap(({ after }, at) => (sameLedger(after, interims[at]!) ? [] : [ledgerStep(after)])),
  ]
}

function catalogStep({ file, digest, entries, layout }: Catalog): Step {
  return { kind: 'write', file, digest, text: () => serializeCatalog(entries, layout) }
}

function ledgerStep(ledger: Ledger): Step {
  return { kind: 'write', file: ledger.file, digest: ledger.digest, text: () => serializeLedger(ledger) }
}

/**
 * Writes what has moved on since the last sync, and then what goes beyond it.
 * @returns the paths that changed
 * @throws Overtaken where somebody saved one of the files since it was read; what was written before that stands
 */
export async function writePending({ root }: Publication, ...all: readonly Pending[]): Promise<string[]> {
  const standing: Standing = new Map()
  const written = new Set<string>()
  const limit = pLimit(WRITES_AT_ONCE)
  for (const stage of all.flatMap(stagesOf)) {
    const steps = await Promise.allSettled(
      stage.map((step) => limit(async () => void ((await take(root, step, standing)) && written.add(step.file)))),
    )
    const failed = steps.find((step) => step.status === 'rejected')
    if (failed) throw failed.reason as Error
  }
  return [...written].sort()
}

/** Takes a step, which changes what stands. Returns whether anything changed. */
export async function take(root: string, step: Step, standing: Standing): Promise<boolean> {
  const path = join(root, step.file)
  const digest = standing.has(step.file) ? standing.get(step.file) : step.digest
  if (step.kind === 'write') {
    const bytes = new TextEncoder().encode(step.text())
    const isNew = await replace(path, bytes, digest)
    standing.set(step.file, digestOf(bytes))
    return isNew
  }
  standing.set(step.file, undefined)
  if (step.kind === 'remove') return removeRead(path, digest, join(root, 'locales'))
  await moveRead(path, digest, join(root, step.to))
  standing.set(step.to, digest)
  return true
}

/** The paths that `writePending` would change. */
export function pendingFiles({ catalogs, ledgers, moved }: Pending): string[] {
  return [...new Set([...catalogs.map(({ file }) => file), ...ledgers.map(({ after }) => after.file), ...removedFiles({ moved })])].sort()
}

/** The paths that `writePending` would remove. */
export function removedFiles({ moved }: Pick<Pending, 'moved'>): string[] {
  return moved.flatMap(({ english, removed }) => [english.from, ...removed].map(({ file }) => file))
}
