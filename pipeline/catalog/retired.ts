import { UNKNOWN, digestOf, type Answer, type RetiredTranslation } from './ledger.ts'

/** A text, and the English that it answers. */
export interface Translation {
  readonly text: string
  /** Absent if there is no text. */
  readonly answer: Answer | undefined
  /**
   * True if the English changed but the text did not, or there is no text. A retired translation of this English may then
   * return.
   */
  readonly untouched: boolean
}

/** A text as it is retired. */
export function retiredOf(key: string, text: string, { basis, origin, review }: Answer): RetiredTranslation {
  return { key, basis, text, origin, review }
}

/** The retired translations of one locale during reconciliation. */
export class Retired {
  readonly #byKey = new Map<string, RetiredTranslation[]>()

  constructor(retired: readonly RetiredTranslation[]) {
    for (const each of retired) this.add(each)
  }

  /** A text as it answered known English at a key. */
  formerOf(key: string, text: string): readonly RetiredTranslation[] {
    return this.#of(key).filter((each) => each.text === text && each.basis !== UNKNOWN)
  }

  has({ key, basis, text }: RetiredTranslation): boolean {
    return this.#of(key).some((each) => each.basis === basis && each.text === text)
  }

  add(translation: RetiredTranslation): void {
    if (translation.text === '' || this.has(translation)) return
    this.#byKey.set(translation.key, [...this.#of(translation.key), translation])
  }

  /** Takes back the retired translation of this English, and retires the present one instead. */
  takeBack(key: string, english: string, present: Translation): Translation | undefined {
    const found = this.#of(key).findLast((each) => each.basis === english)
    if (!found) return undefined
    this.#remove(found)
    if (present.answer) this.add(retiredOf(key, present.text, present.answer))
    const { text, origin, review } = found
    return { text, answer: { basis: english, digest: digestOf(text), origin, review }, untouched: false }
  }

  /** Removes a translation that is in the catalog again. */
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
