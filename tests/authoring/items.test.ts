import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Table, TableCell, TableRow, type Paragraph } from 'docx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withPart } from '../exchange/office-file.ts'
import { createPublication, png, type SmallPublication } from '../small-publication.ts'
import { p, wordFile } from './word-file.ts'

/** What goes on with an item of a list comes back in it, from the tool’s own Word files and from those of others. */
let publication: SmallPublication
beforeAll(() => {
  publication = createPublication({
    'content/publication.yaml': 'title: Papers\npublisher: House\neditions: [en]\nformats: [docx]\n',
    'content/lists/document.md': `---
title: Lists
kind: Report
description: What stands in items.
date: 2026-01-01
---

${LISTS}`,
    'content/lists/dot.png': png(20, 20),
  })
})
afterAll(() => publication.remove())

const LISTS = `## Paragraphs

- First item.

  Second paragraph of the first.

- Second item.

After the list.

1. One.

   More of one.

   Still more of one.

2. Two.

   - Inner a.

     Second paragraph of inner a.

   - Inner b.

   Back in two.

3. Three.

After.

## Blocks

- Item with code:

  \`\`\`
  let a = 1
  let b = 2
  \`\`\`

  After the code.

- Item with a table:

  | a | b |
  | - | - |
  | 1 | 2 |

  After the table.

  1. Inner with a table:

     | c | d |
     | - | - |
     | 3 | 4 |

  2. Inner after it.

- Item with a quotation:

  > Said somebody.
  >
  > And more.

  After it.

- Item with a picture:

  ![A dot](dot.png "The dot.")

  After the picture.

> A quotation after the list.

| e | f |
| - | - |
| 5 | 6 |

- A

  - B

    1. C

       Second of C.

       > Quoted in C.

    2. D

  Second of A.

- E

\`\`\`
code after the list
\`\`\`

- Tight

  - Nested

End.
`

test('an edition’s own Word file has every block in its item', () => {
  publication.run('sync')
  expect(publication.run('build', '--format', 'docx').status).toBe(0)
  const file = join(publication.root, 'output/en/lists/lists.en.docx')
  const before = publication.read('content/lists/document.md')
  const { said } = publication.run('update', 'lists', '--from', file)
  expect(said).toContain('The text is as it was.')
  expect(publication.read('content/lists/document.md')).toBe(before)
  publication.run('new', 'again', '--from', file)
  const again = publication.read('content/again/document.md').replace(/^---[^]*?\n---\n\n/, '')
  expect(again.replace('picture-1.png "Figure 1. The dot."', 'dot.png "The dot."')).toBe(LISTS)
})

const item = (text: string, level = 0): Paragraph => p(text, { bullet: { level } })
const cell = (text: string): TableCell => new TableCell({ children: [p(text)] })

test('in others’ files a block stands in an item if its words begin where the item’s do', async () => {
  const table = (left: number): Table => new Table({ indent: { size: left, type: 'dxa' }, rows: [new TableRow({ children: [cell('a'), cell('b')] })] }) // prettier-ignore
  const file = await wordFile([
    item('One'),
    p('More of one', { indent: { left: 720 } }),
    item('Inner', 1),
    p('More of inner', { indent: { left: 1420 } }),
    p('More of one again', { indent: { left: 720 } }),
    item('Two'),
    p('Without a mark'),
    table(720),
    p('Below the table', { indent: { left: 720 } }),
    item('Three'),
    p('a)\tTyped', { indent: { left: 720, hanging: 360 } }),
    item('Four'),
    p('At the margin'),
    item('Five'),
    table(0),
    p('Far away', { indent: { left: 3000 } }),
    p('End'),
  ])
  // LibreOffice says of what goes on with an item that it has no number, and nothing of where it stands.
  const unmarked = withPart(file, 'word/document.xml', (xml) =>
    xml.replace(/<w:p>(?=<w:r><w:t[^>]*>Without a mark)/, '$&<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr></w:pPr>'),
  )
  writeFileSync(join(publication.root, 'other.docx'), unmarked)
  publication.run('new', 'other', '--from', join(publication.root, 'other.docx'))
  expect(publication.read('content/other/document.md').replace(/^---[^]*?\n---\n\n/, '')).toBe(`- One

  More of one

  - Inner

    More of inner

  More of one again

- Two

  Without a mark

  | a | b |
  | - | - |

  Below the table

- Three

a) Typed

- Four

At the margin

- Five

| a | b |
| - | - |

Far away

End
`)
})
