import type { Document } from '../model/document.ts'
import type { Tag } from '../model/language.ts'
import type { Suggestion } from '../problem.ts'
import { differenceOf } from '../compare/difference.ts'
import { bagOf, createSimilarityIndex, type Bag } from '../compare/similarity.ts'
import type { RememberedText } from './memory.ts'
import type { Texts } from './reconcile.ts'
import { wordsOf } from '../source/words.ts'
import { SITE } from './store.ts'

/** Finds translations of similar English texts, the most similar first. */
export type Suggest = (english: string, most?: number) => Suggestion[]

/** Least similarity. Below it the translation would not help. */
const LEAST = 0.5
/** Factor for a text contained in another: its translation helps, though the two are not alike. */
const CONTAINED = 0.9
/** Similarity of texts that differ only in punctuation or emphasis. */
const NEARLY_EQUAL = 0.99
/** Texts with fewer words occur in long texts by chance. */
const FEW_WORDS = 6
const CANDIDATES = 12

interface Known {
  readonly document: string
  readonly key: string
  readonly basis: string
  readonly text: string
  readonly retired: boolean
}

/** The texts to search. */
export interface Searched {
  readonly documents: readonly (Pick<Texts, 'translations' | 'ledgers'> & { readonly document: Pick<Document, 'id'> })[]
  readonly site?: Pick<Texts, 'translations' | 'ledgers'> | undefined
  /** From other programs. */
  readonly memory?: readonly RememberedText[] | undefined
}

/**
 * Creates a search over all translations in one language, by their English. It includes stale translations, with the English that
 * they answer, and retired ones.
 * @param bagFor the words of a text, which a caller may know
 */
export function createSuggest(collection: Searched, tag: Tag, bagFor = bagOf): Suggest {
  const known = knownTranslations(collection, tag)
  const bags = known.map(({ basis }) => bagFor(basis))
  const index = createSimilarityIndex(bags)
  return (english, most = 3) => {
    const bag = bagOf(english)
    const found = index.nearest(bag, CANDIDATES).flatMap((at) => {
      const similarity =
        known[at]!.basis === english ? 1 : similarityOf({ text: english, bag }, { text: known[at]!.basis, bag: bags[at]! }, index.compare)
      return similarity < LEAST ? [] : [{ ...known[at]!, similarity }]
    })
    const ranked = found.sort((a, b) => b.similarity - a.similarity || Number(a.retired) - Number(b.retired))
    const distinct = ranked.filter(({ text }, at) => ranked.findIndex((other) => other.text === text) === at)
    return distinct.slice(0, most).map((each) => ({ ...each, difference: differenceOf(each.basis, english) }))
  }
}

interface Weighed {
  readonly text: string
  readonly bag: Bag
}

function similarityOf(a: Weighed, b: Weighed, compare: ReturnType<typeof createSimilarityIndex>['compare']): number {
  const { similarity, inSecond, inFirst } = compare(a.bag, b.bag)
  const part = a.bag.size >= FEW_WORDS || standsIn(a, b) ? inSecond : 0
  const whole = b.bag.size >= FEW_WORDS || standsIn(b, a) ? inFirst : 0
  return Math.min(NEARLY_EQUAL, Math.max(similarity, CONTAINED * part, CONTAINED * whole))
}

/** True if a text of several words occurs literally in another, as a short part of a divided or joined text. */
function standsIn({ text, bag }: Weighed, other: Weighed): boolean {
  return bag.size > 1 && plain(other.text).includes(plain(text))
}

/** The words of a text, each between spaces, without capitals and punctuation. */
function plain(text: string): string {
  return ` ${wordsOf(text).join(' ')} `
}

/** Translations into a language with the sources that they answer: those that stand, stale ones too, and retired ones. */
export function knownTranslations({ documents, site, memory = [] }: Searched, tag: Tag): Known[] {
  const rows = [...documents.map((texts) => ({ name: texts.document.id, texts })), ...(site ? [{ name: SITE, texts: site }] : [])]
  const own = rows.flatMap(({ name, texts }) => {
    const catalog = texts.translations.find((each) => each.tag === tag)
    const ledger = texts.ledgers.find((each) => each.tag === tag)
    if (!catalog || !ledger) return []
    const standing = [...ledger.answers].flatMap(([key, { basis }]): Known[] => {
      const text = catalog.entries.get(key)?.text
      return text ? [{ document: name, key, basis, text, retired: false }] : []
    })
    return [...standing, ...ledger.retired.map(({ key, basis, text }) => ({ document: name, key, basis, text, retired: true }))]
  })
  return [...own, ...memory.map(({ source, text, from }) => ({ document: from, key: '', basis: source, text, retired: true }))]
}
