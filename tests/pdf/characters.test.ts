import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, png, type SmallPublication } from '../small-publication.ts'

let publication: SmallPublication

const front = (title: string, description: string, more = ''): string =>
  `---\ntitle: ${title}\nkind: Paper\ndescription: ${description}\ndate: 2018-06-08\n${more}---\n`

beforeAll(() => {
  const cover = 'cover: { picture: map.png, alternative: From 语 to. }\n'
  publication = createPublication({
    'content/publication.yaml': 'title: Small\npublisher: Small\neditions: [en]\n',
    'content/paper/document.md': `${front('The Z\u030Cabljak paper', 'From 语 to.', cover)}
## Places

The c\u030Car, in \`c\u030C\`, and ![from 语 to](map.png).

![From 语 to](map.png)
`,
    'content/paper/map.png': png(90, 90),
    'content/foreign/document.md': `${front('Letters', 'Of letters.')}
## Letters

The \`语\` leads on.

\`\`\`sh
a 语 b
c א d
\`\`\`

    e
    f ไ g
`,
  })
})

afterAll(() => publication.remove())

test('a letter and its accent are printed as one, in the text, in code and at the head of each page', async () => {
  expect(publication.run('build', 'paper').said).toContain('final')
  const pdf = await publication.pdf('en')
  const { items } = await (await pdf.getPage(pdf.numPages)).getTextContent()
  const text = items.map((item) => ('str' in item ? item.str : '')).join('')
  for (const words of ['The Žabljak paper', 'The čar, in č, and']) expect(text).toContain(words)
  expect(publication.read('output/en/paper/index.html')).toContain('c\u030Car')
})

test('what no face has is told with its line, in code too, but not where it is not printed', () => {
  const { said } = publication.run('check', '--severity', 'error')
  const found = [...said.matchAll(/(\S+\/document\.md:\d+:\d+) .*\n +found +(\S)/g)].map(([, place, sign]) => `${place} ${sign}`)
  expect(found).toEqual(['10:1 语', '13:1 语', '14:1 א', '18:1 ไ'].map((each) => `content/foreign/document.md:${each}`))
})
