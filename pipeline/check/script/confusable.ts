import { alphabetOf, lookAlikeIn, lookAlikeOfGreek, scriptOf, soundAlike, type Script } from '../../language/alphabets.ts'
import { hasSign } from '../../language/has-sign.ts'
import { romanFromCyrillic } from '../../language/roman.ts'
import type { Prose, Word } from '../prose.ts'
import type { Observation, TextRule } from '../rule.ts'
import { wording } from '../../wording.ts'
import { foreignStem, isAcronymWithEnding, isWithVariable, letterRuns, type LetterRun } from './letter-runs.ts'

/** Letters of the other script that look right. */
export const confusable: TextRule = {
  id: 'confusable',
  looksAt: 'text',
  severity: 'error',
  meaning: 'a letter looks right but belongs to the other script, so that no search finds the word',
  example: { bad: 'граница with a Latin a', good: 'граница' },
  find: ({ tag, prose }, facts, english) => {
    const own = alphabetOf(tag)
    const { script, letters: alphabet, words, borrowed } = own
    if (!mayHaveConfusable[script](prose.visible)) return []
    const runs = letterRuns(prose)
    return runs.flatMap((run, index): Observation[] => {
      const greek = greekWithin(run)
      if (greek) return [greek]
      const { start, end, mixed, script: first } = run
      const text = run.text.normalize('NFC')
      // Most words are of the language’s script, and no numeral.
      if (!mixed && first === script && !NUMERAL_BEGINNING.test(text)) return []
      const numeral = romanFromCyrillic(text)
      if (numeral !== undefined) return [finding(text, numeral, start, end, 'Latin')]
      if (mixed ? isMixedByRight(text, script, prose, english) : first === script || first === undefined) return []
      const isRight = (letter: string): boolean =>
        scriptOf(letter) === script || MARK.test(letter) || borrowed.includes(letter.toLowerCase())
      const letters = Array.from(text, (letter) => (isRight(letter) ? letter : lookAlikeIn(own, letter)))
      if (letters.includes(undefined)) return []
      const mended = letters.join('')
      if (mended === text || !Array.from(mended.toLowerCase()).every((letter) => !alphabet || alphabet.has(letter) || isRight(letter)))
        return []
      if (!mixed) {
        // A word with nothing but look-alikes is a foreign one, a symbol or an acronym, unless the language has just that word.
        const isOwn = text.length === 1 ? isOneLetterWord(run, mended, prose, words) : isWord(run, mended, facts.vocabulary)
        // A letter with an accent is no symbol.
        const isSymbol = text.length > 1 || text.normalize('NFD').length === 1
        if (!isOwn || (isSymbol && isForeign(run, prose, english, facts.nameWords)) || isWithinForeign(runs, index, script, prose))
          return []
      }
      const sounds = Array.from(text, (letter) =>
        isRight(letter) ? letter : (soundAlike(letter) ?? lookAlikeIn(own, letter) ?? letter),
      ).join('')
      // A letter that was meant by its sound looks like another: which word it is the document tells, or a person.
      const isKnown = (word: string): boolean => facts.vocabulary.has(word.toLowerCase())
      if (!mixed || sounds === mended || isKnown(mended)) return [finding(text, mended, start, end, script)]
      return [isKnown(sounds) ? finding(text, sounds, start, end, script) : finding(text, mended, start, end, script, sounds)]
    })
  },
}

const MARK = /\p{M}/u

/** A word of Latin or of Cyrillic letters with Greek ones among them that look the same. A sign of a measure looks like none: „μm“, „ΔT“. */
function greekWithin({ text, start, end, mixed }: LetterRun): Observation | undefined {
  if (mixed || text.length < 2 || !/\p{Script=Greek}/u.test(text)) return undefined
  const script = /\p{Script=Latin}/u.test(text) ? 'Latin' : /\p{Script=Cyrillic}/u.test(text) ? 'Cyrillic' : undefined
  if (script === undefined) return undefined
  const letters = Array.from(text, (letter) => (/\p{Script=Greek}/u.test(letter) ? lookAlikeOfGreek(letter, script) : letter))
  if (letters.includes(undefined)) return undefined
  return {
    ...finding(text, letters.join(''), start, end, script),
    message: script === 'Latin' ? 'This word has Greek letters that look Latin.' : 'This word has Greek letters that look Cyrillic.',
  }
}

/** True for a word that may have letters of both scripts, or is left to `mixed-script`. */
function isMixedByRight(text: string, script: Script, { visible }: Prose, english: Prose | undefined): boolean {
  if (isAcronymWithEnding(text) || isWithVariable(text, english?.raw, visible)) return true
  return script === 'Cyrillic' && foreignStem(text, english?.raw) !== undefined
}

/** How a Roman numeral in Cyrillic letters alone begins. */
const NUMERAL_BEGINNING = /^[ХІ]/u

const hasFurtherThanCyrillic = hasSign(/[\p{L}--\p{Script=Cyrillic}]/v)

/** Whether a text has what may be told: a letter of another script, or Roman numerals in Cyrillic. Most have none. */
const mayHaveConfusable: Readonly<Record<Script, (visible: string) => boolean>> = {
  Latin: hasSign(/[\p{L}--\p{Script=Latin}]/v),
  Cyrillic: (visible) => hasFurtherThanCyrillic(visible) || /[ХІ]{2}/.test(visible),
}

/** @param other what it may be too: then a person has to tell */
function finding(text: string, mended: string, start: number, end: number, script: Script, other?: string): Observation {
  const strange = Array.from(text).filter((letter) => scriptOf(letter) !== script && !MARK.test(letter))
  return {
    message: script === 'Cyrillic' ? 'This word has Latin letters that look Cyrillic.' : 'This word has Cyrillic letters that look Latin.',
    found: `${text} (${[...new Set(strange)].map((letter) => `${letter} U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(', ')})`,
    expected: other === undefined ? mended : wording`${{ looks: mended }} or ${{ sounds: other }}`,
    remedy: 'Write the word anew with the right keyboard.',
    start,
    end,
    mended: other === undefined ? mended : undefined,
  }
}

/**
 * Whether a letter by itself is a word of the language, typed in the other script, and no symbol: x-оса, p-вредност, тачка
 * (a), a.txt, 5(a), a = 5. A word has words on both sides, a space between, or is the ending of one: RCC-а.
 */
function isOneLetterWord({ text, start, end }: LetterRun, mended: string, prose: Prose, words: string): boolean {
  const { visible, raw } = prose
  if (!words.includes(mended.toLowerCase())) return false
  const [before, after] = [visible.slice(Math.max(0, start - 3), start), visible.slice(end, end + 3)]
  // An ending is small: „RCC-а“.
  if (/[\p{L}\d]-$/u.test(before)) return text === text.toLowerCase() && !/^[-\p{L}\d]/u.test(after)
  if (/[*_]/.test(raw[prose.at(start) - 1] ?? '')) return false
  if (!/^\s[\p{L}„“"«(]/u.test(after)) return false
  // A capital that is no symbol begins a sentence.
  return text === text.toLowerCase() ? /(?:^|[\p{L},;:.!?”“»)]\s|[„“"«(–—]\s?)$/u.test(before) : /(?:^|[.!?…]\s|[„“"«])$/u.test(before)
}

/** True if the document has the word in its own script. Two or three capitals are an acronym: CE, TM, PC. */
function isWord({ text }: LetterRun, mended: string, vocabulary: ReadonlyMap<string, number>): boolean {
  if (text === text.toUpperCase() && text.length < 4) return false
  return vocabulary.has(mended.toLowerCase())
}

/** An English “a” that is no article: (a), a), a = 5, “a is”, “the letter a”. */
const SYMBOL_A = /(?<![\p{L}\d’'])a(?=[)=,;:]|\.\p{L}|\s(?:=|(?:is|are|and|or|to|in|of|has)\b))|\bletters? a\b/u

const symbolsA = new WeakMap<Prose, boolean>()

/** The same English is asked for each letter of its translation. */
function hasSymbolA(english: Prose): boolean {
  const known = symbolsA.get(english) ?? SYMBOL_A.test(english.visible)
  symbolsA.set(english, known)
  return known
}

/** The word in which a unit stands; words are in order. */
function wordAt(words: readonly Word[], unit: number): string | undefined {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.end > unit) high = middle
    else low = middle + 1
  }
  const word = words[low]
  return word && word.start <= unit ? word.text : undefined
}

/** True for legitimately foreign words: a word of the English, a name, a Roman numeral. */
function isForeign({ text, start }: LetterRun, { words }: Prose, english: Prose | undefined, nameWords: ReadonlySet<string>): boolean {
  const lower = text.toLowerCase()
  if (english === undefined || nameWords.has(lower) || /^[IVX]+$/.test(text)) return true
  if (text.length > 1) return english.raw.toLowerCase().includes(lower)
  const whole = wordAt(words, start) ?? text
  if (whole !== text && english.words.some((word) => word.text === whole)) return true
  // Endings are small and Cyrillic („RCC-а“), and the English article looks like the conjunction „а“.
  if (text === 'a') return hasSymbolA(english)
  if (text === lower && whole !== text) return false
  return new RegExp(`(?<!\\p{L})${text}(?!\\p{L})`, 'u').test(english.raw)
}

/** True if a word is beside another in its script, as part of a title or phrase in another language. */
function isWithinForeign(runs: readonly LetterRun[], index: number, script: Script, { visible }: Prose): boolean {
  const [before, run, after] = [runs[index - 1], runs[index]!, runs[index + 1]]
  const isForeignNeighbour = (one: LetterRun | undefined, between: string): boolean =>
    one !== undefined && !one.mixed && one.script !== script && one.text.length > 1 && /^[\s’']$/.test(between)
  return (
    isForeignNeighbour(before, visible.slice(before?.end ?? 0, run.start)) ||
    isForeignNeighbour(after, visible.slice(run.end, after?.start ?? 0))
  )
}
