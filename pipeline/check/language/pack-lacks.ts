import { lacks } from '../../language/lacks.ts'
import { problem } from '../../problem.ts'
import type { WholeRule } from '../rule.ts'

/** Gaps of a language pack, reported once. */
export const packLacks: WholeRule = {
  id: 'pack-lacks',
  looksAt: 'whole',
  severity: 'info',
  meaning: 'something is not known of a language, so that it is not done or not checked',
  example: { bad: 'rom: no words for numbers', good: 'rom: numbers: …, in languages/rom/pack.yaml' },
  find: ({ editions }) =>
    editions.flatMap((tag) => {
      const all = lacks(tag)
      if (all.length === 0) return []
      return [
        problem({
          rule: 'pack-lacks',
          edition: tag,
          file: `languages/${tag}/pack.yaml`,
          message: `Not all is known of this language. ${all.map(({ sentence }) => sentence).join(' ')}`,
          expected: all.map(({ field }) => field).join(', '),
          remedy: 'Nothing need be done. Who knows the language may write these fields into the file; the README says how.',
        }),
      ]
    }),
}
