import { hash } from 'node:crypto'
import { notesFor } from '../catalog/notes.ts'
import { statesOf } from '../catalog/states.ts'
import { composeEdition } from '../edition/compose.ts'
import { formOf } from '../edition/form.ts'
import { factsOf } from '../formats/facts.ts'
import type { Composed } from '../formats/format.ts'
import { draftReasons, gateEditions, type GatedEdition } from '../gates/verdicts.ts'
import type { Statuses } from '../gates/status.ts'
import { ownOrDerived } from '../language/derive.ts'
import type { Correction } from '../model/catalog.ts'
import type { Segment } from '../model/document.ts'
import type { DraftReasons } from '../model/edition.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import type { ReadDocument } from './read-document.ts'
import { lookupOf, type Shared } from './shared.ts'

/** Tells whether an edition is in the output, or will be. */
export type Stands = (document: string, tag: Tag) => boolean

/** The editions of a document. */
export interface Editions {
  /** Editions below their gates. */
  readonly gated: readonly GatedEdition[]
  /** Existing editions, to which web pages link. */
  readonly siblings: readonly Tag[]
  /** Inputs of an edition that depend on other texts or on the status of texts, as JSON. */
  readonly circumstances: (tag: Tag) => string
  readonly compose: (tag: Tag) => Composed
}

/** Creates the editions of a document from the status of its texts and of the interface. */
export type Composer = (statuses: Statuses, site: Statuses) => Editions

/**
 * Opens the composer of a document.
 * @param stands tells which editions exist of all documents, before this document’s gates
 */
export async function openComposer(
  { opened, bearings, anchorsOf: places }: ReadDocument,
  publication: Publication,
  { wordsOf }: Shared,
  stands: Stands,
): Promise<Composer> {
  const { document, corrections, ...texts } = opened.reconciled
  const correctionsIn = (tag: Tag): readonly Correction[] =>
    ownOrDerived(
      tag,
      (each) => corrections?.byTag.get(each),
      (all, write) => all.map((each) => ({ ...each, before: write(each.before), after: write(each.after) })),
    ) ?? []
  const lookup = await lookupOf(texts)
  const form = formOf(document, texts.translations)
  const digestOf = (textOf: (segment: Segment) => string): string =>
    hash('sha256', JSON.stringify(document.segments.map((segment) => [segment.key, textOf(segment)])))
  const source = { language: document.language, sha256: digestOf(({ text }) => text) }
  return (statuses, site) => {
    const gated = gateEditions(publication, document.id, statuses, false)
    const isLeftOut = (tag: Tag): boolean => gated.some((each) => each.tag === tag && each.outcome === 'skip')
    const isThere: Stands = (other, tag) => stands(other, tag) && !(other === document.id && isLeftOut(tag))
    // A link leads to the edition in the same language. If that is left out, it leads to the source edition.
    const editionOf = (other: string, tag: Tag): Tag | undefined =>
      [tag, publication.source, ...publication.editions].find((each) => publication.editions.includes(each) && isThere(other, each))
    const siblings = publication.editions.filter((tag) => isThere(document.id, tag))
    const states = (tag: Tag): ReturnType<typeof statesOf> => statesOf(tag, document.segments, texts)
    const reasonsOf = (tag: Tag): DraftReasons | undefined => draftReasons(statuses[tag]!, site[tag]!)
    return {
      gated,
      siblings,
      circumstances: (tag) =>
        JSON.stringify([
          form,
          siblings,
          reasonsOf(tag),
          [...states(tag)],
          bearings.linked.map((other) => editionOf(other, tag)),
          correctionsIn(tag),
        ]),
      compose: (tag) => {
        const words = wordsOf(tag)
        const edition = composeEdition(
          document,
          tag,
          lookup,
          states(tag),
          reasonsOf(tag),
          notesFor(tag, texts.english.entries, texts.translations),
          { anchorsOf: places, editionOf: (other) => editionOf(other, tag) },
          form,
          correctionsIn(tag),
        )
        const shown = digestOf(({ key }) => lookup(tag, document.id, key).text)
        return { edition, words, facts: factsOf(edition, words, source, { ...statuses[tag]!, sha256: shown }, document.front.published) }
      },
    }
  }
}
