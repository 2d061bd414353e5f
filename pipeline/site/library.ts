import type { Interface } from '../edition/interface.ts'
import { bookName, coverName, PAGE_NAME, pagePath, parallelTag, pdfName } from '../html/file-names.ts'
import { autonym } from '../language/formats.ts'
import type { Tag } from '../model/language.ts'
import { FEED_NAME } from './feed.ts'
import { filtersOf } from './filters.ts'
import { labelIn, type Shelf, type Shelved } from './shelves.ts'
import { spacesOf } from './spaces.ts'

/** From so many on, final documents stand below their years. */
const MANY = 13

/** What the page of a library shows. @param tags of all languages that have one @param isInFeed whether its editions have a feed */
export function libraryView(shelf: Shelf, tags: readonly Tag[], words: Interface, isInFeed: boolean) {
  const { tag, final, drafts } = shelf
  const byYear = [...Map.groupBy(final, ({ date }) => date.slice(0, 4))]
  const isByYear = final.length >= MANY && byYear.length > 1
  const { groups: filters, empty, withoutDrafts, idsOf } = filtersOf(shelf, words)
  const entries = (of: readonly Shelved[], level: number) =>
    of.map((each) => ({ ...entryView(each, tag, level, words), filterIds: idsOf(each) }))
  return {
    autonym: autonym(tag),
    feed: isInFeed && final.length > 0 && FEED_NAME,
    home: `../${PAGE_NAME}`,
    languages: tags.map((each) => ({ tag: each, current: each === tag, autonym: autonym(each), href: `../${each}/${PAGE_NAME}` })),
    filters,
    empty,
    withoutDrafts,
    years: isByYear && byYear.map(([year, of]) => ({ year, entries: entries(of, 3) })),
    entries: isByYear ? [] : entries(final, 2),
    drafts: drafts.length > 0 && entries(drafts, 3),
    spaces: spacesOf(tags, words, tag) ?? false,
  }
}

function entryView(
  { document, title, kind, description, date, pages, printed, books, cover, beside }: Shelved,
  tag: Tag,
  level: number,
  words: Interface,
) {
  const folder = encodeURIComponent(document)
  const pdf = printed !== undefined && pages !== undefined && words.message('library.pdf', { pages, size: words.size(printed) })
  return {
    level,
    // An id has no blanks, and is none of the page’s own.
    id: `document-${folder}`,
    title: labelIn(title, tag),
    kind: labelIn(kind, tag),
    description: labelIn(description, tag),
    date: words.day(date),
    day: date,
    href: `${folder}/${PAGE_NAME}`,
    beside:
      beside.length > 0 &&
      beside.map((columns) => ({
        href: `../${pagePath({ document: folder, tag: parallelTag(columns) })}`,
        languages: columns.map((each, at) => ({ tag: each, autonym: autonym(each), isFirst: at === 0 })),
      })),
    cover: cover !== undefined && { ...cover, address: `${folder}/${encodeURIComponent(coverName({ tag, document }))}` },
    files: [
      ...(pdf ? [{ format: 'pdf', name: pdfName({ tag, document }), label: pdf }] : []),
      ...books.map(({ format, bytes }) => ({
        format,
        name: bookName({ tag, document }, format),
        label: { text: `${format.toUpperCase()}, ${words.size(bytes)}`, language: tag, fallback: false },
      })),
    ].map(({ format, name, label }, at) => ({ format, label, href: `${folder}/${encodeURIComponent(name)}`, isFirst: at === 0 })),
  }
}
