import { alphabetOf, lookAlike, type Script } from '../../language/alphabets.ts'
import { isLatinPhrase } from '../../language/latin-phrases.ts'
import { knownTags } from '../../language/registry.ts'
import { searchFormOf } from '../../language/search-form.js'
import type { Facts, Observation, TextRule } from '../rule.ts'
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
    const strange = letterRuns(prose).flatMap(({ text, start, end, mixed, script: own }): StrangeWord[] => {
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
      return [{ lower, start, end, own }]
    })
    const rightful = letterRuns(prose).filter((run) => run.script === script && !run.mixed).length
    if (strange.length >= LEAST_WORDS && rightful * MOST_OWN <= strange.length) return [whole(strange[0]!, strange.at(-1)!, prose.visible)]
    const runs = runsOf(strange, prose.visible).filter((run) => !isLatinPhrase(run.map(({ lower }) => lower)))
    return runs.map((run): Observation => {
      // One foreign word may be meant; a phrase, and a word of the language, are typed with the wrong keyboard.
      const isSure =
        run.length > 1 ||
        run.some(({ own, lower }) => own === 'Cyrillic' || OWN_LETTER.test(lower) || plainWords(facts).has(searchFormOf(lower).text))
      const [{ own, start }, { end }] = [run[0]!, run.at(-1)!]
      const words = run.length > 1 ? 'words' : 'word'
      return {
        message: WORDINGS[words][own],
        found: prose.visible.slice(start, Math.min(end, start + LONGEST)),
        expected: script === 'Latin' ? 'Latin letters' : 'Cyrillic letters',
        remedy: 'Write it in the script of the edition; put a name that keeps its own script into the programme or the glossary.',
        severity: isSure ? undefined : 'warning',
        start,
        end,
      }
    })
  },
}

/** A word in the other script. */
interface StrangeWord {
  readonly lower: string
  readonly start: number
  readonly end: number
  readonly own: Script
}

const WORDINGS: Readonly<Record<'word' | 'words' | 'text', Readonly<Record<Script, string>>>> = {
  word: { Latin: 'This word stands in Latin letters.', Cyrillic: 'This word stands in Cyrillic letters.' },
  words: { Latin: 'These words stand in Latin letters.', Cyrillic: 'These words stand in Cyrillic letters.' },
  text: { Latin: 'This text stands in Latin letters.', Cyrillic: 'This text stands in Cyrillic letters.' },
}

/** So many words in the other script, and at most one in so many of the text’s own, are a text that was typed or pasted whole. */
const [LEAST_WORDS, MOST_OWN] = [4, 8]
const LONGEST = 60

/** One finding for a text that stands in the other script from its first word to its last. */
function whole(first: StrangeWord, last: StrangeWord, visible: string): Observation {
  return {
    message: WORDINGS.text[first.own],
    found: visible.slice(first.start, Math.min(last.end, first.start + LONGEST)),
    expected: first.own === 'Latin' ? 'Cyrillic letters' : 'Latin letters',
    remedy: 'Write it in the script of the edition; where it belongs to another language, move it to that language’s file.',
    start: first.start,
    end: last.end,
  }
}

/** The words that follow each other with nothing but a space between, as one. */
function runsOf(words: readonly StrangeWord[], visible: string): StrangeWord[][] {
  const runs: StrangeWord[][] = []
  for (const word of words) {
    const last = runs.at(-1)?.at(-1)
    if (last && last.own === word.own && /^\s+$/u.test(visible.slice(last.end, word.start))) runs.at(-1)!.push(word)
    else runs.push([word])
  }
  return runs
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
