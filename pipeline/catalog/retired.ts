import { UNKNOWN, digestOf, type Answer, type RetiredTranslation } from './ledger.ts'

/** A text at its key, and which English it answers. */
export interface Translation {
  readonly text: string
  /** None where there is no text. */
  readonly answer: Answer | undefined
  /** Whether the English has changed under a text that has not, or there is none: then what answered this very English may come back. */
  readonly untouched: boolean
}

/** The retired translations of one locale while they are brought up. */
export class Retired {
  readonly #byKey = new Map<string, RetiredTranslation[]>()

  constructor(retired: readonly RetiredTranslation[]) {
    for (const each of retired) this.add(each)
  }

  /** The English that a text answered when it stood at a key before. */
  basesOf(key: string, text: string): string[] {
    return this.#of(key).flatMap((each) => (each.text === text && each.basis !== UNKNOWN ? [each.basis] : []))
  }

  has({ key, basis, text }: RetiredTranslation): boolean {
    return this.#of(key).some((each) => each.basis === basis && each.text === text)
  }

  add(translation: RetiredTranslation): void {
    if (this.has(translation)) return
    this.#byKey.set(translation.key, [...this.#of(translation.key), translation])
  }

  /** Gives what once answered this very English, and keeps in its stead what stands there now. */
  takeBack(key: string, english: string, present: Translation): Translation | undefined {
    const found = this.#of(key).findLast((each) => each.basis === english)
    if (!found) return undefined
    this.#remove(found)
    if (present.answer) this.add({ key, basis: present.answer.basis, text: present.text, review: present.answer.review })
    return { text: found.text, answer: { basis: english, digest: digestOf(found.text), review: found.review }, untouched: false }
  }

  /** Drops what is in the catalog again. */
  forget(key: string, { basis }: Answer, text: string): void {
    const found = this.#of(key).find((each) => each.basis === basis && each.text === text)
    if (found) this.#remove(found)
  }

  list(): RetiredTranslation[] {
    return [...this.#byKey.values()].flat()
  }

  #of(key: string): readonly RetiredTranslation[] {
    return this.#byKey.get(key) ?? []
  }

  #remove(translation: RetiredTranslation): void {
    this.#byKey.set(
      translation.key,
      this.#of(translation.key).filter((each) => each !== translation),
    )
  }
}
