import { afterAll, expect, test } from 'vitest'
import { createPublication } from '../small-publication.ts'

const document = (kind: string): string =>
  `---\ntitle: A call\nkind: ${kind}\nplace: Prishtina\ncontact: Ana Example, press@example.org\ndescription: It has a contact.\ndate: 2018-06-08\n---\n\nThe text.\n`

const publication = createPublication({
  'content/publication.yaml': 'title: Papers\npublisher: The tests\nabout: The tests are a publisher.\neditions: [en]\n',
  'content/letter/document.md': document('Press release'),
  'content/report/document.md': document('Report\nform: report'),
})
publication.run('build', '--format', 'html')

afterAll(() => publication.remove())

test('a letter says on the web too where it was written, whom to ask, and who publishes it', () => {
  const page = publication.read('output/en/letter/index.html')
  expect(page).toMatch(/Prishtina, 8\sJune\s2018/)
  expect(page).toMatch(/The text\.[^]*<section class="colophon">[^]*press@example\.org[^]*The tests are a publisher\./)
})

test('a report says it at its head or on its imprint alone', () => {
  expect(publication.read('output/en/report/index.html')).not.toContain('class="colophon"')
})
