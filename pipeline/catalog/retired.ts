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
  /** By key, and by what makes each of a key unique. */
  readonly #byKey = new Map<string, Map<string, RetiredTranslation>>()

  constructor(retired: readonly RetiredTranslation[]) {
    for (const each of retired) this.add(each)
  }

  /** A text as it answered known English at a key. */
  formerOf(key: string, text: string): readonly RetiredTranslation[] {
    return this.#of(key).filter((each) => each.text === text && each.basis !== UNKNOWN)
  }

  has(translation: RetiredTranslation): boolean {
    return this.#byKey.get(translation.key)?.has(idOf(translation)) ?? false
  }

  add(translation: RetiredTranslation): void {
    if (translation.text === '' || this.has(translation)) return
    const present = this.#byKey.get(translation.key)
    if (present) present.set(idOf(translation), translation)
    else this.#byKey.set(translation.key, new Map([[idOf(translation), translation]]))
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
    this.#remove({ key, basis, text })
  }

  list(): RetiredTranslation[] {
    return [...this.#byKey.values()].flatMap((translations) => [...translations.values()])
  }

  #of(key: string): readonly RetiredTranslation[] {
    return [...(this.#byKey.get(key)?.values() ?? [])]
  }

  #remove(translation: RetiredTranslation): void {
    this.#byKey.get(translation.key)?.delete(idOf(translation))
  }
}

/** What makes a retired translation of a key unique. */
function idOf({ basis, text }: RetiredTranslation): string {
  return JSON.stringify([basis, text])
}
