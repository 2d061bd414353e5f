import type { WholeRule } from '../rule.ts'
import { slipProblems } from '../slips/slip-problems.ts'

/** Marks of the source that surely do not come out as meant. */
export const brokenMarkdown: WholeRule = {
  id: 'broken-markdown',
  looksAt: 'whole',
  severity: 'error',
  meaning: 'a mark of the source is broken, or of another tool’s dialect, and would be printed as typed or make text into code',
  example: { bad: '##Costs {#costs}', good: '## Costs' },
  find: ({ collection }) => collection.documents.flatMap(({ document }) => slipProblems('broken-markdown', document, true)),
}
