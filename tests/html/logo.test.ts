import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublication, linesOf, png, type SmallPublication } from '../small-publication.ts'

const front = (form: string): string =>
  `---\ntitle: A paper\nkind: Paper\nform: ${form}\ndescription: A paper for the tests.\ndate: 2018-06-08\n---\n\n## One\n\nWords.\n`
const DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 80"><rect width="300" height="80" fill="#1b4f8a"/></svg>'
const FORMS = ['letter', 'brief', 'report']

/** A logo by its shape, and whether it is so wide that it is the name itself. */
const LOGOS = [
  ['drawn.svg', DRAWN, true],
  ['wide.png', png(900, 60), true],
  ['square.png', png(300, 300), false],
  ['high.png', png(60, 400), false],
] as const

interface Node {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly Node[]
}

describe.each(LOGOS)('a logo, %s,', (file, bytes, isName) => {
  let publication: SmallPublication

  beforeAll(() => {
    publication = createPublication({
      'content/publication.yaml': `title: Tests\npublisher: The Institute\nlogo: ${file}\neditions: [en]\n`,
      [`content/${file}`]: bytes,
      ...Object.fromEntries(FORMS.map((form) => [`content/${form}/document.md`, front(form)])),
    })
    const { status, said } = publication.run('build')
    if (status !== 0) throw new Error(said)
  })

  afterAll(() => publication?.remove())

  test.each(FORMS)('tells on the first page of a %s who publishes', async (form) => {
    const pdf = await publication.pdf('en', form)
    const page = await pdf.getPage(1)
    const figures = (node: Node): string[] => [...(node.alt === undefined ? [] : [node.alt]), ...(node.children ?? []).flatMap(figures)]
    expect(figures((await page.getStructTree()) as Node)).toEqual(['The Institute'])
    const lines = (await linesOf(pdf))[0]!.map(({ text }) => text)
    expect(lines.some((line) => line.includes('The Institute'))).toBe(!isName)
  })

  test('stands on the web page, which asks for it beside the style', () => {
    const page = publication.read('output/en/letter/index.html')
    const [, address] = /<img class="logo" src="\.\.\/\.\.\/([^"]+)" alt="The Institute"/.exec(page)!
    expect(publication.read(`output/${address}`).length).toBeGreaterThan(0)
    expect(page.includes('<span>The Institute</span>')).toBe(!isName)
  })

  test('conforms', () => {
    expect(publication.run('verify')).toMatchObject({ status: 0 })
  })
})
