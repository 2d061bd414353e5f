import { createSuggest, type Suggest } from '../../catalog/suggestions.ts'
import { statesOf } from '../../catalog/states.ts'
import type { Tag } from '../../model.ts'
import { problem } from '../../problem.ts'
import type { WholeRule } from '../rule.ts'
import { pairsOf } from '../texts.ts'

/** Translations whose English was edited in more than punctuation. */
export const stale: WholeRule = {
  id: 'stale',
  looksAt: 'whole',
  severity: 'error',
  meaning: 'the English was edited after the translation, which may now say something else',
  example: { bad: 'four panels → five panels, and still katër panele', good: 'pesë panele' },
  find: (examined) => {
    const suggest = suggestFor(examined.library)
    return pairsOf(examined).flatMap(({ catalog, english, sources, texts }) => {
      const segments = [...english].map(([key, text]) => ({ key, text }))
      return [...statesOf(catalog.tag, segments, texts)].flatMap(([key, state]) => {
        if (state.state !== 'stale' || state.minor || !catalog.entries.get(key)?.text) return []
        const { kind, before, after } = state.change
        return [
          problem({
            rule: 'stale',
            edition: catalog.tag,
            document: catalog.namespace,
            key,
            source: sources.get(key),
            file: catalog.file,
            position: catalog.entries.get(key)?.position,
            message: `The English of “${key}” has changed since it was translated: ${KINDS[kind]}.`,
            found: `a translation of: ${before}`,
            expected: `a translation of: ${after}`,
            remedy: `Adapt the translation; if it still says the same: npm run editions -- accept --edition ${catalog.tag} ${key}`,
            suggestions: suggest(catalog.tag)(after),
          }),
        ]
      })
    })
  },
}

const KINDS = { facts: 'a number, name, date or link', wording: 'the wording', markup: 'emphasis or the like', punctuation: 'punctuation' }

/** One index a language, made when it is first asked for. */
export function suggestFor(library: Parameters<typeof createSuggest>[0]): (tag: Tag) => Suggest {
  const made = new Map<Tag, Suggest>()
  return (tag) => {
    const known = made.get(tag) ?? createSuggest(library, tag)
    made.set(tag, known)
    return known
  }
}
