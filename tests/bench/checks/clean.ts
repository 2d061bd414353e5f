import { readFileSync } from 'node:fs'
import { toSerbianLatin } from '../../../pipeline/language/serbian-latin.ts'
import type { Tag } from '../../../pipeline/model/language.ts'
import { declarationPairs } from './declaration.ts'
import type { Pair } from './pairs.ts'

/** The project’s own texts and the declaration’s. */
export function cleanPairs(tag: Tag): Pair[] {
  const read = (of: string, namespace: string): Record<string, string> =>
    JSON.parse(readFileSync(`locales/${of}/${namespace}.json`, 'utf8')) as Record<string, string>
  const own = (namespace: string, kind: Pair['kind']): Pair[] => {
    const [english, texts] = [read('en', namespace), read(tag, namespace)]
    // The publisher’s English stands in publication.yaml.
    return Object.entries(texts).flatMap(([key, text]) => {
      const source = english[key]
      return source === undefined ? [] : [{ key, english: source, text, ...(kind && { kind }) }]
    })
  }
  const written = tag === 'sr-Latn' ? [] : [...own('conference-summary', 'paragraph'), ...own('site', 'message')]
  const latin =
    tag === 'sr-Latn'
      ? cleanPairs('sr-Cyrl')
          .filter(({ key }) => !key.startsWith('article-'))
          .map((pair) => ({ ...pair, text: toSerbianLatin(pair.text) }))
      : []
  return [...written, ...latin, ...declarationPairs(tag)]
}
