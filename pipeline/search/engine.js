import { createTerms, wordsIn } from '../language/search-terms.js'

// JavaScript, because pages of a site run it too.

/**
 * A document as it is searched: its folder and title, and its sections, each with the id of its heading, the heading and its text, a
 * block a line. The first has no id: it is the title page.
 * @typedef {readonly [folder: string, title: string, sections: readonly (readonly [id: string, title: string, text: string])[]]} SearchedDocument
 */

/**
 * A section that was found, with the sentence that was found in it, in parts.
 * @typedef {{
 *   readonly folder: string,
 *   readonly document: string,
 *   readonly id: string,
 *   readonly title: string,
 *   readonly sentence: readonly { readonly text: string, readonly found: boolean }[],
 * }} Hit
 */

/** @typedef {{ readonly folder: string, readonly document: string, readonly id: string, readonly title: string, readonly text: string }} Section */

/** Words of so many letters are found by their beginnings, and with so many slips. */
const BY_BEGINNING = 4
const ONE_SLIP = 5
const TWO_SLIPS = 8
const STEM_WITH_SLIP = 7
/** What a word counts of which the beginning alone was typed. */
const BEGINNING = { prefix: 0.1, fuzzy: 0 }
/** Words of fewer letters are looked for, but need not be there: articles, prepositions. */
const NEEDED = 3
/** Stands before a stem, so that it is no word. */
const STEM = '='
/** So long may the part of a sentence be that is shown. */
const LONGEST = 220

/**
 * Opens the search of a language over documents. All words of a query are to be found: in one section, else in one document. A word
 * that nothing has is forgiven a slip.
 * @param {typeof import('minisearch').default} MiniSearch
 * @param {string} language its tag, by which sentences are told
 * @param {import('../language/search-terms.js').Stemming} stemming
 */
export function openSearch(MiniSearch, language, stemming) {
  const formsOf = createTerms(stemming)
  /** @param {string} word */
  const termsOf = (word) => {
    const { plain, stem } = formsOf(word)
    return [plain, STEM + stem]
  }
  /** @type {import('minisearch').default<{ id: number, title: string, text: string }>} */
  const index = new MiniSearch({ fields: ['title', 'text'], tokenize: wordsIn, processTerm: termsOf })
  const asItIs = { tokenize: (/** @type {string} */ term) => [term], processTerm: (/** @type {string} */ term) => term }
  const options = { ...asItIs, boost: { title: 3 } }
  /** @type {Section[]} */
  const sections = []

  /** @param {string} word */
  const sectionsWith = (word) => {
    const { plain, stem } = formsOf(word)
    const exact = index.search({
      ...options,
      combineWith: 'OR',
      queries: [
        { queries: [STEM + stem] },
        ...(plain.length >= BY_BEGINNING ? [{ queries: [plain], prefix: true, weights: BEGINNING }] : [plain]),
      ],
    })
    if (exact.length > 0 || plain.length < ONE_SLIP || /\d/.test(plain)) return exact
    const slips = [{ queries: [plain], fuzzy: plain.length < TWO_SLIPS ? 1 : 2 }]
    if (stem.length >= STEM_WITH_SLIP) slips.push({ queries: [STEM + stem], fuzzy: 1 })
    return index.search({ ...options, combineWith: 'OR', queries: slips })
  }

  return {
    /** @param {readonly SearchedDocument[]} documents */
    add(documents) {
      for (const [folder, document, own] of documents)
        for (const [id, title, text] of own) {
          index.add({ id: sections.length, title, text })
          sections.push({ folder, document, id, title, text })
        }
    },
    /**
     * @param {string} query
     * @param {number} most
     * @returns {{ readonly count: number, readonly hits: readonly Hit[] }}
     */
    find(query, most) {
      const words = [...new Set(wordsIn(query))]
      const long = words.filter((word) => word.length >= NEEDED)
      const needed = new Set(long.length > 0 ? long : words)
      if (needed.size === 0) return { count: 0, hits: [] }
      /** @type {Map<number, { section: Section, score: number, words: Set<string>, terms: Set<string> }>} */
      const found = new Map()
      /** @type {Map<string, Set<string>>} */
      const inDocument = new Map()
      for (const word of words)
        for (const { id, score, terms } of sectionsWith(word)) {
          const section = /** @type {Section} */ (sections[id])
          const at = found.get(id) ?? { section, score: 0, words: new Set(), terms: new Set() }
          at.score += score
          if (needed.has(word)) at.words.add(word)
          for (const term of terms) at.terms.add(term)
          found.set(id, at)
          const there = inDocument.get(section.folder) ?? new Set()
          inDocument.set(section.folder, needed.has(word) ? there.add(word) : there)
        }
      const all = [...found.values()]
      const whole = all.filter((each) => each.words.size === needed.size)
      const parted = all.filter(({ section }) => inDocument.get(section.folder)?.size === needed.size)
      const hits = (whole.length > 0 ? whole : parted).toSorted((a, b) => b.words.size - a.words.size || b.score - a.score)
      return {
        count: hits.length,
        hits: hits.slice(0, most).map(({ section: { folder, document, id, title, text }, terms }) => ({
          folder,
          document,
          id,
          title,
          sentence: sentenceWith(text, language, (word) => termsOf(word).some((term) => terms.has(term))),
        })),
      }
    },
  }
}

/**
 * The sentence that has most of what was found, in parts: that of a title alone is the first.
 * @param {string} text
 * @param {string} language
 * @param {(word: string) => boolean} isFound
 */
function sentenceWith(text, language, isFound) {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  const sentences = text.split('\n').flatMap((block) => [...segmenter.segment(block)].map(({ segment }) => segment.trim()))
  const parts = sentences.filter(Boolean).map((sentence) => partsOf(sentence, isFound))
  const most = Math.max(0, ...parts.map(countFound))
  return shortened(parts.find((each) => countFound(each) === most) ?? [])
}

/** @typedef {{ readonly text: string, readonly found: boolean }[]} Parts */

/**
 * @param {string} sentence
 * @param {(word: string) => boolean} isFound
 * @returns {Parts}
 */
function partsOf(sentence, isFound) {
  return sentence
    .split(/([\p{L}\p{M}\p{N}]+)/u)
    .flatMap((text, at) => (text === '' ? [] : [{ text, found: at % 2 === 1 && isFound(text) }]))
}

/** @param {Parts} parts */
function countFound(parts) {
  return parts.filter(({ found }) => found).length
}

/**
 * Cuts a long sentence around what was found first, between words.
 * @param {Parts} parts
 * @returns {Parts}
 */
function shortened(parts) {
  const lengthOf = (/** @type {Parts} */ some) => some.reduce((sum, { text }) => sum + text.length, 0)
  if (lengthOf(parts) <= LONGEST) return parts
  const first = Math.max(0, parts.findIndex(({ found }) => found)) // prettier-ignore
  let start = first
  while (start > 0 && lengthOf(parts.slice(start - 1, first)) < LONGEST / 3) start--
  let end = first + 1
  while (end < parts.length && lengthOf(parts.slice(start, end + 1)) < LONGEST) end++
  const cut = (/** @type {boolean} */ isCut) => (isCut ? [{ text: '…', found: false }] : [])
  return [...cut(start > 0), ...parts.slice(start, end), ...cut(end < parts.length)]
}
