import { problem } from '../../problem.ts'
import { wording } from '../../wording.ts'
import { doubts } from '../presence/doubts.ts'
import type { WholeRule } from '../rule.ts'

/** A document that is public, of whose corrections nobody knows. */
export const untoldCorrections: WholeRule = {
  id: 'untold-corrections',
  looksAt: 'whole',
  severity: 'warning',
  meaning: 'a document says since when it is public, and what has been corrected since is not known',
  example: { bad: 'published: 2026-05-31, in a folder that git does not keep', good: 'the same, in one that it does' },
  find: ({ collection }) =>
    collection.documents.flatMap(({ document, corrections }) => {
      if (corrections?.doubt === undefined) return []
      const { why, help } = doubts()[corrections.doubt]
      const line = document.source.split('\n').findIndex((each) => each.startsWith('published:')) + 1
      return [
        problem({
          rule: 'untold-corrections',
          document: document.id,
          edition: document.language,
          file: `content/${document.id}/document.md`,
          position: { line: Math.max(1, line), column: 1 },
          message: wording`What was corrected since the document was published is not told: ${{ why }}.`,
          found: wording`published: ${{ day: document.front.published! }}`,
          expected: 'a publication that git keeps, with the commits of that day',
          remedy: help ?? 'Keep the publication in git, and commit what is published; or remove this line.',
        }),
      ]
    }),
}
