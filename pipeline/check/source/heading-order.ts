import type { Heading } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { problem } from '../../problem.ts'
import { hasChapters } from '../../source/chapters.ts'
import type { WholeRule } from '../rule.ts'

/** Headings that skip a level. */
export const headingOrder: WholeRule = {
  id: 'heading-order',
  looksAt: 'whole',
  severity: 'warning',
  meaning: 'a heading is more than one level below the one before it, which screen readers announce as a gap',
  example: { bad: '## Panels, then #### Panel 1', good: '## Panels, then ### Panel 1' },
  find: ({ collection }) =>
    collection.documents.flatMap(({ document }) => {
      const headings = document.tree.children.filter((node): node is Heading => node.type === 'heading')
      return headings.flatMap((heading, index) => {
        const before = headings[index - 1]?.depth ?? (hasChapters(document.tree) ? 0 : 1)
        if (heading.depth <= before + 1 || toString(heading) === '') return []
        return [
          problem({
            rule: 'heading-order',
            edition: document.language,
            document: document.id,
            file: `content/${document.id}/document.md`,
            position: heading.position?.start,
            message: `The heading “${toString(heading)}” skips a level.`,
            found: '#'.repeat(heading.depth),
            expected: '#'.repeat(before + 1),
            remedy:
              before === 0 ? 'Chapters have one # here: write # for this heading too.' : 'Remove a # or more, or add the heading between.',
          }),
        ]
      })
    }),
}
