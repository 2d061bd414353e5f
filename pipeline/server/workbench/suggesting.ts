import type { RememberedText } from '../../catalog/memory.ts'
import { createSuggest, type Searched, type Suggest } from '../../catalog/suggestions.ts'
import { bagOf, type Bag } from '../../compare/similarity.ts'
import type { Tag } from '../../model/language.ts'
import type { Suggestion } from '../../problem.ts'
import type { Gathered } from './gathered.ts'

/** A search, and the texts that it was made of. */
interface Made {
  readonly of: readonly unknown[]
  readonly suggest: Suggest
}

/** More texts are counted anew. */
const MOST_BAGS = 100_000

/**
 * Suggestions from the texts of all documents. The search of the document that is worked on is made anew after each save; that of all
 * the others stays, and so does that of what other programs remember.
 */
export class Suggesting {
  readonly #made = new Map<string, Made>()
  readonly #bags = new Map<string, Bag>()

  /** Translations of sources that are like one, the most alike first. */
  find(
    all: readonly Gathered[],
    memory: readonly RememberedText[],
    tag: Tag,
    document: string,
    source: string,
    most: number,
  ): Suggestion[] {
    const [own, others] = [all.filter(({ id }) => id === document), all.filter(({ id }) => id !== document)]
    const searches = [this.#searchOf(`own ${tag}`, own, tag), this.#searchOf(`others ${tag}`, others, tag), this.#searchIn(memory, tag)]
    const found = searches.flatMap((search) => search(source, most))
    const ranked = found.sort((a, b) => b.similarity - a.similarity || Number(a.retired) - Number(b.retired))
    return ranked.filter(({ text }, at) => ranked.findIndex((each) => each.text === text) === at).slice(0, most)
  }

  #searchOf(name: string, of: readonly Gathered[], tag: Tag): Suggest {
    const searched = (): Searched => ({ documents: of.map(({ id, texts }) => ({ document: { id }, ...texts })) })
    return this.#kept(name, of, () => createSuggest(searched(), tag, (text) => this.#bagOf(text)))
  }

  #searchIn(memory: readonly RememberedText[], tag: Tag): Suggest {
    return this.#kept(`memory ${tag}`, memory, () => createSuggest({ documents: [], memory }, tag))
  }

  #kept(name: string, of: readonly unknown[], make: () => Suggest): Suggest {
    const known = this.#made.get(name)
    if (known && known.of.length === of.length && known.of.every((each, at) => each === of[at])) return known.suggest
    const suggest = make()
    this.#made.set(name, { of, suggest })
    return suggest
  }

  /** The words of a text, which a save does not change. */
  #bagOf(text: string): Bag {
    const known = this.#bags.get(text)
    if (known) return known
    if (this.#bags.size >= MOST_BAGS) this.#bags.clear()
    const bag = bagOf(text)
    this.#bags.set(text, bag)
    return bag
  }
}
