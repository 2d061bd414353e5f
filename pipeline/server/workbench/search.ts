import { findWords, type Range } from '../../language/find-words.ts'
import { searchFormOf, type SearchForm } from '../../language/search-form.js'
import type { Tag } from '../../model/language.ts'
import type { Gathered } from './gathered.ts'

/** A text that has what is searched, in its source or in its translation. */
export interface Hit {
  /** The document’s id, or `site`. */
  readonly document: string
  readonly key: string
  readonly tag: Tag
  readonly source: Marked
  readonly text: Marked
}

/** A text with the places that were found in it. */
export interface Marked {
  readonly text: string
  readonly tag: Tag
  readonly found: readonly Range[]
}

/** Limit of hits that are shown: who finds more says more. */
const MOST = 200

/** The search forms of texts that were searched before: they are short-lived where a text is edited, and else stay. */
const forms = new Map<string, SearchForm>()
const MOST_FORMS = 200_000

/**
 * Searches sources and translations, forgiving accents, capitals and scripts.
 * @param tags the languages to search, besides the sources
 * @returns hits in the order of the documents, and how many there are in all
 */
export function search(
  all: readonly Gathered[],
  tags: readonly Tag[],
  query: string,
): { readonly total: number; readonly hits: readonly Hit[] } {
  const hits: Hit[] = []
  let total = 0
  for (const { id, segments, texts } of all) {
    for (const { tag, entries } of texts.translations) {
      if (!tags.includes(tag)) continue
      for (const { key, text: source } of segments) {
        const text = entries.get(key)?.text ?? ''
        const [inSource, inText] = [findWords(formOf(source), query), text === '' ? undefined : findWords(formOf(text), query)]
        if (!inSource && !inText) continue
        total++
        if (hits.length === MOST) continue
        hits.push({
          document: id,
          key,
          tag,
          source: { text: source, tag: texts.english.tag, found: inSource ?? [] },
          text: { text, tag, found: inText ?? [] },
        })
      }
    }
  }
  return { total, hits }
}

function formOf(text: string): SearchForm {
  const known = forms.get(text)
  if (known) return known
  if (forms.size >= MOST_FORMS) forms.clear()
  const form = searchFormOf(text)
  forms.set(text, form)
  return form
}
