import { ofPack } from '../../language/registry.ts'
import type { Tag } from '../../model/language.ts'
import type { Prose, Word } from '../prose.ts'
import type { TextRule } from '../rule.ts'
import { isCode } from '../typography/notation.ts'

/** Words that may stand twice: Albanian articles meet („së të drejtave“, „të të gjithëve“), Serbian „да да“ is “that he give”, English has “going on on Monday” and “one one would find”. */
const mayStandTwice = ofPack(({ doubledWords = '', neverDoubled }) => {
  const may = new Set(doubledWords.split(' '))
  const never = neverDoubled === undefined ? undefined : new Set(neverDoubled.split(' '))
  return (word: string): boolean => may.has(word) || never?.has(word) === false
})

/** A word that slipped in twice. */
export const doubledWord: TextRule = {
  id: 'doubled-word',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'the same word stands twice in a row',
  example: { bad: 'на на интернет', good: 'на интернет' },
  find: ({ tag, prose }, _facts, english) => {
    const { words, visible } = prose
    if (isCode(visible)) return []
    // The English may double one too: “the Roa Roa hotel”.
    if (english && english !== prose && isDoubled(english)) return []
    return words.flatMap(({ text, lower, start, end }, index) => {
      const before = words[index - 1]
      if (
        !before ||
        !isSame(before.text, text, BEGINS.test(visible.slice(Math.max(0, before.start - 3), before.start))) ||
        !/^\p{L}/u.test(text) ||
        mayStandTwice(tag)(lower)
      )
        return []
      // Three times is no slip.
      if (words[index - 2]?.lower === lower || words[index + 1]?.lower === lower) return []
      if (!/^[ \u00A0]$/.test(visible.slice(before.end, start)) || isName(text, tag) || isLabel(prose, before, tag)) return []
      if (tag === 'en' && lower === 'to' && STRANDED.test(visible.slice(Math.max(0, before.start - 20), before.start))) return []
      // What is spoken of: pronounced “dot dot”.
      if (/["“”„«»‘’]/.test(visible[before.start - 1] ?? '') && /["“”„«»‘’]/.test(visible[end] ?? '')) return []
      // “a.k.a a clearance”, “the context context:all”.
      if (tag === 'en' && (visible[before.start - 1] === '.' || /^:\p{L}/u.test(visible.slice(end, end + 2)))) return []
      return [
        {
          message: 'This word stands twice.',
          found: visible.slice(before.start, end),
          expected: before.text,
          remedy: 'Remove one of the two.',
          start: before.end,
          end,
        },
      ]
    })
  },
}

/** True for names, “Peri Peri”, letters, “A A”, and file names. English authors double those on purpose. */
function isName(text: string, tag: Tag): boolean {
  if (tag !== 'en') return text.length > 1 && text === text.toUpperCase()
  return /[-\d/\p{Lu}]/u.test(text) || (text.length === 1 && text !== 'a')
}

/** True if a Markdown mark ends between the two words: “**Schedule** Schedule a day”. The first is then a label. */
function isLabel(prose: Prose, before: Word, tag: Tag): boolean {
  return tag === 'en' && /^[*_`\])]/u.test(prose.raw.slice(prose.at(before.end - 1) + 1))
}

/** Words that take “to”, and may end with it: “a page they have access to to an area”. */
const STRANDED =
  /\b(?:access|used|listen\w*|belong\w*|refer\w*|relat\w*|subscrib\w*|respond\w*|repl\w+|talk\w*|sp[eo]ak\w*|been|gone|go) $/u

/** Text before the first word of a sentence. */
const BEGINS = /(?:^|[.!?:…][”")]?\s|["“„«(])$/u

/** True if a word repeats the one before; at a sentence’s beginning also “The the”. “NAME Name” and “managed Managed” are no repetitions. */
function isSame(before: string, text: string, begins: boolean): boolean {
  return before === text || (begins && text === text.toLowerCase() && before.slice(1) === text.slice(1) && before.toLowerCase() === text)
}

function isDoubled({ words, visible }: Prose): boolean {
  return words.some(({ lower, start }, at) => words[at - 1]?.lower === lower && /^\s+$/.test(visible.slice(words[at - 1]!.end, start)))
}
