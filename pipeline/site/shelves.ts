import type { Label } from '../edition/interface.ts'
import { BOOK_FORMATS, bookName, coverName, pagePath, parallelTag, pdfName, type BookFormat } from '../html/file-names.ts'
import { firstPageSize, PAPERS } from '../html/paper.ts'
import { packOf } from '../language/registry.ts'
import type { Tag } from '../model/language.ts'
import type { EditionFacts, Editions, TextIn } from '../model/outcome.ts'
import type { Publication } from '../model/publication.ts'
import type { Published } from '../publish/manifest.ts'

/** An edition that stands in the output. */
export interface Shelved extends Omit<EditionFacts, 'beside'> {
  readonly document: string
  /** Of its PDF, in bytes; nothing where there is none. */
  readonly printed: number | undefined
  /** The same for each of its books. */
  readonly books: readonly { readonly format: BookFormat; readonly bytes: number }[]
  /** The size of the picture of its first page, in pixels; nothing where there is none. */
  readonly cover: { readonly width: number; readonly height: number } | undefined
  /** The parallel editions that it is a column of: their languages. */
  readonly beside: readonly (readonly Tag[])[]
}

/** The editions in one language that can be read on the web: the newest first, of a day by their titles, of a title by their folders. */
export interface Shelf {
  readonly tag: Tag
  readonly final: readonly Shelved[]
  readonly drafts: readonly Shelved[]
}

/** The shelves of all languages that have anything on them, in the order of the publication. */
export function shelvesOf(
  { editions: tags, parallel, paper }: Pick<Publication, 'editions' | 'parallel' | 'paper'>,
  facts: Editions,
  files: ReadonlyMap<string, Published>,
): Shelf[] {
  const byTag = Map.groupBy(facts, ([folder]) => folder.split('/')[0]!)
  return tags.flatMap((tag) => {
    const { compare } = new Intl.Collator(packOf(tag).locale)
    const editions = (byTag.get(tag) ?? [])
      .map(([folder, own]) => ({ ...own, document: folder.split('/')[1]! }))
      .filter(({ document }) => files.has(pagePath({ tag, document })))
      .map((each): Shelved => ({
        ...each,
        beside: parallel.flatMap((columns) =>
          columns.includes(tag) && files.has(pagePath({ tag: parallelTag(columns), document: each.document })) ? [columns] : [],
        ),
        cover: files.has(`${tag}/${each.document}/${coverName({ tag, document: each.document })}`)
          ? firstPageSize(PAPERS[paper])
          : undefined,
        books: BOOK_FORMATS.flatMap((format) => {
          const file = files.get(`${tag}/${each.document}/${bookName({ tag, document: each.document }, format)}`)
          return file ? [{ format, bytes: file.bytes }] : []
        }),
        printed: files.get(`${tag}/${each.document}/${pdfName({ tag, document: each.document })}`)?.bytes,
      }))
      .sort((a, b) => byText(b.date, a.date) || compare(a.title.text, b.title.text) || byText(a.document, b.document))
    if (editions.length === 0) return []
    return [{ tag, final: editions.filter(({ state }) => state === 'final'), drafts: editions.filter(({ state }) => state === 'draft') }]
  })
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A text as a page in a language shows it: where it stands in another, that is said. */
export function labelIn({ text, language }: TextIn, tag: Tag): Label {
  return { text, language, fallback: language !== tag }
}
