import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, linesOf, png, type SmallPublication } from '../small-publication.ts'

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
  expect(found).toEqual(['10:6 语', '13:1 语', '14:1 א', '18:1 ไ'].map((each) => `content/foreign/document.md:${each}`))
})

test('in a draft a sign stands in the place of what no face has, wherever that is, and the print conforms', async () => {
  const signs = '语 مرحبا हिन्दी ไทย \uE000 a\u3000b q\u20E3'
  const draft = createPublication({
    'content/publication.yaml': 'title: Small\npublisher: A Centre 中\neditions: [en]\n',
    'content/paper/map.png': png(9, 9),
    'content/paper/document.md': `${front(`Title ${signs}`, `Of ${signs}`, `subtitle: Under ${signs}\nauthors:\n  - Ana 李\nreference: 7/语\n`)}
## Heading ${signs}

Text ${signs} 🎉 *语* and \`${signs}\`[^1].

| Cell ${signs} |
|---|
| [语](https://example.org/语) |

\`\`\`sh
code ${signs}
\`\`\`

![Picture ${signs}](map.png)

![Missing ${signs}](none.png)

[^1]: Note ${signs}
`,
  })
  expect(draft.run('build').said).toMatch(/DRAFT: \d+ with errors, 1 picture missing/)
  expect(draft.run('check', '--rule', 'unprintable-code').said).toMatch(/md:8:1 [^]*李 \(U\+674E\)[^]*md:9:1 [^]*语 \(U\+8BED\)/)
  expect(draft.run('verify').said).toContain('No problems')
  const lines = (await linesOf(await draft.pdf('en'))).flat().map(({ text }) => text)
  for (const place of ['Title', 'Under', 'Heading', 'Text', 'Cell', 'code', 'Note']) expect(lines.join('\n')).toContain(`${place} \uFFFD`)
  expect(lines.join('\n')).not.toMatch(/[语中李م]/)
  expect(draft.read('output/en/paper/index.html')).toContain('语')
  draft.remove()
})
