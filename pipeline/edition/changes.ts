import type { Nodes } from 'mdast'
import type { SegmentState } from '../model/catalog.ts'
import type { Document } from '../model/document.ts'
import type { Phrase, SectionChanges } from '../model/edition.ts'

/** Id of the programme’s heading in every page. */
const PROGRAMME = 'programme'

/**
 * Sections of an edition whose source was edited since they were translated, in their order, with each text as it was and as it
 * is. Edits of punctuation alone are left out, and so are texts whose former source nobody knows.
 */
export function changesOf(
  { segments }: Pick<Document, 'segments'>,
  states: ReadonlyMap<string, SegmentState>,
  ids: ReadonlyMap<Nodes, string>,
  phrase: (key: string) => Phrase,
): SectionChanges[] {
  const changes: (Omit<SectionChanges, 'texts'> & { readonly texts: { before: string; after: string }[] })[] = []
  let section: Pick<SectionChanges, 'id' | 'title'> = { id: undefined, title: undefined }
  for (const { key, kind, node } of segments) {
    const id = kind === 'heading' && node ? ids.get(node) : undefined
    if (id !== undefined) section = { id, title: phrase(key) }
    if (kind === 'programme' && section.id !== PROGRAMME) section = { id: PROGRAMME, title: undefined }
    const state = states.get(key)
    if (state?.state !== 'stale' || state.minor || state.change.before === '') continue
    const { before, after } = state.change
    const last = changes.at(-1)
    if (last && last.id === section.id) last.texts.push({ before, after })
    else changes.push({ ...section, texts: [{ before, after }] })
  }
  return changes
}
