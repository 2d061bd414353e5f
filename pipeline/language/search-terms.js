import { searchFormOf } from './search-form.js'

// JavaScript, because pages of a site run it too.

/**
 * What a language pack knows of searching: `search` in pack.json, all in plain small Latin letters.
 * @typedef {{
 *   readonly spellings?: Readonly<Record<string, string>> | undefined,
 *   readonly endings?: string | undefined,
 *   readonly shortest?: number | undefined,
 *   readonly stems?: Readonly<Record<string, string>> | undefined,
 * }} Stemming
 */

/** A stem has a vowel, and no fewer letters: where one letter ends the word, and, if a pack does not say so, where more do. */
const SHORTEST = { beforeLetter: 3, beforeEnding: 4 }
const VOWEL = /[aeiouy]/

/**
 * The words of a text.
 * @param {string} text
 * @returns {string[]}
 */
export function wordsIn(text) {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/**
 * Makes the forms in which words of a language are looked for: as one would type them without accents, and their stems, from which
 * inflected forms differ by their endings.
 * @param {Stemming} [stemming]
 * @returns {(word: string) => { readonly plain: string, readonly stem: string }}
 */
export function createTerms({ spellings = {}, endings = '', shortest = SHORTEST.beforeEnding, stems = {} } = {}) {
  const sortedEndings = endings.split(' ').filter(Boolean).toSorted((a, b) => b.length - a.length) // prettier-ignore
  const respelled = replacing(spellings)
  const restemmed = replacing(stems)
  return (word) => {
    const plain = respelled(searchFormOf(word).text)
    const isEnding = (/** @type {string} */ ending) =>
      plain.endsWith(ending) &&
      plain.length - ending.length >= (ending.length > 1 ? shortest : SHORTEST.beforeLetter) &&
      VOWEL.test(plain.slice(0, -ending.length))
    const ending = sortedEndings.find(isEnding) ?? ''
    return { plain, stem: restemmed(plain.slice(0, plain.length - ending.length)) }
  }
}

/**
 * Replaces what expressions find, one after the other.
 * @param {Readonly<Record<string, string>>} replacements
 * @returns {(text: string) => string}
 */
function replacing(replacements) {
  const all = Object.entries(replacements).map(([found, by]) => ({ found: new RegExp(found, 'gu'), by }))
  return (text) => all.reduce((changed, { found, by }) => changed.replaceAll(found, by), text)
}
