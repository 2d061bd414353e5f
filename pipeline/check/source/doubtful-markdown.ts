import type { WholeRule } from '../rule.ts'
import { slipProblems } from '../slips/slip-problems.ts'

/** Marks of the source that may be meant as they come out. */
export const doubtfulMarkdown: WholeRule = {
  id: 'doubtful-markdown',
  looksAt: 'whole',
  severity: 'warning',
  meaning: 'a mark of the source looks like Markdown or another tool’s dialect, and is printed as typed',
  example: { bad: 'Thank you :smile:', good: 'Thank you' },
  find: ({ collection }) => collection.documents.flatMap(({ document }) => slipProblems('doubtful-markdown', document, false)),
}
