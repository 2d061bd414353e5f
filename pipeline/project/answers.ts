/** A cache of answers that remain valid while their inputs stay the same. The most recently used are kept. */
export interface Answers<Answer> {
  /**
   * Returns the cached answer, or makes it.
   * @param look the moment at which the inputs were looked at; each moment has one answer
   * @param fromOf digest of an answer’s inputs, as they were looked at or as they are now
   */
  ask(look: object, name: string, make: () => Promise<Answer>, fromOf: FromOf<Answer>): Promise<Answer>
}

type FromOf<Answer> = (answer: Answer, when: 'looked at' | 'now') => string

interface Kept<Answer> {
  look: object
  readonly answer: Promise<Answer>
  /** Digest of the inputs. Absent while the answer is made, or if the inputs changed meanwhile. */
  from: string | undefined
}

export function keepAnswers<Answer>(most: number, isLookedAtAgain: boolean): Answers<Answer> {
  const kept = new Map<string, Kept<Answer>>()
  const isAsGood = async ({ answer, from }: Kept<Answer>, fromOf: FromOf<Answer>): Promise<boolean> =>
    from !== undefined && from === fromOf(await answer, 'looked at')
  const keep = (name: string, entry: Kept<Answer>): Promise<Answer> => {
    kept.delete(name)
    kept.set(name, entry)
    const [oldest] = kept.keys()
    if (kept.size > most) kept.delete(oldest!)
    return entry.answer
  }
  return {
    async ask(look, name, make, fromOf) {
      const known = kept.get(name)
      if (known && (known.look === look || (await isAsGood(known, fromOf)))) {
        known.look = look
        return keep(name, known)
      }
      const entry: Kept<Answer> = { look, answer: make(), from: undefined }
      entry.answer.then(
        (answer) => {
          if (!isLookedAtAgain) return
          const from = fromOf(answer, 'looked at')
          if (from === fromOf(answer, 'now')) entry.from = from
        },
        // A failed answer is dropped, because its cause may be removed by the next time.
        () => kept.get(name) === entry && kept.delete(name),
      )
      return keep(name, entry)
    },
  }
}
