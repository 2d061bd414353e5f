import { plainText } from '../../source/plain-text.ts'
import { strangeTitle } from '../../source/chapters.ts'
import { problem } from '../../problem.ts'
import type { WholeRule } from '../rule.ts'

/** A title in the text that is not that of the front matter. */
export const secondTitle: WholeRule = {
  id: 'second-title',
  looksAt: 'whole',
  severity: 'warning',
  meaning: 'the text begins with a title that is not the one of its front matter',
  example: { bad: 'title: The handbook, then # A handbook', good: 'title: The handbook, then ## A first section' },
  find: ({ collection }) =>
    collection.documents.flatMap(({ document }) => {
      const heading = strangeTitle(document.tree)
      const title = heading ? plainText(heading) : ''
      // A heading without words is told by itself.
      if (!heading || title === '') return []
      return [
        problem({
          rule: 'second-title',
          edition: document.language,
          document: document.id,
          file: `content/${document.id}/document.md`,
          position: heading.position?.start,
          message: `The text begins with a title of its own, “${title}”, and stands below another on the page.`,
          found: `# ${title}`,
          expected: `# ${document.front.title}`,
          remedy:
            'Where it is the title, write the same here and after “title:” at the top, or remove this line; where it is a section, write ## before it.',
        }),
      ]
    }),
}
