import { visit } from 'unist-util-visit'
import { shown } from '../../files/identifier.ts'
import { problem, type Problem } from '../../problem.ts'
import type { WholeRule } from '../rule.ts'

/** Alternative texts that programs write, or that tell no more than that there is a picture. */
const EMPTY: readonly (readonly [words: RegExp, message: string])[] = [
  [
    /^[\p{L}\p{N} ._%()-]+\.(?:png|jpe?g|gif|svg|webp|heic|tiff?|bmp|emf|wmf)$/iu,
    'The alternative text of this picture is the name of a file.',
  ],
  [
    /^(?:IMG|DSC|DSCN|PXL|P|Screenshot|Screen Shot|WhatsApp Image)[ _-]?\d{3,}[\d ._:-]*(?:at [\d.:]+)?(?: ?[AP]M)?$/iu,
    'The alternative text of this picture is the name that a camera or a telephone gave it.',
  ],
  [
    /(?:description automatically generated|AI-generated content may be incorrect)/iu,
    'The alternative text of this picture was written by a word processor, which guesses what it shows.',
  ],
  [
    /^(?:an? )?(?:image|img|picture|photo|photograph|figure|pic|alt|alt text)[ _-]?\d*\.?$/iu,
    'The alternative text of this picture says no more than that there is one.',
  ],
]

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
        if (image.type !== 'image' && image.type !== 'imageReference') return
        const alternative = (image.alt ?? '').trim()
        const empty = EMPTY.find(([words]) => words.test(alternative))?.[1]
        if (alternative !== '' && !empty) return
        const address = image.type === 'image' ? `(${image.url})` : `[${image.label ?? image.identifier}]`
        problems.push(
          problem({
            rule: 'alt-text',
            edition: document.language,
            document: document.id,
            file: `content/${document.id}/document.md`,
            position: image.position?.start,
            message: empty ?? 'This picture has no alternative text.',
            found: shown(`![${alternative}]${address}`),
            expected: `![what the picture tells]${shown(address)}`,
            remedy: 'Write between the square brackets what the picture tells.',
            ...(empty && { severity: 'warning' as const }),
          }),
        )
      })
      return problems
    }),
}
