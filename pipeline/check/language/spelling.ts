import { alphabetOf, scriptOf } from '../../language/alphabets.ts'
import type { Pack } from '../../language/pack.ts'
import { shortMonth } from '../../language/months.ts'
import { packOf } from '../../language/registry.ts'
import type { Speller } from '../../language/spelling.ts'
import { problem, type Problem } from '../../problem.ts'
import { about, type Reading, type Text, type WholeRule } from '../rule.ts'
import { wording, type Words } from '../../wording.ts'

/** Suggestions take a dictionary a tenth of a second each. */
const SUGGESTIONS = 10

/** Words that no dictionary knows, each once. Dictionaries lack many right words: this is advice. */
export const spelling: WholeRule = {
  id: 'spelling',
  looksAt: 'whole',
  severity: 'info',
  meaning: 'a word is in no dictionary that is installed, nor among the words of the glossary',
  example: { bad: 'конферренција', good: 'конференција' },
  find: (reading) => {
    const texts = [...reading.english, ...reading.translations]
    return [...reading.spellers].flatMap(([tag, speller]) => {
      const own = texts.filter((text) => text.tag === tag && text.kind !== 'message')
      return speller ? unknownWords(own, speller, reading) : own.length > 0 && packOf(tag).dictionaries ? [noDictionary(own[0]!)] : []
    })
  },
}

function unknownWords(texts: readonly Text[], speller: Speller, { factsOf }: Reading): Problem[] {
  const seen = new Map<string, { text: Text; at: number; count: number }>()
  for (const text of texts) {
    const { nameWords } = factsOf(text)
    for (const { text: word, lower, start } of text.prose.words) {
      if (!isOrdinaryWord(word, text.tag) || lower.split(/[-’'/]/).some((part) => nameWords.has(part))) continue
      const known = seen.get(word)
      if (known) known.count++
      else seen.set(word, { text, at: start, count: 1 })
    }
  }
  let suggested = 0
  return [...seen].flatMap(([word, { text, at, count }]) => {
    if (speller.knows(word) || word.split('-').every((part) => speller.knows(part))) return []
    const ideas = suggested++ < SUGGESTIONS ? speller.suggest(word).slice(0, 3) : []
    return [
      problem({
        rule: 'spelling',
        ...about(text, at),
        message:
          count > 1
            ? wording`No dictionary has the word “${{ word }}”, which stands ${{ count }} times.`
            : wording`No dictionary has the word “${{ word }}”.`,
        found: word,
        expected: ideas.length > 0 ? ideas.join(', ') : undefined,
        remedy: wording`Correct it, or add it under words › ${{ tag: text.tag }} in locales/glossary.yaml.`,
      }),
    ]
  })
}

/** A word of the language’s own script, no acronym, with no figure in it. */
function isOrdinaryWord(word: string, tag: Text['tag']): boolean {
  if (word.length < 3 || /\d/.test(word) || /\p{Lu}\P{Lu}*\p{Lu}/u.test(word) || shortMonth(tag, word)) return false
  return Array.from(word).every((letter) => !/\p{L}/u.test(letter) || scriptOf(letter) === alphabetOf(tag).script)
}

function noDictionary(text: Text): Problem {
  return problem({
    rule: 'spelling',
    edition: text.tag,
    file: text.place.file,
    message: 'No dictionary of this language is installed, so that its spelling was not looked at.',
    remedy: remedyOf(packOf(text.tag)),
  })
}

function remedyOf({ dictionaries = [], dictionaryInstall }: Pack): Words {
  const inNpm = dictionaries.find((each) => !each.startsWith('/'))
  if (inNpm !== undefined) return wording`Install one: ${{ command: `npm install ${inNpm}` }}`
  return dictionaryInstall ?? `Install a Hunspell dictionary, and name it under “dictionaries” in the pack of the language.`
}
