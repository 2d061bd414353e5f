import { problem } from '../../problem.ts'
import type { WholeRule } from '../rule.ts'

/** Texts of front matter and programme of which YAML takes a part for something else. */
export const cutText: WholeRule = {
  id: 'cut-text',
  looksAt: 'whole',
  severity: 'error',
  meaning: 'a part of a text in the front matter or the programme is lost: what follows a #, or a first word that begins with & or !',
  example: { bad: 'title: Policy brief #4', good: 'title: "Policy brief #4"' },
  find: ({ collection }) =>
    collection.documents.flatMap(({ document: { id, language, cuts } }) =>
      cuts.map((each) => problem({ rule: 'cut-text', edition: language, document: id, ...each })),
    ),
}
