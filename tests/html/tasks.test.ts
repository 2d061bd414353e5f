import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const WORDS = {
  en: ['Done:', 'Not done:'],
  sq: ['E kryer:', 'E pakryer:'],
  mk: ['Завршено:', 'Незавршено:'],
  'sr-Cyrl': ['Урађено:', 'Није урађено:'],
  'sr-Latn': ['Urađeno:', 'Nije urađeno:'],
} as const
const TAGS = Object.keys(WORDS) as (keyof typeof WORDS)[]

let publication: SmallPublication

beforeAll(() => {
  publication = createPublication({
    'content/publication.yaml': `title: Small\npublisher: Small\neditions: [${TAGS.join(', ')}]\n`,
    'content/paper/document.md':
      '---\ntitle: Tasks\nkind: Paper\ndescription: Of tasks.\ndate: 2018-06-08\n---\n\n## Tasks\n\n- [x] The first\n- [ ] The second\n',
  })
  publication.run('build')
})

afterAll(() => publication.remove())

interface Node {
  readonly alt?: string
  readonly children?: readonly Node[]
}

const alternativesOf = ({ alt, children = [] }: Node): string[] => [
  ...(alt === undefined ? [] : [alt]),
  ...children.flatMap(alternativesOf),
]

test.each(TAGS)('whether a task is done is said in words of %s, on the web and in print', async (tag) => {
  const page = publication.read(`output/${tag}/paper/index.html`)
  expect([...page.matchAll(/<input[^>]* aria-label="([^"]*)"/g)].map(([, words]) => words)).toEqual(WORDS[tag])
  const pdf = await publication.pdf(tag)
  const trees = await Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => (await pdf.getPage(index + 1)).getStructTree()))
  expect(trees.flatMap((tree) => alternativesOf(tree as Node)).filter((text) => text.endsWith(':'))).toEqual(WORDS[tag])
})
