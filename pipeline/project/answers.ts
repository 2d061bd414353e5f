/** A cache of answers that remain valid while their inputs stay the same. The most recently used are kept. */
export interface Answers<Moment extends object, Answer> {
  /**
   * Returns the cached answer, or makes it.
   * @param moment when the inputs were looked at; each moment has one answer
   * @param fromOf digest of an answer’s inputs at a moment; absent for an answer that no other moment can use
   */
  ask(moment: Moment, name: string, make: () => Promise<Answer>, fromOf: FromOf<Moment, Answer>): Promise<Answer>
}

type FromOf<Moment, Answer> = (answer: Answer, moment: Moment) => string | undefined

interface Kept<Moment, Answer> {
  moment: Moment
  readonly answer: Promise<Answer>
}

/** Opens a cache. @param most limit of answers */
export function keepAnswers<Moment extends object, Answer>(most: number): Answers<Moment, Answer> {
  const kept = new Map<string, Kept<Moment, Answer>>()
  const isAsGood = async ({ moment, answer }: Kept<Moment, Answer>, now: Moment, fromOf: FromOf<Moment, Answer>): Promise<boolean> => {
    // A failed answer is never reused, because its cause may be removed by now.
    const made = await answer.catch(() => undefined)
    if (made === undefined) return false
    const from = fromOf(made, now)
    return from !== undefined && from === fromOf(made, moment)
  }
  const keep = (name: string, entry: Kept<Moment, Answer>): Promise<Answer> => {
    kept.delete(name)
    kept.set(name, entry)
    const [oldest] = kept.keys()
    if (kept.size > most) kept.delete(oldest!)
    return entry.answer
  }
  const ask: Answers<Moment, Answer>['ask'] = async (moment, name, make, fromOf) => {
    const known = kept.get(name)
    if (known?.moment === moment) return keep(name, known)
    const isKept = known !== undefined && (await isAsGood(known, moment, fromOf))
    // The same may have been asked meanwhile.
    if (kept.get(name) !== known || known?.moment === moment) return ask(moment, name, make, fromOf)
    if (isKept) {
      known.moment = moment
      return keep(name, known)
    }
    return keep(name, { moment, answer: make() })
  }
  return { ask }
}
