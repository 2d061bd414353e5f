import { visit } from 'unist-util-visit'
import { shown } from '../../files/identifier.ts'
import { problem, type Problem } from '../../problem.ts'
import type { WholeRule } from '../rule.ts'

/** Pictures that say nothing to those who do not see them. */
export const altText: WholeRule = {
  id: 'alt-text',
  looksAt: 'whole',
  severity: 'error',
  meaning: 'a picture has no alternative text, which those who cannot see it are read (WCAG 1.1.1)',
  example: { bad: '![](map.png)', good: '![The four host cities on a map](map.png)' },
  find: ({ collection }) =>
    collection.documents.flatMap(({ document }) => {
      const problems: Problem[] = []
      visit(document.tree, (image) => {
        if ((image.type !== 'image' && image.type !== 'imageReference') || (image.alt ?? '').trim() !== '') return
        const address = image.type === 'image' ? `(${image.url})` : `[${image.label ?? image.identifier}]`
        problems.push(
          problem({
            rule: 'alt-text',
            edition: document.language,
            document: document.id,
            file: `content/${document.id}/document.md`,
            position: image.position?.start,
            message: 'This picture has no alternative text.',
            found: `![]${shown(address)}`,
            expected: `![what the picture tells]${shown(address)}`,
            remedy: 'Write between the square brackets what the picture tells.',
          }),
        )
      })
      return problems
    }),
}
