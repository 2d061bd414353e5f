import { shown } from '../../identifier.ts'
import type { TextRule } from '../rule.ts'
import { marksOf } from './marks.ts'

/** Tags in a source or a translation. */
export const rawHtml: TextRule = {
  id: 'raw-html',
  looksAt: 'text',
  severity: 'error',
  meaning: 'a text holds raw HTML, which is shown as it is written and never runs',
  example: { bad: 'një <b>gjuhë</b>', good: 'një **gjuhë**' },
  find: ({ prose }) =>
    marksOf(prose).html.map((html) => ({
      message: 'Raw HTML is shown to the reader as it is written.',
      found: shown(html),
      expected: 'Markdown: *emphasis*, **strong**, [text](address)',
      remedy: 'Write it in Markdown, or write \\< for the sign itself.',
      rawStart: prose.raw.indexOf(html),
    })),
}
