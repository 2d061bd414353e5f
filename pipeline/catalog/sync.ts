import { join } from 'node:path'
import pLimit from 'p-limit'
import { digestOf, moveRead, removeRead, replace } from '../files/swap.ts'
import type { Publication } from '../model/publication.ts'
import type { Catalog } from '../model/catalog.ts'
import { interimOf } from './interim.ts'
import { ledgerFile, type Ledger } from './ledger.ts'
import { sameLedger, serializeLedger } from './ledger-form.ts'
import type { Pending } from './pending.ts'
import { serializeQuestions } from './questions.ts'
import { serializeCatalog } from './store.ts'

/** Limit of parallel writes. Each waits for the disk, for which Node has four threads; more would only use memory. */
const WRITES_AT_ONCE = 4

/** A step of a sync: a file to write, remove, or move to a free place. `digest` is of the file as it was read. */
export type Step = { readonly file: string; readonly digest: string | undefined } & (
  { readonly kind: 'write'; readonly text: () => string } | { readonly kind: 'remove' } | { readonly kind: 'move'; readonly to: string }
)

/** Digests of files after the steps so far, by path relative to the root. */
export type Standing = Map<string, string | undefined>

/**
 * The steps of a sync, in stages; the order within a stage is free. At each moment every text is in a catalog or a ledger, with
 * the English that it answers.
 * The stages:
 * - questions, which are read at former and present keys alike
 * - interim ledgers, which know former and new texts
 * - catalogs of translations
 * - removal of a renamed document’s former files, and move of the record of its author’s file
 * - move of its English catalog, which identifies it
 * - English catalogs, which record what the last sync saw
 * - final ledgers
 */
export function stagesOf({ catalogs, sources = new Set(), ledgers, moved, questions = [] }: Pending): Step[][] {
  const replaced = new Set(catalogs.map(({ tag, namespace }) => ledgerFile(tag, namespace)))
  const interims = ledgers.map(({ before, after }) => (replaced.has(after.file) ? interimOf(before, after) : after))
  return [
    questions.map(({ after: { file, digest, byKey } }) => ({ kind: 'write', file, digest, text: () => serializeQuestions(byKey) })),
    questions.flatMap(({ removed }) => (removed ? [{ kind: 'remove', file: removed.file, digest: removed.digest }] : [])),
    interims.map(ledgerStep),
    catalogs.filter((catalog) => !sources.has(catalog)).map(catalogStep),
    moved.flatMap(({ removed, carried }): Step[] => [
      ...removed.map(({ file, digest }): Step => ({ kind: 'remove', file, digest })),
      ...carried.map((each): Step => ({ kind: 'move', ...each })),
    ]),
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
 * Writes the pending changes in order.
 * @returns the changed paths
 * @throws Overtaken if a file was saved since it was read; earlier writes remain
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

/** Executes a step and updates `standing`. Returns whether anything changed. */
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
export function pendingFiles({ catalogs, ledgers, moved, questions = [] }: Pending): string[] {
  const written = [...catalogs, ...ledgers.map(({ after }) => after), ...questions.map(({ after }) => after)]
  return [...new Set([...written.map(({ file }) => file), ...removedFiles({ moved, questions })])].sort()
}

/** The paths that `writePending` would remove. */
export function removedFiles({ moved, questions = [] }: Pick<Pending, 'moved' | 'questions'>): string[] {
  const files = moved.flatMap(({ english, removed, carried }) => [english.from, ...removed, ...carried])
  return [...files, ...questions.flatMap(({ removed }) => removed ?? [])].map(({ file }) => file)
}
