import { visit } from 'unist-util-visit'
import { problem, type Problem } from '../../problem.ts'
import type { WholeRule } from '../rule.ts'
import { saidOf, unprintableSigns } from '../script/unprintable-sign.ts'

/** Characters in blocks of code that no face of the print has: they are the same in every edition, and in no text of one. */
export const unprintableCode: WholeRule = {
  id: 'unprintable-code',
  looksAt: 'whole',
  severity: 'error',
  meaning: 'no face of the print has this character of a block of code',
  example: { bad: 'print(语), indented', good: 'print(yu), indented' },
  find: ({ library }) =>
    library.documents.flatMap(({ document }) => {
      const problems: Problem[] = []
      visit(document.tree, 'code', ({ value, position }) => {
        const lines = value.split('\n')
        const { start, end } = position!
        // A fence has a line of its own before the code.
        const first = end.line - start.line < lines.length ? start.line : start.line + 1
        for (const [index, line] of lines.entries())
          for (const sign of unprintableSigns(line))
            problems.push(
              problem({
                rule: 'unprintable-code',
                edition: 'en',
                document: document.id,
                file: `content/${document.id}/document.md`,
                position: { line: first + index, column: start.column },
                ...saidOf(sign),
              }),
            )
      })
      return problems
    }),
}
