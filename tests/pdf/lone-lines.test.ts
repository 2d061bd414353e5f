import { afterAll, expect, test } from 'vitest'
import { createPublication, linesOf, type Line } from '../small-publication.ts'
import { words } from './noted-document.ts'

const front = '---\ntitle: A paper\nkind: Paper\nform: brief\ndescription: D.\ndate: 2018-06-08\n---\n\n'
const code = (from: number): string => `\`\`\`\n${Array.from({ length: 7 }, (_, at) => `code ${from + at}`).join('\n')}\n\`\`\``
const terms = (from: number): string => Array.from({ length: 9 }, (_, at) => `- term ${from + at}\n\n  ${words(30, at)}.`).join('\n\n')

/** Texts that are a line lower each time, so that a page ends at each place of what stands in them. */
const LEADS = Array.from({ length: 9 }, (_, lines) => lines)
const lower = (lead: number): string => `${words(40 + lead * 11)}.`
const coded = (lead: number): string =>
  front + lower(lead) + Array.from({ length: 12 }, (_, at) => `\n\n${words(20, at)}.\n\n${code(at * 7)}`).join('')
const termed = (lead: number): string => `${front}${lower(lead)}\n\n${terms(0)}\n\n${words(50)}.\n\n${terms(9)}\n`

const publication = createPublication({
  'content/publication.yaml': 'title: Tests\npublisher: The tests\neditions: [en]\n',
  ...Object.fromEntries(
    LEADS.flatMap((lead) => [
      [`content/coded-${lead}/document.md`, coded(lead)],
      [`content/termed-${lead}/document.md`, termed(lead)],
    ]),
  ),
})
publication.run('build', '--format', 'pdf')

afterAll(() => publication.remove())

async function textsOf(name: string): Promise<string[][]> {
  const pages = await linesOf(await publication.pdf('en', name))
  const isInText = ({ text, y }: Line): boolean => y < 785 && !/^page \d/.test(text)
  return pages.map((page) => page.filter(isInText).map(({ text }) => text))
}

test('no line of code stands alone on a page, where its block goes on', async () => {
  let parted = 0
  for (const lead of LEADS) {
    const pages = await textsOf(`coded-${lead}`)
    for (const [index, page] of pages.entries()) {
      const block = (text: string | undefined): number => Math.floor(Number(/^code (\d+)$/.exec(text ?? '')?.[1] ?? Number.NaN) / 7)
      const [last, first] = [block(page.at(-1)), block(pages[index + 1]?.[0])]
      if (last !== first) continue
      parted++
      expect(block(page.at(-2))).toBe(last)
      expect(block(pages[index + 1]![1])).toBe(first)
    }
  }
  expect(parted).toBeGreaterThan(5)
})

test('no term of a list is the last line of a page', async () => {
  for (const lead of LEADS) for (const page of await textsOf(`termed-${lead}`)) expect(page.at(-1)).not.toMatch(/term \d+$/)
})
