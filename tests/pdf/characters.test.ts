import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, type SmallPublication } from '../small-publication.ts'

let publication: SmallPublication

const front = (title: string, description: string): string =>
  `---\ntitle: ${title}\nkind: Paper\ndescription: ${description}\ndate: 2018-06-08\n---\n`

beforeAll(() => {
  publication = createPublication({
    'content/publication.yaml': 'title: Small\npublisher: Small\neditions: [en]\n',
    'content/paper/document.md': `${front('The Z\u030Cabljak paper', 'One.')}\n## Places\n\nThe c\u030Car, in \`c\u030C\`.\n`,
  })
})

afterAll(() => publication.remove())

test('a letter and its accent are printed as one, in the text, in code and at the head of each page', async () => {
  expect(publication.run('build').said).toContain('final')
  const pdf = await publication.pdf('en')
  const { items } = await (await pdf.getPage(pdf.numPages)).getTextContent()
  const text = items.map((item) => ('str' in item ? item.str : '')).join('')
  for (const words of ['The Žabljak paper', 'The čar, in č.']) expect(text).toContain(words)
  expect(publication.read('output/en/paper/index.html')).toContain('c\u030Car')
})
