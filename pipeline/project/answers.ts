/** Keeps answers while what they were made from stands. Of many, those are kept that were asked for last. */
export interface Answers<Answer> {
  /**
   * @param look the moment at which the inputs were looked at: for one, there is one answer
   * @param fromOf a digest of what an answer is made from: as it was looked at, and as it is now
   */
  ask(look: object, name: string, make: () => Promise<Answer>, fromOf: FromOf<Answer>): Promise<Answer>
}

type FromOf<Answer> = (answer: Answer, when: 'looked at' | 'now') => string

interface Kept<Answer> {
  look: object
  readonly answer: Promise<Answer>
  /** Nothing while it is made, and where its inputs changed meanwhile. */
  from: string | undefined
}

export function keepAnswers<Answer>(most: number): Answers<Answer> {
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
          const from = fromOf(answer, 'looked at')
          if (from === fromOf(answer, 'now')) entry.from = from
        },
        // What failed may be mended by the next time.
        () => kept.get(name) === entry && kept.delete(name),
      )
      return keep(name, entry)
    },
  }
}
