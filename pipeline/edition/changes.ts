import type { Nodes } from 'mdast'
import type { Correction, SegmentState } from '../model/catalog.ts'
import type { Document } from '../model/document.ts'
import type { Corrected, Phrase, SectionChanges, TextChange } from '../model/edition.ts'

/** Id of the programme’s heading in every page. */
const PROGRAMME = 'programme'

/** A section of a document: the id of its heading and its words. */
export type Section = Pick<SectionChanges, 'id' | 'title'>

/** The title page. */
const FRONT: Section = { id: undefined, title: undefined }

/** The section of each text, by key. */
export function sectionsOf(
  { segments }: Pick<Document, 'segments'>,
  ids: ReadonlyMap<Nodes, string>,
  phrase: (key: string) => Phrase,
): ReadonlyMap<string, Section> {
  const sections = new Map<string, Section>()
  let section = FRONT
  for (const { key, kind, node } of segments) {
    const id = kind === 'heading' && node ? ids.get(node) : undefined
    if (id !== undefined) section = { id, title: phrase(key) }
    if (kind === 'programme' && section.id !== PROGRAMME) section = { id: PROGRAMME, title: undefined }
    sections.set(key, section)
  }
  return sections
}

/**
 * Sections of an edition whose source was edited since they were translated, in their order, with each text as it was and as it
 * is. Edits of punctuation alone are left out, and so are texts whose former source nobody knows.
 */
export function changesOf(sections: ReadonlyMap<string, Section>, states: ReadonlyMap<string, SegmentState>): SectionChanges[] {
  const stale = [...sections.keys()].flatMap((key) => {
    const state = states.get(key)
    return state?.state === 'stale' && !state.minor && state.change.before !== '' ? [{ key, ...state.change }] : []
  })
  return bySection(sections, stale)
}

/** Corrections by day, the last first, and by section. Those that have no day yet come before. */
export function correctedOf(sections: ReadonlyMap<string, Section>, corrections: readonly Correction[]): Corrected[] {
  const byDay = [...Map.groupBy(corrections, ({ on }) => on)]
  const last = (on: string | undefined): string => on ?? '~'
  return byDay.sort(([a], [b]) => (last(a) < last(b) ? 1 : -1)).map(([on, of]) => ({ on, sections: bySection(sections, of) }))
}

function bySection(sections: ReadonlyMap<string, Section>, changes: readonly (TextChange & { readonly key: string })[]): SectionChanges[] {
  const order = new Map([...sections.keys()].map((key, at) => [key, at]))
  // The section of a text that was removed is that of the heading which its key is named after.
  const keyOf = (key: string): string => (sections.has(key) ? key : `${key.slice(0, key.indexOf('.'))}.heading`)
  const placeOf = ({ key }: { readonly key: string }): number => order.get(keyOf(key)) ?? 0
  const found: (Section & { readonly texts: TextChange[] })[] = []
  for (const { key, before, after } of changes.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    const section = sections.get(keyOf(key)) ?? FRONT
    const last = found.at(-1)
    if (last && last.id === section.id) last.texts.push({ before, after })
    else found.push({ ...section, texts: [{ before, after }] })
  }
  return found
}
