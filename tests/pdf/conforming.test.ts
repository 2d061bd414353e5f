import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createPublication, type SmallPublication } from '../small-publication.ts'

let publication: SmallPublication

afterEach(() => publication.remove())

test('a PDF that does not conform is not published, nor the web page that leads to it', () => {
  publication = createPublication({
    'content/publication.yaml': 'title: Small\npublisher: Small\neditions: [en]\n',
    'content/paper/document.md': '---\ntitle: Paper\nkind: Paper\ndescription: D.\ndate: 2018-06-08\n---\n\n## One\n\nWords.\n',
    // No PDF/A may hold a page so long.
    'templates/styles/print.css': `${readFileSync('templates/styles/print.css', 'utf8')}\n@page { size: 210mm 5200mm }`,
  })
  const { said, status } = publication.run('build')
  expect(said).toMatch(/content\/paper\/document\.md.*The edition en of this document cannot be printed/)
  expect(said).toMatch(/found +The PDF would not conform\. a-6\.1\.13/)
  expect(said).toMatch(/remedy +This is a fault of this program/)
  expect(status).toBe(2)
  expect(existsSync(join(publication.root, 'output/en/paper'))).toBe(false)
})
