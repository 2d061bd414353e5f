import type { Interface } from '../edition/interface.ts'
import { PAGE_NAME } from '../html/file-names.ts'
import { autonym } from '../language/formats.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import { labelIn, type Shelf } from './shelves.ts'
import { spacesOf } from './spaces.ts'

/** So many of the newest editions of a language are one click away; drafts only where there is nothing else. */
const NEWEST = 3

/** What the page of all languages shows: of each, what it calls itself, and its newest editions. */
export function languagesView({ title, source }: Publication, shelves: readonly Shelf[], wordsOf: (tag: Tag) => Interface) {
  return {
    title,
    languages: shelves.map(({ tag, final, drafts }) => {
      const words = wordsOf(tag)
      return {
        tag,
        autonym: autonym(tag),
        href: `${tag}/${PAGE_NAME}`,
        count: words.message('library.count', { count: final.length + drafts.length }),
        newest: (final.length > 0 ? final : drafts).slice(0, NEWEST).map((each) => ({
          title: labelIn(each.title, tag),
          date: words.day(each.date),
          day: each.date,
          href: `${tag}/${encodeURIComponent(each.document)}/${PAGE_NAME}`,
          draft: each.state === 'draft' && words.message('draft.label'),
        })),
      }
    }),
    spaces:
      spacesOf(
        shelves.map(({ tag }) => tag),
        wordsOf(source),
      ) ?? false,
  }
}
