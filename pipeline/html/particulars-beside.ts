import type { Label } from '../edition/interface.ts'
import type { Phrase } from '../model/edition.ts'
import type { Publication } from '../model/publication.ts'
import type { Tag } from '../model/language.ts'
import { sentenceOf } from './citation.ts'
import { contactOf } from './contact.ts'
import { freshnessOf } from './freshness.ts'
import { addressView, dateLabelOf } from './labels.ts'
import type { Column } from './column.ts'

/** What a language says of a particular: a label, and words or an address. */
interface Particular {
  readonly label?: Label | undefined
  readonly words?: Phrase | Label | undefined
  readonly link?: { readonly href: string; readonly words: string } | undefined
}

/** The same as a template reads it, where a field that is absent is a fault. */
interface Cell {
  readonly tag: Tag
  readonly label: Label | false
  readonly words: Phrase | Label | false
  readonly link: Particular['link'] | false
}

/** A particular in all languages of a parallel edition. */
export interface ParticularRow {
  readonly cells: readonly Cell[]
}

/** A particular of an edition. Nothing where the edition has none. */
type ParticularOf = (column: Column, publication: Publication) => Particular | undefined

const framework: ParticularOf = ({ edition: { programme }, words }) =>
  programme && { label: words.message('cover.framework'), words: programme.framework }
const date: ParticularOf = ({ edition, words }) => ({
  label: dateLabelOf(edition, words),
  words: said(edition.tag, [edition.place?.text, words.day(edition.date)]),
})
const state: ParticularOf = ({ edition, words }) => {
  const freshness = freshnessOf(edition, words)
  return freshness ? { label: words.message('fresh.state'), words: said(edition.tag, [freshness.date]) } : undefined
}
const publisher: ParticularOf = ({ edition: { tag }, words }, { address }) => ({
  label: words.message('imprint.publisher'),
  words: said(tag, [words.message('publisher').text, address === undefined ? undefined : words.message('publisher.address').text]),
})
const contact: ParticularOf = ({ edition, words }, publication) => {
  const found = contactOf(edition, publication, words)
  return found ? { label: words.message('contact'), words: found } : undefined
}
const cite: ParticularOf = ({ edition, words }) => ({
  label: words.message('imprint.cite'),
  words: said(edition.tag, [sentenceOf(edition, words)]),
})
const about: ParticularOf = ({ words }, publication) =>
  publication.about === undefined ? undefined : { words: words.message('publisher.about') }
const titledAbout: ParticularOf = (column, publication) => {
  const found = about(column, publication)
  return found && { ...found, label: column.words.message('about') }
}
const disclaimer: ParticularOf = ({ words }, publication) =>
  publication.disclaimer === undefined ? undefined : { words: words.message('publisher.disclaimer') }
const REFERENCES: readonly ParticularOf[] = [
  ({ edition: { tag, reference }, words }) =>
    reference === undefined ? undefined : { label: words.message('cover.reference'), words: said(tag, [reference]) },
  ({ edition: { tag, isbn } }) => (isbn === undefined ? undefined : { label: said(tag, ['ISBN']), words: said(tag, [isbn]) }),
  ({ edition: { tag, doi } }) =>
    doi === undefined ? undefined : { label: said(tag, ['DOI']), link: addressView(`https://doi.org/${doi}`) },
  ({ edition: { licence }, words }) => {
    if (licence === undefined) return undefined
    const label = words.message('cover.licence')
    return typeof licence === 'string' ? { label, link: addressView(licence) } : { label, words: licence }
  },
]

/** What is said at each place of a document, in this order. */
const PLACES = {
  cover: [framework, date],
  references: REFERENCES,
  head: [framework, date, state, ...REFERENCES],
  imprint: [publisher, contact, cite, ...REFERENCES, about, disclaimer],
  closing: [contact, titledAbout],
} as const

/** The particulars of a parallel edition at each place, a row each, aligned: none speaks in the first language alone. */
export function particularsBeside(
  columns: readonly Column[],
  publication: Publication,
): Readonly<Record<keyof typeof PLACES, readonly ParticularRow[]>> {
  const rowsAt = (place: readonly ParticularOf[]): ParticularRow[] =>
    place.flatMap((of) => {
      const cells = columns.map((column): Cell => {
        const { label = false, words = false, link = false } = of(column, publication) ?? {}
        return { tag: column.edition.tag, label, words, link }
      })
      return cells.some(({ words, link }) => words || link) ? [{ cells }] : []
    })
  const { cover, references, head, imprint, closing } = PLACES
  return { cover: rowsAt(cover), references: rowsAt(references), head: rowsAt(head), imprint: rowsAt(imprint), closing: rowsAt(closing) }
}

/** Words that are in a language as they are. */
function said(language: Tag, parts: readonly (string | undefined)[]): Label {
  return { text: parts.filter((part) => part !== undefined).join(', '), language, fallback: false }
}
