import { originOf } from '../language/registry.ts'
import type { Tag } from '../model/language.ts'
import type { Place } from '../model/document.ts'
import type { Entry } from '../model/catalog.ts'
import { isNote } from '../catalog/notes.ts'
import type { Texts as SiteTexts } from '../catalog/reconcile.ts'
import { SITE } from '../catalog/store.ts'
import { isTooComplex } from '../source/complexity.ts'
import { linkDefinitions, type Definitions } from '../source/links.ts'
import { derivedProse, messageProse, proseOf, titlesIn, type Prose } from './prose.ts'
import type { Examined, Text, Translation } from './rule.ts'

/** All texts to check. */
export interface Texts {
  /** English texts of documents and interface. */
  readonly english: readonly Text[]
  /** Written and derived translations. */
  readonly translations: readonly Translation[]
  /** Translators’ notes, which have no English. */
  readonly notes: readonly Text[]
  /** Texts too complex for rules. */
  readonly complex: readonly Text[]
}

/** The English of one document, or of the interface. */
interface Source {
  readonly document: string
  /** The language of its source. */
  readonly source: Tag
  readonly segments: readonly { readonly key: string; readonly text: string; readonly kind: Text['kind']; readonly place: Place }[]
  readonly translations: SiteTexts['translations']
  /** Definitions for references in its texts. */
  readonly definitions: Definitions
}

/** Reads the English texts and those of the requested editions, as their readers see them. */
export function textsOf({ collection, editions }: Examined): Texts {
  const english: Text[] = []
  const translations: Translation[] = []
  const notes: Text[] = []
  const complex: Text[] = []
  const wanted = new Set<Tag>(editions.flatMap((tag) => [tag, originOf(tag) ?? tag]))
  for (const { document, source, segments, translations: catalogs, definitions } of sourcesOf(collection)) {
    const readIn = (text: string, kind: Text['kind'], titles: readonly string[] = []): Prose => readProse(text, kind, titles, definitions)
    const known = new Map<string, { text: Text; titles: readonly string[]; withoutTitles: Prose }>()
    for (const { key, text, kind, place } of segments) {
      const read: Text = { tag: source, document, key, kind, place, prose: readIn(text, kind) }
      if (isTooComplex(text)) complex.push(read)
      else {
        const titles = /[*_]/.test(text) ? titlesIn(read.prose.nodes) : []
        known.set(key, { text: read, titles, withoutTitles: titles.length > 0 ? readIn(text, kind, titles) : read.prose })
        english.push(read)
      }
    }
    for (const { tag, file, entries } of catalogs) {
      if (!wanted.has(tag)) continue
      for (const [key, entry] of entries) {
        const answered = known.get(key)
        const place = { file, ...(entry.value ?? entry.position) }
        if (document !== SITE && entry.text !== '' && isNote(key, known)) {
          const note: Text = { tag, document, key, kind: 'note', place, prose: readIn(entry.text, 'note') }
          ;(isTooComplex(entry.text) ? complex : notes).push(note)
        }
        if (entry.text === '' || !answered) continue
        const { kind } = answered.text
        const translation: Translation = {
          tag,
          document,
          key,
          kind,
          place,
          prose: readIn(entry.text, kind, answered.titles),
          // A title that the translation quotes literally is a placeholder in both.
          english: answered.titles.every((title) => entry.text.includes(title)) ? answered.withoutTitles : answered.text.prose,
          source: answered.text.place,
          sourceTag: source,
        }
        if (isTooComplex(entry.text)) complex.push(translation)
        else translations.push(translation)
      }
    }
    for (const tag of editions) {
      translations.push(...derived(tag, document, translations, catalogs))
      notes.push(...derived(tag, document, notes, catalogs))
    }
  }
  return { english, translations, notes, complex }
}

/** Place of a UTF-16 unit of a text in its file: the text’s column plus the written length before the unit. */
export function placeIn(entry: Entry, offset: number): { line: number; column: number } {
  if (!entry.value) return entry.position
  return { line: entry.value.line, column: entry.value.column + 1 + writtenLength(entry, offset) }
}

/** Written length, in the file, of the first units of a text. */
function writtenLength({ text, written }: Entry, offset: number): number {
  if (written === undefined) return JSON.stringify(text.slice(0, offset)).length - 2
  let at = 1
  for (let unit = 0; unit < offset; unit++) at += written[at] !== '\\' ? 1 : written[at + 1] === 'u' ? 6 : 2
  return at - 1
}

function sourcesOf(collection: Examined['collection']): Source[] {
  return [
    ...collection.documents.map(({ document, english, translations: catalogs }) => ({
      document: document.id,
      source: english.tag,
      segments: document.segments,
      translations: catalogs,
      definitions: linkDefinitions(document.tree),
    })),
    ...(collection.site ? [siteSource(collection.site)] : []),
  ]
}

function siteSource({ english, translations }: SiteTexts): Source {
  return {
    document: SITE,
    source: english.tag,
    segments: [...english.entries].map(([key, { text, position, value, file }]) => ({
      key,
      text,
      kind: 'message' as const,
      place: { file: file ?? english.file, ...(value ?? position) },
    })),
    translations,
    definitions: new Map(),
  }
}

/** Derives the texts of a script, except overridden ones. Findings point at the original texts. */
function derived<T extends Text & { readonly english?: Prose }>(
  tag: Tag,
  document: string,
  all: readonly T[],
  catalogs: Source['translations'],
): T[] {
  const derivedFrom = originOf(tag)
  if (derivedFrom === undefined) return []
  const overrides = catalogs.find((catalog) => catalog.tag === tag)?.entries
  return all
    .filter((each) => each.tag === derivedFrom && each.document === document && !overrides?.get(each.key)?.text)
    .map((each) => ({ ...each, tag, prose: derivedProse(tag, each.prose, each.english?.visible) }))
}

/** Kinds of text outside the body: the cover and the programme. */
const APART: ReadonlySet<Text['kind']> = new Set(['front', 'programme'])

function readProse(text: string, kind: Text['kind'], titles: readonly string[], definitions: Definitions): Prose {
  if (isTooComplex(text)) return proseOf('')
  if (kind === 'message') return messageProse(text)
  return APART.has(kind) ? proseOf(text, titles, kind) : proseOf(text, titles, kind, definitions)
}
