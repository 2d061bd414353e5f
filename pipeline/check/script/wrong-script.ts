import { alphabetOf, lookAlike } from '../../language/alphabets.ts'
import { knownTags } from '../../language/registry.ts'
import { searchFormOf } from '../../language/search-form.js'
import type { Facts } from '../facts-of.ts'
import type { Observation, TextRule } from '../rule.ts'
import { hasOther, letterRuns } from './letter-runs.ts'

/** Number of characters that are examined around a word. */
const NEAR = 80

/** Whole words in the other script. */
export const wrongScript: TextRule = {
  id: 'wrong-script',
  looksAt: 'text',
  severity: 'error',
  meaning: 'a word stands in the other script without being a name, an acronym or a word of the source',
  example: { bad: 'sr-Cyrl: Управо jezik одређује', good: 'sr-Cyrl: Управо језик одређује' },
  find: ({ tag, prose }, facts, english) => {
    const { script } = alphabetOf(tag)
    if (!hasOther(prose, script)) return []
    const theirs = english?.raw.toLowerCase().replaceAll('-', '')
    const strange = letterRuns(prose).flatMap(({ text, start, end, mixed, script: own }, index) => {
      if (mixed || own === undefined || own === script || theirs === undefined) return []
      // Acronyms, units and Roman numerals, and what the English has too.
      if (text === text.toUpperCase() && text.length > 1) return []
      const lower = text.toLowerCase()
      // A name in the middle of a sentence may keep its own script, and one with a capital within, OpenStreetMap.
      if (own === 'Latin' && /\p{Ll}\p{Lu}/u.test(text)) return []
      if (own === 'Latin' && /^\p{Lu}/u.test(text) && /[\p{L},]\s$/u.test(prose.visible.slice(Math.max(0, start - 2), start))) return []
      if (theirs.includes(lower) || isLanguageCode(lower) || facts.nameWords.has(lower) || isAddressOrGloss(prose.visible, start, end))
        return []
      // A symbol (x, n), a unit (12 km), and what look-alikes explain.
      if (
        (text.length === 1 && (own === 'Latin' || lookAlike(text, script) !== undefined)) ||
        (text.length <= 4 && /\d[\s\u00A0]?$|\/$/.test(prose.visible.slice(Math.max(0, start - 2), start)))
      )
        return []
      const alike = Array.from(lower, (letter) => lookAlike(letter, script))
      if (!alike.includes(undefined) && facts.vocabulary.has(alike.join(''))) return []
      return [{ text, lower, start, end, own, index }]
    })
    const places = new Set(strange.map(({ index }) => index))
    return strange.map(({ text, lower, start, end, own, index }): Observation => {
      // One foreign word may be meant; a phrase, and a word of the language, are typed with the wrong keyboard.
      const isSure =
        (places.has(index - 1) && /^\s/u.test(prose.visible.slice(start - 1))) ||
        (places.has(index + 1) && /^\s/u.test(prose.visible.slice(end))) ||
        own === 'Cyrillic' ||
        OWN_LETTER.test(lower) ||
        plainWords(facts).has(searchFormOf(lower).text)
      return {
        message: own === 'Latin' ? 'This word stands in Latin letters.' : 'This word stands in Cyrillic letters.',
        found: text,
        expected: script === 'Latin' ? 'Latin letters' : 'Cyrillic letters',
        remedy: 'Write it in the script of the edition; put a name that keeps its own script into the programme or the glossary.',
        severity: isSure ? undefined : 'warning',
        start,
        end,
      }
    })
  },
}

/** Letters of South Slavic Latin alphabets that few foreign words have. */
const OWN_LETTER = /[čćžšđ]/u

const CYRILLIC = /^\p{Script=Cyrillic}/u
const plain = new WeakMap<Facts, ReadonlySet<string>>()

/** The words of a document in Cyrillic as somebody may type them in plain Latin letters. */
function plainWords(facts: Facts): ReadonlySet<string> {
  const known =
    plain.get(facts) ?? new Set([...facts.vocabulary.keys()].filter((word) => CYRILLIC.test(word)).map((word) => searchFormOf(word).text))
  plain.set(facts, known)
  return known
}

/** True for the code of a language: „mk“, „mkwiki“ */
function isLanguageCode(lower: string): boolean {
  return knownTags().some((tag) => [tag.split('-')[0], `${tag.split('-')[0]}wiki`].includes(lower))
}

/** True inside a path, an address, a network name (#JaIsto, @vlada) or a name in code ($1user), and inside brackets that give a foreign word: „мрежна маска (netmask)“. */
function isAddressOrGloss(visible: string, start: number, end: number): boolean {
  const [before, after] = [visible.slice(Math.max(0, start - NEAR), start), visible.slice(start, end + NEAR)]
  const token = `${before.slice(before.search(/\S*$/))}${/^\S*/.exec(after)![0]}`
  if (/[#@$=_\\]|:\/\/|^\W*(?:~|[A-Z]:)?\/\w|\w\/\w+\/|\w\.\w|^\w+:\w+:/.test(token)) return true
  return /\([^()\p{Script=Cyrillic}]*$/u.test(before) && /^[^()\p{Script=Cyrillic}]*\)/u.test(after)
}
