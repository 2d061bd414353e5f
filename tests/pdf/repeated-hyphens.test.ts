import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyPdf } from '../../pipeline/verify/verify-pdf.ts'
import { createPublication, linesOf, type SmallPublication } from '../small-publication.ts'

const WORDS = [
  ...'ауто-механичар спомен-плоча Аустро-Угарска научно-истраживачки англо-српско-хрватски *ремек-дело* **фото-апарат**'.split(' '),
  '[веб-страница](https://example.org)',
]
const JOINTS = ['и', 'на путу ка', 'за', 'од куће до']
const ITEMS = Array.from({ length: 34 }, (_, line) =>
  Array.from({ length: 14 + (line % 9) }, (__, at) => `${JOINTS[(line + at) % 4]} ${WORDS[(line * 5 + at * 3) % WORDS.length]}`).join(' '),
)
const TEXT = ITEMS.map((item, index) => `${item}[^${index}].`).join('\n\n')
const NOTES = ITEMS.map((item, index) => `[^${index}]: ${item.repeat(1 + (index % 3 === 0 ? 2 : 0))}.`).join('\n\n')

let small: SmallPublication

beforeAll(() => {
  small = createPublication({
    'content/publication.yaml': 'title: T\npublisher: P\nsource: sr-Cyrl\neditions: [sr-Cyrl, sr-Latn]\n',
    'content/paper/document.md': `---\ntitle: Рад\nkind: Рад\nform: brief\ndescription: Опис.\ndate: 2018-06-08\n---\n\n${TEXT}\n\n${NOTES}\n`,
  })
  const { said } = small.run('build')
  if (said.includes('cannot be printed')) throw new Error(said)
})
afterAll(() => small?.remove())

describe.each(['sr-Cyrl', 'sr-Latn'])('in %s', (tag) => {
  test('a hyphen at which a line ends is repeated on the next, and at no page’s end', async () => {
    const pages = await linesOf(await small.pdf(tag))
    const lines = pages.flatMap((page) => page.map(({ text }) => text.trim()))
    expect(lines.filter((line) => line.startsWith('-')).length).toBeGreaterThan(20)
    expect(pages.filter(([, first]) => first!.text.startsWith('-'))).toEqual([])
  })

  test('the print conforms, and its words are those that were written', async () => {
    const pdf = readFileSync(join(small.root, `output/${tag}/paper/paper.${tag}.pdf`))
    expect(await verifyPdf('paper.pdf', pdf)).toEqual([])
  })
})
