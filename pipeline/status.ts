import type { Library } from './catalog/library.ts'
import { SITE } from './catalog/store.ts'
import { LANGUAGES } from './language/languages.ts'
import { SOURCE_TAG, type Catalog, type Publication, type Tag } from './model.ts'

/** How far a document's edition is. `publishable` is whether it would be final and no draft. */
export interface EditionStatus {
  readonly segments: number
  readonly translated: number
  readonly missing: number
  /** English words of the missing segments. */
  readonly wordsToDo: number
  readonly publishable: boolean
}

/** Document → edition → status; the interface texts stand under `site`. */
export type Status = Readonly<Record<string, Readonly<Partial<Record<Tag, EditionStatus>>>>>

/** Counts, for every document and edition, what is translated. A derived edition is as far as the one that it is derived from. */
export function statusOf({ editions }: Publication, { documents, site }: Library): Status {
  const rows = [
    ...documents.map(({ document, translations }) => ({
      name: document.id,
      english: new Map(document.segments.map(({ key, text }) => [key, text])),
      translations,
    })),
    { name: SITE, english: new Map([...site.english.entries].map(([key, { text }]) => [key, text])), translations: site.translations },
  ]
  return Object.fromEntries(
    rows.map(({ name, english, translations }) => [
      name,
      Object.fromEntries(
        editions.map((tag) => [
          tag,
          editionStatus(
            english,
            chain(tag).flatMap((each) => translations.find((c) => c.tag === each) ?? []),
            tag,
          ),
        ]),
      ),
    ]),
  )
}

function chain(tag: Tag): Tag[] {
  const { derivedFrom } = LANGUAGES[tag]
  return derivedFrom ? [tag, derivedFrom] : [tag]
}

function editionStatus(english: ReadonlyMap<string, string>, catalogs: readonly Catalog[], tag: Tag): EditionStatus {
  const isTranslated = (key: string): boolean => tag === SOURCE_TAG || catalogs.some(({ entries }) => entries.get(key)?.text)
  const open = [...english].filter(([key]) => !isTranslated(key))
  return {
    segments: english.size,
    translated: english.size - open.length,
    missing: open.length,
    wordsToDo: open.reduce((sum, [, text]) => sum + text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length, 0),
    publishable: open.length === 0,
  }
}
