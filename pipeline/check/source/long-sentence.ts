import type { TextRule } from '../rule.ts'

/** Words beyond which readers lose the thread, and translators the order (Plain English Campaign: 15 to 20 on average). */
const LONGEST = 45

/** Sentences that are hard to read, and harder to translate. */
export const longSentence: TextRule = {
  id: 'long-sentence',
  looksAt: 'text',
  severity: 'info',
  meaning: `an English sentence has more than ${LONGEST} words`,
  example: { bad: 'a sentence of 60 words', good: 'two sentences of 30' },
  find: ({ tag, prose }) =>
    tag !== 'en'
      ? []
      : [...prose.visible.matchAll(/[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]*/gu)].flatMap(({ 0: sentence, index }) => {
          const words = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
          return words <= LONGEST
            ? []
            : [
                {
                  message: `This sentence has ${words} words.`,
                  found: `${sentence.trim().slice(0, 60)}…`,
                  expected: `at most ${LONGEST}`,
                  remedy: 'Part it in two: every translation gains by it.',
                  start: index,
                  end: index + sentence.length,
                },
              ]
        }),
}
