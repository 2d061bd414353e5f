import { scriptOf, type Script } from '../../language/alphabets.ts'
import type { Prose } from '../prose.ts'

/** Letters without anything between them; a hyphen parts them. */
export interface LetterRun {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Whether both scripts are in it. */
  readonly mixed: boolean
  /** That of its first letter. */
  readonly script: Script | undefined
}

const runs = new WeakMap<Prose, readonly LetterRun[]>()

/** The runs of letters of a text. */
export function letterRuns(prose: Prose): readonly LetterRun[] {
  const known = runs.get(prose)
  if (known) return known
  // In most texts there is but one script.
  const found = [...prose.visible.matchAll(/[\p{L}\p{M}]+/gu)].map(({ 0: text, index }) => {
    const latin = /\p{Script=Latin}/u.test(text)
    const mixed = latin && /\p{Script=Cyrillic}/u.test(text)
    return {
      text,
      start: index,
      end: index + text.length,
      mixed,
      script: mixed ? scriptOf(Array.from(text)[0]!) : latin ? 'Latin' : scriptOf(Array.from(text)[0]!),
    } as const
  })
  runs.set(prose, found)
  return found
}

/** Whether a word is an acronym of Latin letters with a Cyrillic ending, which lacks its hyphen: RCCа, HTTPом. */
export function isAcronymWithEnding(text: string): boolean {
  return /^[A-Z]{2,}(?!\p{Lu})\p{Script=Cyrillic}{1,4}$/u.test(text)
}
