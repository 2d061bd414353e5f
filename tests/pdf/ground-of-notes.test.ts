import { OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, expect, test } from 'vitest'
import { createPublication, linesOf } from '../small-publication.ts'
import { words } from './noted-document.ts'

const lines = (length: number): string => Array.from({ length: 60 }, (_, at) => `${'code,'.repeat(length)} ${at}`).join('\n')
/** What stands beside a rule, goes on overleaf, and has a note at the foot of its page below a part of it. */
const RULED = {
  code: `\`\`\`\n${lines(3)}\n\`\`\``,
  wide: `\`\`\`\n${lines(14)}\n\`\`\``,
  quoted: `> ${words(900)}`,
  called: `> [!NOTE]\n> ${words(900)}`,
}
const NOTE = `[^n]: ${words(130, 3)}.`

const publication = createPublication({
  'content/publication.yaml': 'title: Tests\npublisher: The tests\neditions: [en]\n',
  ...Object.fromEntries(
    Object.entries(RULED).map(([name, block]) => [
      `content/${name}/document.md`,
      `---\ntitle: A paper\nkind: Paper\nform: brief\ndescription: D.\ndate: 2018-06-08\n---\n\n${words(40)}[^n].\n\n${block}\n\n${NOTE}\n`,
    ]),
  ),
})
publication.run('build', '--format', 'pdf')

afterAll(() => publication.remove())

/** The rectangles that a page draws, as the browser places them: from the left edge of the text, in its pixels. */
async function boxesOf(pdf: PDFDocumentProxy): Promise<{ left: number; width: number; height: number }[]> {
  const { fnArray, argsArray } = await (await pdf.getPage(1)).getOperatorList()
  return fnArray.flatMap((operator, index) => {
    if (operator !== OPS.constructPath) return []
    const [left, top, right, bottom] = Array.from((argsArray[index] as [unknown, unknown, ArrayLike<number> | null])[2] ?? [])
    return left === undefined ? [] : [{ left, width: right! - left, height: bottom! - top! }]
  })
}

test.each(Object.keys(RULED))('the rule beside what is %s stands inside the edge at which the page cuts it off', async (name) => {
  const pdf = await publication.pdf('en', name)
  const [first] = await linesOf(pdf)
  expect(first!.findLast(({ text }) => /^1\s/.test(text))!.y).toBeLessThan(300)
  const rules = (await boxesOf(pdf)).filter(({ width, height }) => width < 6 && height > 12)
  expect(rules.length).toBeGreaterThan(0)
  for (const { left } of rules) expect(left).toBeGreaterThan(0.9)
})

test('the rule beside code that goes on overleaf ends with its last line on the page', async () => {
  const pdf = await publication.pdf('en', 'code')
  const [first] = await linesOf(pdf)
  const count = first!.filter(({ text }) => text.startsWith('code,')).length
  const heights = (await boxesOf(pdf)).filter(({ width, height }) => width < 6 && height > 12).map(({ height }) => Math.round(height))
  expect(heights).toHaveLength(count)
  expect(Math.max(...heights)).toBeLessThan(20)
})
