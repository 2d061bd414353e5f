import type { Texts } from '../catalog/reconcile.ts'
import { originOf } from '../language/registry.ts'
import type { Tag } from '../model/language.ts'
import type { Place } from '../model/document.ts'
import type { Catalog } from '../model/catalog.ts'
import type { Examined } from './rule.ts'

/** A locale’s file with its keys and their English texts. */
export interface Pair {
  readonly catalog: Catalog
  readonly english: ReadonlyMap<string, string>
  /** Places of the English texts. */
  readonly sources: ReadonlyMap<string, Place>
  /** True if the file must hold every key. A derived script’s file holds only overrides. */
  readonly complete: boolean
  /** All texts of the document, for their states. */
  readonly texts: Texts
}

/** The locale files of the requested editions: documents first, then the interface. */
export function pairsOf({ collection, editions }: Examined): Pair[] {
  const locales = new Set<Tag>(editions.flatMap((tag) => [tag, originOf(tag) ?? tag]))
  const pairs = [
    ...collection.documents.map(({ document, ...texts }) => ({
      texts,
      english: new Map(document.segments.map(({ key, text }) => [key, text])),
      sources: new Map(document.segments.map(({ key, place }) => [key, place])),
    })),
    ...(collection.site ? [ofSite(collection.site)] : []),
  ]
  return pairs.flatMap(({ texts, english, sources }) =>
    texts.translations
      .filter(({ tag }) => locales.has(tag) && tag !== texts.english.tag)
      .map((catalog) => ({ catalog, english, sources, texts, complete: originOf(catalog.tag) === undefined })),
  )
}

function ofSite(texts: Texts) {
  const { entries, file } = texts.english
  return {
    texts,
    english: new Map([...entries].map(([key, { text }]) => [key, text])),
    sources: new Map([...entries].map(([key, { position, file: own }]) => [key, { file: own ?? file, ...position }])),
  }
}
