import type { Html, Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { shown } from '../identifier.ts'
import { problem, type Position, type Problem } from '../problem.ts'
import { parseInline } from '../source/markdown.ts'
import type { Rule } from './rule.ts'
import { pairsOf } from './texts.ts'

/** Tags in a source or a translation. */
export const rawHtml: Rule = {
  id: 'raw-html',
  meaning: 'a text holds raw HTML, which is shown as it is written and never runs',
  find: (examined) => [
    ...examined.library.documents.flatMap(({ document }) =>
      htmlIn(document.tree).map((node) => found(node.value, `content/${document.id}/document.md`, node.position?.start)),
    ),
    ...pairsOf(examined)
      .filter(({ catalog }) => catalog.namespace !== 'site')
      .flatMap(({ catalog }) =>
        [...catalog.entries].flatMap(([, { text, position }]) =>
          parseInline(text, '', catalog.file)
            .flatMap(htmlIn)
            .map((node) => found(node.value, catalog.file, position)),
        ),
      ),
  ],
}

function htmlIn(tree: Nodes): Html[] {
  const nodes: Html[] = []
  visit(tree, 'html', (node) => void nodes.push(node))
  return nodes
}

function found(html: string, file: string, position: Position | undefined): Problem {
  return problem({
    rule: 'raw-html',
    file,
    position: position && { line: position.line, column: position.column },
    message: 'Raw HTML is shown to the reader as it is written.',
    found: shown(html),
    expected: 'Markdown: *emphasis*, **strong**, [text](address)',
    remedy: 'Write it in Markdown, or write \\< for the sign itself.',
  })
}
