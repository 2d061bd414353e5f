import type { Nodes } from 'mdast'
import { CONTINUE, SKIP, visit } from 'unist-util-visit'
import type { Document } from '../../model/document.ts'
import { problem, type Position, type Problem } from '../../problem.ts'
import { isAddress } from '../../source/front-matter.ts'
import type { Observation, WholeRule } from '../rule.ts'
import { unseenSigns } from '../script/invisible.ts'
import { lostLetters } from '../script/wreckage.ts'
import { saidOf, unprintableSigns } from '../script/unprintable-sign.ts'

/** Characters that no face of the print has, or that stand for a lost one, in what is the same in every edition, and in no text of one: code, lines without words, what is kept from translation. */
export const unprintableCode: WholeRule = {
  id: 'unprintable-code',
  looksAt: 'whole',
  severity: 'error',
  meaning:
    'no face of the print has this character of a block of code, or of another text that is not translated, or it stands for a lost one',
  example: { bad: 'print(语), indented', good: 'print(yu), indented' },
  find: ({ collection }) =>
    collection.documents.flatMap(({ document }) => {
      const problems: Problem[] = []
      const tell = (text: string, position: Position | undefined, lost: readonly Observation[] = []): void => {
        const place = { file: `content/${document.id}/document.md`, position }
        for (const said of [...[...unprintableSigns(text)].map((sign) => saidOf(sign)), ...lost])
          problems.push(problem({ rule: 'unprintable-code', edition: document.language, document: document.id, ...place, ...said }))
      }
      visit(document.tree, 'code', ({ value, position }) => {
        const lines = value.split('\n')
        const { start, end } = position!
        // A fence has a line of its own before the code.
        const first = end.line - start.line < lines.length ? start.line : start.line + 1
        for (const [index, line] of lines.entries()) tell(line, { line: first + index, column: start.column })
      })
      for (const text of fieldsOf(document)) tell(text, placeOfField(document, text))
      const segments = new Set<Nodes>(document.segments.flatMap(({ node }) => node ?? []))
      visit(document.tree, (node, _, parent) => {
        if (segments.has(node) || node.data?.isTitle) return SKIP
        const start = (node.position ?? parent?.position)?.start
        if (node.type === 'inlineCode') tell(node.value, start)
        if (node.type === 'text') tell(node.value, start, [...lostLetters(node.value), ...unseenSigns(node.value)])
        return CONTINUE
      })
      return problems
    }),
}

/** Front matter values that are not translated. */
function fieldsOf({ front: { authors, reference, licence }, kept }: Document): string[] {
  return [...authors, reference ?? '', licence !== undefined && isAddress(licence) ? licence : '', ...(kept?.values() ?? [])]
}

/** The line of the front matter on which a field stands as it is; where it stands otherwise, its first. */
function placeOfField({ source }: Document, text: string): Position {
  const lines = source.slice(0, source.indexOf('\n---', 1)).split('\n')
  return {
    line:
      Math.max(
        0,
        lines.findIndex((line) => line.includes(text)),
      ) + 1,
    column: 1,
  }
}
