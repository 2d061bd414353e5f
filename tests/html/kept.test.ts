import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, type SmallPublication } from '../small-publication.ts'

let publication: SmallPublication
const FRONT = 'kind: Note\ndescription: It stays.\ndate: 2018-06-08\n'

beforeAll(() => {
  publication = createPublication({
    'content/publication.yaml': 'title: Notes\npublisher: The tests\neditions: [sq, sr-Latn, en]\n',
    'content/whole/document.md': `---\ntitle: The oath\n${FRONT}translate: no\n---\n\n## One\n\nText[^a].\n\n- item\n\n[^a]: A note.\n`,
    'content/paper/document.md': `---\ntitle: A note\n${FRONT}---\n\n## Oath <!-- translate: no -->\n\n<!-- translate: no -->\n- I swear.\n- I [do](https://example.org).\n`,
  })
  publication.run('sync')
  publication.run('build', '--format', 'html')
})

afterAll(() => publication.remove())

const html = (tag: string, document: string): string => publication.read(`output/${tag}/${document}/index.html`)

test('a document that says so stands in every edition as it is, and waits for nobody', () => {
  expect(publication.run('status').said).toMatch(/whole +sq .*0 of 0 +final/)
  for (const tag of ['sq', 'sr-Latn']) {
    const page = html(tag, 'whole')
    expect(page).toContain('<h1><span lang="en" translate="no">The oath</span></h1>')
    expect(page).toMatch(/<h2 id="[^"]+" lang="en" translate="no">One<\/h2>/)
    expect(page).toContain('<p lang="en" translate="no">Text')
    expect(page).toContain('<ul lang="en" translate="no">')
    expect(page).toMatch(/<a href="#[^"]+"><span lang="en">One<\/span><\/a>/)
    expect(page).not.toContain('class="draft')
  }
})

test('a block that says so is in no catalog, and in the contents where it is a heading', () => {
  expect(publication.read('locales/sq/paper.json')).not.toMatch(/[Oo]ath|swear/)
  const page = html('sq', 'paper')
  expect(page).toMatch(/<h2 id="([^"]+)" lang="en" translate="no">Oath<\/h2>/)
  expect(page).toMatch(/<a href="#[^"]+"><span lang="en">Oath<\/span><\/a>/)
  expect(page).toContain('<li>I <a href="https://example.org">do</a>.</li>')
})
