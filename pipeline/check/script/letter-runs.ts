import { hasScript, scriptOf, type Script } from '../../language/alphabets.ts'
import type { Prose } from '../prose.ts'

/** Letters without anything between them; a hyphen parts them. */
export interface LetterRun {
  readonly text: string
  readonly start: number
  readonly end: number
  /** True if it contains both scripts. */
  readonly mixed: boolean
  /** Script of its first letter. */
  readonly script: Script | undefined
}

const RUN = /[\p{L}\p{M}]+/gu

const runs = new WeakMap<Prose, readonly LetterRun[]>()

/** True if a text has letters of the other script. Most have none. */
export function hasOther({ visible }: Prose, own: Script): boolean {
  return own === 'Latin' ? hasScript.Cyrillic(visible) : hasScript.Latin(visible)
}

/** The runs of letters of a text. */
export function letterRuns(prose: Prose): readonly LetterRun[] {
  const known = runs.get(prose)
  if (known) return known
  const found: LetterRun[] = []
  // In most texts there is but one script.
  const [hasLatin, hasCyrillic] = [hasScript.Latin(prose.visible), hasScript.Cyrillic(prose.visible)]
  for (const { 0: text, index } of prose.visible.matchAll(RUN)) {
    const isLatin = hasLatin && hasScript.Latin(text)
    const mixed = isLatin && hasCyrillic && hasScript.Cyrillic(text)
    const script = isLatin && !mixed ? 'Latin' : scriptOf(String.fromCodePoint(text.codePointAt(0)!))
    found.push({ text, start: index, end: index + text.length, mixed, script })
  }
  runs.set(prose, found)
  return found
}

/** True for a Latin acronym with a Cyrillic ending but no hyphen: RCCа, HTTPом. */
export function isAcronymWithEnding(text: string): boolean {
  return /^[A-Z]{2,}(?!\p{Lu})\p{Script=Cyrillic}{1,4}$/u.test(text)
}

/** Least letters of a foreign stem that is no slip of the keyboard. */
const STEM = 3

/** The word of the English that a word begins with in its own letters, with Cyrillic ones after it: „gettextизација“. Its hyphen or its space may be left out. */
export function foreignStem(word: string, english: string | undefined): string | undefined {
  const stem = /^(?!\p{Lu}+\p{Script=Cyrillic})\p{Script=Latin}+(?=\p{Script=Cyrillic}+$)/u.exec(word)?.[0]
  return stem !== undefined && stem.length >= STEM && english?.toLowerCase().includes(stem.toLowerCase()) ? stem : undefined
}

/** True for a name with a sign that stands for a number, where the English has one too, or the text one with a number: ДанниX for DataX, „от стойност1 до стойностn“. */
export function isWithVariable(word: string, english: string | undefined, visible: string): boolean {
  const [, name, sign] = /^(\p{Script=Cyrillic}{3,})([A-Zn])$/u.exec(word) ?? []
  if (name === undefined || sign === undefined || english === undefined) return false
  return new RegExp(`${name}\\d`, 'u').test(visible) || (sign !== 'n' && new RegExp(`[\\p{Ll}_]${sign}(?!\\p{L})`, 'u').test(english))
}
