import { afterAll, expect, test } from 'vitest'
import { createPublication } from '../small-publication.ts'

const STACK = `a${'\u0301'.repeat(6)}`
const publication = createPublication({
  'content/publication.yaml': 'title: Papers\npublisher: A Centre\neditions: [en]\nformats: [html, pdf]\n',
  'content/paper/document.md': `---\ntitle: Marks\nkind: Paper\ndescription: A paper.\ndate: 2026-05-31\n---\n\n${Array.from({ length: 50 }, (_, at) => `${STACK} begins paragraph ${at}.`).join('\n\n')}\n`,
})
afterAll(() => publication.remove())

test('marks that reach out of their line stay on their page', async () => {
  expect(publication.run('build')).toMatchObject({ status: 0 })
  const pdf = await publication.pdf('en')
  expect(pdf.numPages).toBeGreaterThan(2)
})
