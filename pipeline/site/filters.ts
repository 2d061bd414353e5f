import type { Interface, Label } from '../edition/interface.ts'
import { packOf } from '../language/registry.ts'
import { labelIn, type Shelf, type Shelved } from './shelves.ts'

/** From so many on, documents can be shown by their kinds and years. */
const MANY = 13

/** A kind or a year that a reader may ask for: its id in the page, and how many documents are of it. */
export interface Choice {
  readonly id: string
  readonly label: Label
  readonly count: number
}

/** What a library’s documents, drafts too, can be shown by. */
interface Filters {
  /** False where there is nothing to choose between. */
  readonly groups: readonly { readonly name: string; readonly legend: Label; readonly choices: readonly Choice[] }[] | false
  /** Pairs of a kind and of years of which there is no document, or no draft. */
  readonly empty: readonly Pair[]
  readonly withoutDrafts: readonly Pair[]
  /** Ids of the choices that a document is of. */
  readonly idsOf: (edition: Shelved) => readonly string[]
}

/** Ids of a kind and of the years that it does not go with. */
export interface Pair {
  readonly kind: string
  readonly years: string
}

const NOTHING: Filters = { groups: false, empty: [], withoutDrafts: [], idsOf: () => [] }

/** What the documents of a library can be shown by. */
export function filtersOf({ tag, final, drafts }: Shelf, words: Interface): Filters {
  const all = [...final, ...drafts]
  if (all.length < MANY) return NOTHING
  const { compare } = new Intl.Collator(packOf(tag).locale)
  const ids = new Map<string, string>()
  const choicesBy = (of: (each: Shelved) => Label, order: (a: string, b: string) => number, idOf: (at: number) => string): Choice[] => {
    const groups = [...Map.groupBy(all, (each) => of(each).text)].sort(([a], [b]) => order(a, b))
    return groups.map(([text, members], at) => {
      ids.set(text, idOf(at))
      return { id: idOf(at), label: of(members[0]!), count: members.length }
    })
  }
  const kindOf = ({ kind }: Shelved): Label => labelIn(kind, tag)
  const yearOf = ({ date }: Shelved): Label => ({ text: date.slice(0, 4), language: tag, fallback: false })
  const kinds = choicesBy(kindOf, (a, b) => compare(a, b) || (a < b ? -1 : 1), (at) => `kind-${at + 1}`) // prettier-ignore
  const years = choicesBy(yearOf, (a, b) => (a > b ? -1 : 1), (at) => `years-${at + 1}`) // prettier-ignore
  const idsOf = (each: Shelved): string[] => [ids.get(kindOf(each).text)!, ids.get(yearOf(each).text)!]
  const groups = [
    { name: 'kind', legend: words.message('library.kinds'), choices: kinds },
    { name: 'year', legend: words.message('library.years'), choices: years },
  ].filter(({ choices }) => choices.length > 1)
  const without = (editions: readonly Shelved[]): Pair[] => pairsWithout(editions.map(idsOf), kinds, years)
  return { groups: groups.length > 0 && groups, empty: without(all), withoutDrafts: drafts.length > 0 ? without(drafts) : [], idsOf }
}

/** The kinds and years that do not go together in any of some documents. */
function pairsWithout(documents: readonly (readonly string[])[], kinds: readonly Choice[], years: readonly Choice[]): Pair[] {
  const found = new Set(documents.map((ids) => ids.join()))
  return kinds.flatMap(({ id: kind }) => {
    const without = years.filter(({ id }) => !found.has([kind, id].join()))
    return without.length > 0 ? [{ kind, years: without.map(({ id }) => `#${id}`).join(', ') }] : []
  })
}
