import { SITE } from '../../catalog/store.ts'
import { autonym } from '../../language/formats.ts'
import type { Tag } from '../../model/language.ts'
import type { Gathered } from './gathered.ts'
import { search, type Hit, type Marked } from './search.ts'

/** What is found for a query in a language, as a page shows it, by document. */
export function searchView(all: readonly Gathered[], tag: Tag, query: string) {
  const { hits, total } = query.trim() === '' ? { hits: [], total: 0 } : search(all, [tag], query)
  const documents = [...Map.groupBy(hits, ({ document }) => document)].map(([id, own]) => ({
    id,
    name: titleOf(all, id, tag),
    isInterface: id === SITE,
    hits: own.map(hitView),
  }))
  return {
    query,
    isAsked: query.trim() !== '',
    total,
    isMore: total > hits.length,
    shown: hits.length,
    documents,
    autonym: autonym(tag),
    scope: searchScope(tag),
  }
}

/** The form that leads to what is found in a language. */
export function searchScope(tag: Tag) {
  return { action: `/search/${tag}/`, searched: tag }
}

function titleOf(all: readonly Gathered[], id: string, tag: Tag): { text: string; language: Tag } {
  const { segments = [], texts } = all.find((each) => each.id === id) ?? {}
  const own = texts?.translations.find((catalog) => catalog.tag === tag)?.entries.get('front.title')?.text ?? ''
  if (own !== '') return { text: own, language: tag }
  const source = segments.find(({ key }) => key === 'front.title')?.text
  return source === undefined || !texts ? { text: id, language: tag } : { text: source, language: texts.english.tag }
}

function hitView({ document, key, tag, source, text }: Hit) {
  return { href: `/${tag}/${document}/#${encodeURIComponent(key)}`, source: markedView(source), text: text.text !== '' && markedView(text) }
}

function markedView({ text, tag, found }: Marked) {
  let done = 0
  const parts = found.flatMap(({ start, end }) => {
    const before = text.slice(done, start)
    done = end
    return [
      { text: before, isFound: false },
      { text: text.slice(start, end), isFound: true },
    ]
  })
  return { language: tag, parts: [...parts, { text: text.slice(done), isFound: false }].filter((part) => part.text !== '') }
}
