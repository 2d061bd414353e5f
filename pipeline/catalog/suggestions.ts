import type { Tag } from '../model/language.ts'
import type { Suggestion } from '../problem.ts'
import { differenceOf } from '../compare/difference.ts'
import { bagOf, createSimilarityIndex, type Bag } from '../compare/similarity.ts'
import type { Library } from './library.ts'
import type { Texts } from './reconcile.ts'
import { wordsOf } from '../source/words.ts'
import { SITE } from './store.ts'

/** Finds translations that may serve for an English text, the likeliest first. */
export type Suggest = (english: string, most?: number) => Suggestion[]

/** Below this the English has so little in common that its translation would not help. */
const LEAST = 0.5
/** A text that stands whole in another is helped by the other's translation, though they are not alike. */
const CONTAINED = 0.9
/** The same words with other punctuation or emphasis. */
const NEARLY_EQUAL = 0.99
/** So few words stand in many a long text by chance. */
const FEW_WORDS = 6
const CANDIDATES = 12

interface Known {
  readonly document: string
  readonly key: string
  readonly basis: string
  readonly text: string
  readonly retired: boolean
}

/** Where translations are looked for. */
type Searched = Pick<Library, 'documents'> & { readonly site?: Texts | undefined }

/**
 * All translations of a publication in one language, to be searched by their English: those in its locale files, stale
 * ones with the English that they answer, and the retired ones of its ledgers.
 */
export function createSuggest(library: Searched, tag: Tag): Suggest {
  const known = knownTranslations(library, tag)
  const bags = known.map(({ basis }) => bagOf(basis))
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

/** Whether a text of several words stands in another as it is: a short part of what was divided or joined. */
function standsIn({ text, bag }: Weighed, other: Weighed): boolean {
  return bag.size > 1 && plain(other.text).includes(plain(text))
}

/** Word after word, each in spaces, without capitals and punctuation. */
function plain(text: string): string {
  return ` ${wordsOf(text).join(' ')} `
}

function knownTranslations({ documents, site }: Searched, tag: Tag): Known[] {
  const rows = [...documents.map((texts) => ({ name: texts.document.id, texts })), ...(site ? [{ name: SITE, texts: site }] : [])]
  return rows.flatMap(({ name, texts }) => {
    const catalog = texts.translations.find((each) => each.tag === tag)
    const ledger = texts.ledgers.find((each) => each.tag === tag)
    if (!catalog || !ledger) return []
    const standing = [...ledger.answers].flatMap(([key, { basis }]): Known[] => {
      const text = catalog.entries.get(key)?.text
      return text ? [{ document: name, key, basis, text, retired: false }] : []
    })
    return [...standing, ...ledger.retired.map(({ key, basis, text }) => ({ document: name, key, basis, text, retired: true }))]
  })
}
