import { asCalled } from '../../files/called.ts'
import { createSuggest, type Suggest } from '../../catalog/suggestions.ts'
import { statesOf } from '../../catalog/states.ts'
import { UNKNOWN } from '../../catalog/ledger.ts'
import type { Tag } from '../../model/language.ts'
import type { Doubt } from '../../model/catalog.ts'
import { problem, type Suggestion } from '../../problem.ts'
import { differenceOf } from '../../compare/difference.ts'
import type { WholeRule } from '../rule.ts'
import { pairsOf } from '../texts.ts'
import { doubts } from './doubts.ts'
import { wording, type Words } from '../../wording.ts'

/** Translations whose English was edited in more than punctuation. */
export const stale: WholeRule = {
  id: 'stale',
  looksAt: 'whole',
  severity: 'error',
  meaning: 'the source was edited after the translation, which may now say something else',
  example: { bad: 'four panels → five panels, and still katër panele', good: 'pesë panele' },
  find: (examined) => {
    const suggest = suggestFor(examined.collection)
    return pairsOf(examined).flatMap(({ catalog, english, sources, texts }) => {
      const segments = [...english].map(([key, text]) => ({ key, text }))
      return [...statesOf(catalog.tag, segments, texts)].flatMap(([key, state]) => {
        if (state.state !== 'stale' || state.minor || !catalog.entries.get(key)?.text) return []
        const { doubt } = state
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
            message: doubt
              ? wording`“${{ key }}” and its source have both changed, and nobody knows which source the translator saw: ${{ why: doubts()[doubt].why }}.`
              : before === UNKNOWN
                ? wording`Nobody knows which source the translator of “${{ key }}” saw.`
                : wording`The source of “${{ key }}” has changed since it was translated: ${{ what: KINDS[kind] }}.`,
            found: before === UNKNOWN ? 'a translation of this source or of one before it' : wording`a translation of: ${{ text: before }}`,
            expected: wording`a translation of: ${{ text: after }}`,
            difference: before === UNKNOWN ? undefined : differenceOf(before, after),
            remedy: remedyFor(catalog.tag, key, doubt),
            suggestions: likelier(suggest(catalog.tag)(after), catalog.entries.get(key)!.text),
          }),
        ]
      })
    })
  },
}

const KINDS = {
  facts: wording`a number, name, date or link`,
  wording: wording`the wording`,
  markup: wording`emphasis or the like`,
  punctuation: wording`punctuation`,
}

function remedyFor(tag: Tag, key: string, doubt: Doubt | undefined): Words {
  const accept = asCalled(`accept --edition ${tag} ${key}`)
  if (!doubt) return wording`Adapt the translation; if it still says the same: ${{ accept }}`
  const { help } = doubts()[doubt]
  const confirm = wording`Read it against the source, adapt it where it says something else, and say that it answers: ${{ accept }}`
  return help ? wording`${{ help }} Or: ${{ confirm }}` : confirm
}

/** What comes before the translation itself, which its own file shows: what is less alike helps less than to adapt it. */
function likelier(suggestions: readonly Suggestion[], own: string): readonly Suggestion[] {
  const at = suggestions.findIndex(({ text }) => text === own)
  return at < 0 ? suggestions : suggestions.slice(0, at)
}

/** One index a language, made when it is first asked for. */
export function suggestFor(collection: Parameters<typeof createSuggest>[0]): (tag: Tag) => Suggest {
  const made = new Map<Tag, Suggest>()
  return (tag) => {
    const known = made.get(tag) ?? createSuggest(collection, tag)
    made.set(tag, known)
    return known
  }
}
