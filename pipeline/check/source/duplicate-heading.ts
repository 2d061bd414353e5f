import type { Document } from '../../model/document.ts'
import { problem, type Problem } from '../../problem.ts'
import type { WholeRule } from '../rule.ts'
import { sectionsOf, type Section } from './sections.ts'

/** Two sections of one name under the same heading. */
export const duplicateHeading: WholeRule = {
  id: 'duplicate-heading',
  looksAt: 'whole',
  severity: 'warning',
  meaning: 'two headings side by side have the same words, and nobody can tell them apart in the contents',
  example: { bad: '## Panel, ## Panel', good: '## Panel 1, ## Panel 2' },
  find: ({ collection }) => collection.documents.flatMap(({ document }) => duplicates(sectionsOf(document.tree), document)),
}

function duplicates(sections: readonly Section[], { id, language }: Document): Problem[] {
  const seen = new Map<string, Section>()
  const path: string[] = []
  return sections.flatMap((section) => {
    path.length = section.depth
    path[section.depth] = section.title.toLowerCase()
    const name = path.join('\n')
    // A heading without words is told as such.
    if (section.title.trim() === '') return []
    const first = seen.get(name)
    if (!first) {
      seen.set(name, section)
      return []
    }
    return [
      problem({
        rule: 'duplicate-heading',
        edition: language,
        document: id,
        file: `content/${id}/document.md`,
        position: section.position,
        message: `There is a heading “${section.title}” already, at line ${first.position.line}.`,
        found: section.title,
        expected: 'headings that differ',
        remedy: 'Say in one of the two what tells them apart.',
      }),
    ]
  })
}
