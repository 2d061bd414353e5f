import { readFileSync } from 'node:fs'
import { toSerbianLatin } from '../../../pipeline/language/serbian-latin.ts'
import type { Tag } from '../../../pipeline/model/language.ts'
import { declarationPairs } from './declaration.ts'
import type { Pair } from './pairs.ts'

/** The project’s own texts, the built-in interface among them, and the declaration’s. */
export function cleanPairs(tag: Tag): Pair[] {
  const read = (file: string): Record<string, string> => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  const own = (fileOf: (tag: string) => string, kind: Pair['kind']): Pair[] => {
    const [english, texts] = [read(fileOf('en')), read(fileOf(tag))]
    return Object.entries(texts).flatMap(([key, text]) => {
      const source = english[key]
      return source === undefined ? [] : [{ key, english: source, text, ...(kind && { kind }) }]
    })
  }
  const written =
    tag === 'sr-Latn'
      ? []
      : [
          ...own((of) => `locales/${of}/conference-summary.json`, 'paragraph'),
          ...own((of) => `pipeline/language/packs/${of}/interface.json`, 'message'),
        ]
  const latin =
    tag === 'sr-Latn'
      ? cleanPairs('sr-Cyrl')
          .filter(({ key }) => !key.startsWith('article-'))
          .map((pair) => ({ ...pair, text: toSerbianLatin(pair.text) }))
      : []
  return [...written, ...latin, ...declarationPairs(tag)]
}
