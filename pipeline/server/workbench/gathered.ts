import type { KeyedText, Reconciled, Texts } from '../../catalog/reconcile.ts'
import { SITE } from '../../catalog/store.ts'
import { Failure } from '../../problem.ts'
import type { View } from '../../project/project.ts'
import type { Queries } from '../../project/queries.ts'

/** The texts of a document, or of the interface, without the trees that pages are made of: those of all documents fit in memory. */
export interface Gathered {
  /** The document’s id, or `site`. */
  readonly id: string
  readonly segments: readonly KeyedText[]
  readonly texts: Pick<Texts, 'english' | 'translations' | 'ledgers'>
}

/** What was gathered, by id, and from which state of the document’s files. */
export type KeptTexts = Map<string, { readonly from: string; readonly gathered: Gathered }>

/**
 * Gathers the texts of all documents that can be read; what has not changed since is kept.
 * @param current the document that somebody works on, which is read and kept as a whole
 */
export async function gather(
  { digests, publication }: View,
  queries: Queries,
  kept: KeptTexts,
  current?: string,
): Promise<readonly Gathered[]> {
  const all: Gathered[] = []
  for (const id of publication.documents) {
    const from = digests.own(id)
    const known = kept.get(id)
    const read = async (): Promise<Reconciled> => (id === current ? (await queries.document(id)).opened.reconciled : queries.glance(id))
    const gathered = known?.from === from ? known.gathered : await gatherOne(id, read)
    if (!gathered) continue
    kept.set(id, { from, gathered })
    all.push(gathered)
  }
  for (const id of kept.keys()) if (!publication.documents.includes(id)) kept.delete(id)
  const site = queries.shared.siteTexts.texts
  return [...all, { id: SITE, segments: [...site.english.entries].map(([key, { text }]) => ({ key, text })), texts: site }]
}

async function gatherOne(id: string, read: () => Promise<Reconciled>): Promise<Gathered | undefined> {
  const found = await read().catch((error: unknown) => (error instanceof Failure ? undefined : Promise.reject(error)))
  if (!found) return undefined
  const { document, english, translations, ledgers } = found
  return { id, segments: document.segments.map(({ key, text, kind }) => ({ key, text, kind })), texts: { english, translations, ledgers } }
}
