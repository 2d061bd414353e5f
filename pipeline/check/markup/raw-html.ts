import { visit } from 'unist-util-visit'
import { shown } from '../../identifier.ts'
import { SOURCE_TAG, type Tag } from '../../model.ts'
import { problem, type Position, type Problem } from '../../problem.ts'
import { about, type WholeRule } from '../rule.ts'
import { marksOf } from './marks.ts'

/** Tags in a document, be it in a paragraph or by themselves, or in a translation. */
export const rawHtml: WholeRule = {
  id: 'raw-html',
  looksAt: 'whole',
  severity: 'error',
  meaning: 'a text holds raw HTML, which is shown as it is written and never runs',
  example: { bad: 'një <b>gjuhë</b>', good: 'një **gjuhë**' },
  find: ({ library, translations }) => {
    const problems: Problem[] = []
    for (const { document } of library.documents) {
      const place = { edition: SOURCE_TAG as Tag, document: document.id, file: `content/${document.id}/document.md` }
      visit(document.tree, 'html', ({ value, position }) => void problems.push(rawHtmlIn(value, { ...place, position: position?.start })))
    }
    for (const translation of translations) {
      for (const html of marksOf(translation.prose).html) problems.push(rawHtmlIn(html, about(translation)))
    }
    return problems
  },
}

type Subject = Omit<ReturnType<typeof about>, 'key' | 'position'> & { readonly key?: string; readonly position?: Position | undefined }

function rawHtmlIn(html: string, { position, ...subject }: Subject): Problem {
  return problem({
    rule: 'raw-html',
    ...subject,
    position: position && { line: position.line, column: position.column },
    message: 'Raw HTML is shown to the reader as it is written.',
    found: shown(html),
    expected: 'Markdown: *emphasis*, **strong**, [text](address)',
    remedy: 'Write it in Markdown, or write \\< for the sign itself.',
  })
}
