import type { Nodes } from 'mdast'
import { CONTINUE, SKIP, visit } from 'unist-util-visit'
import { problem, type Problem } from '../../problem.ts'
import type { WholeRule } from '../rule.ts'
import { saidOf, unprintableSigns } from '../script/unprintable-sign.ts'

/** Characters that no face of the print has, in what is the same in every edition, and in no text of one: code, lines without words, what is kept from translation. */
export const unprintableCode: WholeRule = {
  id: 'unprintable-code',
  looksAt: 'whole',
  severity: 'error',
  meaning: 'no face of the print has this character of a block of code, or of another that is not translated',
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
      const segments = new Set<Nodes>(document.segments.flatMap(({ node }) => node ?? []))
      visit(document.tree, (node, _, parent) => {
        if (segments.has(node) || node.data?.isTitle) return SKIP
        if (node.type !== 'text' && node.type !== 'inlineCode') return CONTINUE
        const position = (node.position ?? parent?.position)?.start
        for (const sign of unprintableSigns(node.value))
          problems.push(
            problem({
              rule: 'unprintable-code',
              edition: 'en',
              document: document.id,
              file: `content/${document.id}/document.md`,
              position,
              ...saidOf(sign),
            }),
          )
        return CONTINUE
      })
      return problems
    }),
}
