import type { Html } from 'mdast'
import { visit } from 'unist-util-visit'
import { shown } from '../../files/identifier.ts'
import { problem, type Finding, type Position, type Problem } from '../../problem.ts'
import { about, type Text, type WholeRule } from '../rule.ts'
import { marksOf } from './marks.ts'
import { inMarkdown, toldTags } from './tags.ts'
import { wording } from '../../wording.ts'

/** Tags in a document, be it in a paragraph or by themselves, or in a translation, and comments that are not closed. */
export const rawHtml: WholeRule = {
  id: 'raw-html',
  looksAt: 'whole',
  severity: 'error',
  meaning: 'a text holds raw HTML, which is shown as it is written and never runs',
  example: { bad: 'një <b>gjuhë</b>', good: 'një **gjuhë**' },
  find: ({ collection, english, translations }) => {
    const problems: Problem[] = []
    for (const { document } of collection.documents) {
      const place = { edition: document.language, document: document.id, file: `content/${document.id}/document.md` }
      const pieces: Html[] = []
      visit(document.tree, 'html', (piece) => void pieces.push(piece))
      for (const { piece, isPlaceholder } of toldTags(pieces))
        problems.push(rawHtmlIn(piece.value, { ...place, position: piece.position?.start }, isPlaceholder))
    }
    for (const text of [...english, ...translations]) {
      // That of the document’s body was found in its tree.
      if (text.place.file.endsWith('.json') || APART.has(text.kind)) problems.push(...rawHtmlOf(text))
      if (opensComment(text)) problems.push(rawHtmlIn('<!--', about(text)))
    }
    return problems
  },
}

/** Texts of a document that are no part of its tree. */
const APART: ReadonlySet<Text['kind']> = new Set(['front', 'programme'])

/** True if readers would see the beginning of a comment. \<!-- makes it visible on purpose. */
function opensComment({ kind, prose }: Text): boolean {
  return kind !== 'message' && prose.visible.includes('<!--') && !prose.raw.includes('\\<!--')
}

function rawHtmlOf(text: Text): Problem[] {
  const pieces = marksOf(text.prose).html.map((value) => ({ value }))
  return toldTags(pieces).map(({ piece, isPlaceholder }) => rawHtmlIn(piece.value, about(text), isPlaceholder))
}

type Subject = Omit<ReturnType<typeof about>, 'key' | 'position'> & { readonly key?: string; readonly position?: Position | undefined }

function rawHtmlIn(html: string, { position, ...subject }: Subject, isPlaceholder = false): Problem {
  return problem({
    rule: 'raw-html',
    ...subject,
    position: position && { line: position.line, column: position.column },
    found: shown(html),
    ...sayingOf(html, isPlaceholder),
  })
}

type Saying = Pick<Finding, 'message' | 'expected' | 'remedy' | 'severity'>

function sayingOf(html: string, isPlaceholder: boolean): Saying {
  if (/<!--(?![^]*-->)/.test(html))
    return {
      message: 'This comment is never closed, and it hides what follows or is shown to the reader.',
      expected: '<!-- a remark for editors -->',
      remedy: 'Write --> where the comment ends.',
    }
  if (!html.includes('<'))
    return {
      message: 'These words stand on the line of a comment, and are not taken for text.',
      expected: 'the comment on a line of its own',
      remedy: 'Begin a new line after -->.',
    }
  if (isPlaceholder)
    return {
      message: 'This looks like a tag of HTML, the language of web pages, and other tools hide it: the reader sees it as it is typed.',
      expected: wording`\\${{ html }}, or \`${{ html }}\``,
      remedy: 'Where it is to be seen so, write \\ before it, or ` before it and after it; else remove it.',
      severity: 'warning',
    }
  return {
    message: 'This is a tag of HTML, the language of web pages: the reader would see it as it is typed.',
    ...inMarkdown(html),
  }
}
