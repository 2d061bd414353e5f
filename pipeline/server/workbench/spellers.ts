import type { Glossary } from '../../catalog/glossary.ts'
import { loadSpeller, type Speller } from '../../language/spelling.ts'
import type { Tag } from '../../model/language.ts'

/** The dictionaries of the languages that are written. */
export class Spellers {
  readonly #loaded = new Map<Tag, { readonly words: readonly string[]; speller: Speller | undefined }>()

  /** The dictionary of a language with the words of the glossary; nothing until it is loaded, which this begins. */
  of(tag: Tag, { words: { [tag]: words = NONE } }: Glossary): Speller | undefined {
    const known = this.#loaded.get(tag)
    if (known && known.words.join('\n') === words.join('\n')) return known.speller
    const loading = { words, speller: undefined as Speller | undefined }
    this.#loaded.set(tag, loading)
    // Without a dictionary the other checks are there.
    loadSpeller(tag, words).then(
      (speller) => void (loading.speller = speller && quick(speller)),
      () => undefined,
    )
    return undefined
  }
}

const NONE: readonly string[] = []

/** What may be meant takes a dictionary a tenth of a second for each word, which is too long while somebody types. */
function quick(speller: Speller): Speller {
  return { knows: (word) => speller.knows(word), suggest: () => [] }
}
