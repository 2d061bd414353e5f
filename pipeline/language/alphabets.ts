import type { Tag } from '../model/language.ts'
import { hasSign } from './has-sign.ts'
import type { Script } from './pack.ts'
import { ofPack } from './registry.ts'

export type { Script } from './pack.ts'

/** What a language writes with. */
export interface Alphabet {
  readonly script: Script
  /** In lower case; nothing where the pack does not say. */
  readonly letters: ReadonlySet<string> | undefined
  /** The same as capitals: of i, Turkish has İ. */
  readonly capitals: ReadonlySet<string>
  /** Letters of the other script that a word may have, in lower case: „кôд“ has a Latin ô, for Unicode has no Cyrillic one. */
  readonly borrowed: string
  /** Words of one letter, in small letters: what a letter by itself may be, if it is no symbol. */
  readonly words: string
}

/**
 * The letters of a language. Latin alphabets hold all of ASCII: names keep their q, w, x and y. Macedonian has ѐ and ѝ besides
 * its 31 letters, to tell „сѐ“ and „ѝ“ from „се“ and „и“. Serbian has â ê î ô û for the long vowel that tells two words apart:
 * „sâm“, „kôd“; „ко̂д“ has a combining sign, or borrows the Latin ô, and „кȏд“ the Latin ȏ. It may write the other accents too, of which Unicode has ѐ
 * and ѝ as letters; so does Bulgarian, for the stress that tells „промѐни“ from „прòмени“.
 */
export const alphabetOf = ofPack(({ script, locale, alphabet }): Alphabet => {
  const { letters, borrowed = '', words = '' } = alphabet ?? {}
  const capitals = new Set((letters ?? '').toLocaleUpperCase(locale))
  return { script, letters: letters === undefined ? undefined : new Set(letters), capitals, borrowed, words }
})

/** Latin letters beside the Cyrillic ones that look the same in print (Unicode TR 39, reduced to these alphabets). */
const LATIN_FOR_CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a', е: 'e', ј: 'j', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', ѕ: 's', ѐ: 'è', ѝ: 'ì',
  А: 'A', В: 'B', Е: 'E', Ј: 'J', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', У: 'Y', Х: 'X', Ѕ: 'S', Ѐ: 'È', Ѝ: 'Ì',
} // prettier-ignore

const CYRILLIC_FOR_LATIN = Object.fromEntries(Object.entries(LATIN_FOR_CYRILLIC).map(([cyrillic, latin]) => [latin, cyrillic]))

/** The letter of a script that looks like one of the other script; nothing where none does. */
export function lookAlike(letter: string, script: Script): string | undefined {
  const table = script === 'Cyrillic' ? CYRILLIC_FOR_LATIN : LATIN_FOR_CYRILLIC
  return Object.hasOwn(table, letter) ? table[letter] : undefined
}

const [GRAVE, ACUTE] = ['\u0300', '\u0301']

/**
 * The letter of an alphabet that one of the other script looks like, its accent too: ё for ë, and ѐ for é, which keyboards
 * without ѐ have. Where the alphabet has none, the letter with the accent as a sign of its own.
 */
export function lookAlikeIn({ script, letters }: Alphabet, letter: string): string | undefined {
  const isOwn = (each: string | undefined): boolean => each !== undefined && (letters?.has(each.toLowerCase()) ?? true)
  const [base, ...marks] = letter.normalize('NFD')
  const accent = marks.join('')
  const bare = lookAlike(base!, script)
  const alike = [letter, base! + accent.replace(ACUTE, GRAVE)].map((each) => lookAlike(each.normalize('NFC'), script))
  const accented = bare === undefined || accent === '' ? [] : [(bare + accent).normalize('NFC')]
  return [...alike, ...accented].find(isOwn) ?? (isOwn(bare) ? accented[0] : undefined)
}

const OF_BOTH = /\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u

/** A text whose words of both scripts are in the language’s own letters, where the others look like them: what was meant, as long as before. */
export function asMeant(tag: Tag, text: string): string {
  if (!hasScript.Latin(text) || !hasScript.Cyrillic(text) || !OF_BOTH.test(text)) return text
  const { script } = alphabetOf(tag)
  return text.replaceAll(/\p{L}+/gu, (word) =>
    OF_BOTH.test(word) ? Array.from(word, (letter) => lookAlike(letter, script) ?? letter).join('') : word,
  )
}

/** Greek letters beside the Latin and the Cyrillic ones that look the same in print. */
const GREEK: Readonly<Record<Script, Readonly<Record<string, string>>>> = {
  Latin: { Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X', ο: 'o', Ϲ: 'C', ϲ: 'c' },
  Cyrillic: { Α: 'А', Β: 'В', Ε: 'Е', Η: 'Н', Κ: 'К', Μ: 'М', Ο: 'О', Ρ: 'Р', Τ: 'Т', Χ: 'Х', ο: 'о', Ϲ: 'С', ϲ: 'с' },
} // prettier-ignore

/** The letter of a script that looks like a Greek one; nothing where none does. */
export function lookAlikeOfGreek(letter: string, script: Script): string | undefined {
  return Object.hasOwn(GREEK[script], letter) ? GREEK[script][letter] : undefined
}

/** Letters that look like one of the other script and sound like another: somebody who kept the wrong keyboard may have meant either. */
const BY_SOUND: Readonly<Record<string, string>> = {
  B: 'Б', H: 'Х', P: 'П', p: 'п', C: 'Ц', c: 'ц',
  В: 'V', Н: 'N', Р: 'R', р: 'r', С: 'S', с: 's', У: 'U', у: 'u', Х: 'H', х: 'h',
} // prettier-ignore

/** The letter of the other script that sounds like one whose look-alike sounds otherwise: п for p, beside р. */
export function soundAlike(letter: string): string | undefined {
  return Object.hasOwn(BY_SOUND, letter) ? BY_SOUND[letter] : undefined
}

/** Whether a text has a letter of a script. */
export const hasScript: Readonly<Record<Script, (text: string) => boolean>> = {
  Latin: hasSign(/\p{Script=Latin}/u),
  Cyrillic: hasSign(/\p{Script=Cyrillic}/u),
}

/** The script of a letter; nothing for what belongs to neither. */
export function scriptOf(letter: string): Script | undefined {
  if (hasScript.Latin(letter)) return 'Latin'
  return hasScript.Cyrillic(letter) ? 'Cyrillic' : undefined
}
