import { afterAll, describe, expect, test } from 'vitest'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const publications: SmallPublication[] = []
afterAll(() => publications.forEach((publication) => publication.remove()))

function publish(body: string): { said: string; headings: string[]; contents: string[] } {
  const publication = createPublication({
    'content/publication.yaml': 'title: Notes\npublisher: The tests\neditions: [en]\n',
    'content/paper/document.md': `---\ntitle: A *handbook*\nkind: Note\ndescription: It has chapters.\ndate: 2018-06-08\n---\n\n${body}`,
  })
  publications.push(publication)
  const { said } = publication.run('check')
  publication.run('build', '--format', 'html')
  const page = publication.read('output/en/paper/index.html')
  const text = page.slice(page.indexOf('<article'), page.indexOf('<section class="cite"'))
  return {
    said,
    headings: [...text.matchAll(/<(h\d)[^>]*>(.*?)<\/h\d>/g)].map(([, name, words]) => `${name} ${words}`),
    contents: [...page.matchAll(/<li class="level-2"><a href="#s-[^"]*">(.*?)<\/a>/g)].map(([, words]) => words!),
  }
}

describe('levels of headings', () => {
  test('# is the chapter, where there are several', () => {
    const { said, headings, contents } = publish('# One\n\nText.\n\n## In one\n\nText.\n\n# Two\n\nText.\n')
    expect(headings).toEqual(['h2 One', 'h3 In one', 'h2 Two'])
    expect(contents).toEqual(['One', 'Two'])
    expect(said).toContain('No problems')
  })

  test('a # with the words of the title is the title, and stands once', () => {
    const { said, headings, contents } = publish('# A Handbook\n\nText.\n\n## One\n\nText.\n\n### In one\n\nText.\n')
    expect(headings).toEqual(['h2 One', 'h3 In one'])
    expect(contents).toEqual(['One'])
    expect(said).toContain('No problems')
  })

  test('chapters may follow the title', () => {
    const { headings, contents } = publish('A handbook\n==========\n\n# One\n\nText.\n\n## In one\n\nText.\n')
    expect(headings).toEqual(['h2 One', 'h3 In one'])
    expect(contents).toEqual(['One'])
  })

  test('another title alone at the top is told, and shown above the sections', () => {
    const { said, headings, contents } = publish('# Of another name\n\nText.\n\n## One\n\nText.\n')
    expect(headings).toEqual(['h2 Of another name', 'h2 One'])
    expect(contents).toEqual(['Of another name', 'One'])
    expect(said).toMatch(/document\.md:8:1 .*second-title\]/)
  })

  test('a section before the first chapter is told', () => {
    const { said, headings } = publish('## Preface\n\nText.\n\n# One\n\nText.\n\n# Two\n\nText.\n')
    expect(headings).toEqual(['h3 Preface', 'h2 One', 'h2 Two'])
    expect(said).toMatch(/document\.md:8:1 .*heading-order\]/)
  })
})
