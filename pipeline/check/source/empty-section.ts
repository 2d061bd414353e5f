import { problem } from '../../problem.ts'
import type { WholeRule } from '../rule.ts'
import { sectionsOf } from './sections.ts'

/** A heading with nothing under it. One without words is told by itself. */
export const emptySection: WholeRule = {
  id: 'empty-section',
  looksAt: 'whole',
  severity: 'warning',
  meaning: 'a heading has neither text nor a deeper heading under it',
  example: { bad: '## Opening, then ## Panel 1', good: '## Opening, a paragraph, then ## Panel 1' },
  find: ({ collection }) =>
    collection.documents.flatMap(({ document }) =>
      sectionsOf(document.tree)
        .filter(({ title, isEmpty }) => isEmpty && title !== '')
        .map(({ title, position }) =>
          problem({
            rule: 'empty-section',
            edition: document.language,
            document: document.id,
            file: `content/${document.id}/document.md`,
            position,
            message: `Nothing stands under the heading “${title}”.`,
            found: title,
            expected: 'a text under the heading, or a heading below it',
            remedy: 'Write the section, or remove its heading.',
          }),
        ),
    ),
}
