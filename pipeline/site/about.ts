import type { Interface } from '../edition/interface.ts'
import { PAGE_NAME } from '../html/file-names.ts'
import { autonym } from '../language/formats.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'

/** What a language’s page about the site has beside its own words: who publishes, whom to ask, and on what terms. */
export function aboutView({ about, contact, licence }: Publication, tag: Tag, tags: readonly Tag[]) {
  return {
    about: about !== undefined,
    contact: contact !== undefined,
    licence: licence !== undefined,
    languages: tags.map((each) => ({ tag: each, current: each === tag, autonym: autonym(each), href: `../${each}/about.html` })),
  }
}

/** What is said in every language where there is no page. */
export function missingView(tags: readonly Tag[], wordsOf: (tag: Tag) => Interface) {
  return tags.map((tag) => ({
    tag,
    autonym: autonym(tag),
    href: `${tag}/${PAGE_NAME}`,
    missing: wordsOf(tag).message('site.missing'),
    library: wordsOf(tag).message('library'),
  }))
}
