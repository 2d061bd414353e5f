import { afterAll, expect, test } from 'vitest'
import { createPublication } from '../small-publication.ts'
import { itemsOf, pagesOf } from './any/items.ts'

/** What is not parted in a note, and goes overleaf as a whole. */
const WHOLE: Readonly<Record<string, (lines: number) => string>> = {
  table: (lines) => `- | Firstword | B |\n      | - | - |\n${'      | word | word word word |\n'.repeat(lines)}`,
  code: (lines) => `\`\`\`\n    Firstword\n${'    word\n'.repeat(lines)}    \`\`\``,
  item: (lines) => `- Firstword ${'word '.repeat(lines * 14)}`,
}

/** A last note of two lines, and then what has no room below them: on a page that has much room above them, and on one that has little. */
const documents = Object.entries(WHOLE).flatMap(([kind, whole]) =>
  [1, 6, 12].flatMap((lead) =>
    [20, 38, 60].map((lines) => {
      const before = Array.from({ length: lead }, () => 'Words of the text. '.repeat(10)).join('\n\n')
      const note = `[^n]: Beginning ${'and so it goes on '.repeat(8)}.\n\n    ${whole(lines)}`
      return [`${kind}-${lead}-${lines}`, `${before}\n\n## A heading\n\nThe text calls it[^n].\n\n${note}\n`] as const
    }),
  ),
)
const publication = createPublication({
  'content/publication.yaml': 'title: T\npublisher: P\neditions: [en]\n',
  ...Object.fromEntries(
    documents.map(([name, text]) => [
      `content/${name}/document.md`,
      `---\ntitle: A paper\nkind: Paper\ndescription: D.\ndate: 2018-06-08\n---\n\n${text}`,
    ]),
  ),
})
publication.run('build', '--format', 'pdf')

afterAll(() => publication.remove())

test.each(documents)('what a note has beyond the end of the text stands below its beginning, or overleaf: %s', async (name) => {
  const pages = await Promise.all((await pagesOf(await publication.pdf('en', name))).map(itemsOf))
  const [call, beginning, whole] = ['calls', 'Beginning', 'Firstword'].map((word) =>
    pages.flatMap((items, page) => items.filter(({ text }) => text.includes(word)).map(({ foot }) => page * 10_000 - foot))[0]!,
  ) as [number, number, number] // prettier-ignore
  expect(call).toBeLessThan(beginning)
  expect(beginning).toBeLessThan(whole)
})
