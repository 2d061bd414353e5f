import { describe, expect, test } from 'vitest'
import { Failure } from '../../pipeline/problem.ts'
import { filled, group, isoDate } from '../../pipeline/publication/schema.ts'
import { parseYaml } from '../../pipeline/files/yaml.ts'
import { createPublication } from '../small-publication.ts'

const schema = group({ title: filled('the title'), date: isoDate })

/** The first finding for a file: its line, and what is expected there. */
function told(text: string, firstLine = 2): { line: number | undefined; expected: string | undefined; count: number } {
  try {
    parseYaml(text, 'document.md', schema, firstLine)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const [{ line, expected }] = error.problems as [Failure['problems'][number]]
    return { line, expected: expected?.[0], count: error.problems.length }
  }
  return { line: undefined, expected: undefined, count: 0 }
}

const withTitle = (title: string): string => `title: ${title}\ndate: 2024-05-01\n`

test('a second file in the same is told at the line where it begins', () => {
  expect(told(`${withTitle('One')}---\ntitle: Two\n`)).toMatchObject({ line: 4, count: 1 })
  expect(told(withTitle('[One')).expected).toBe('title: [One]')
})

describe('a title that YAML would take for something else', () => {
  // prettier-ignore
  test.each([
    '2024', '1.0', '0x10', '1e3', '.inf', '0o7', '012', 'true', 'False', 'null', '~', '#4', '# 4 things', '[Draft]', '{x}',
    'Policy brief #4', 'Brief # 4', 'Costs rise #1 of three', 'A title # a remark', '&Co works', '!important notice',
    'Report: the sequel', 'Report:', '@home', '`code`', '%x', '*x', '*x y*', '- x', '? x', '| x', '> x', ',x', ']x', '[Draft] Report', '{x} y',
  ])('%s is told with the same in quotation marks', (title) => {
    expect(told(withTitle(title))).toMatchObject({ line: 2, count: 1 })
    expect(told(withTitle(title)).expected).toContain(`"${title}"`)
  })

  test.each([
    ['"Quoted" rest', String.raw`"\"Quoted\" rest"`],
    ["'It's'", `"It's"`],
    ['"open', '"open"'],
    ["'open", '"open"'],
  ])('%s is told as %s', (title, expected) => {
    expect(told(withTitle(title))).toEqual({ line: 2, expected: `title: ${expected}`, count: 1 })
  })
})

test.each(['12:30', 'no', 'yes', 'on', '2024-05-01', '1_000', 'C#', 'a#b', '"Policy brief #4"', "'#4'", '“Report”', 'a\n  b', '|\n  Brief #4', 'Title\n# a remark'])(
  'the title %j is a text',
  (title) => expect(told(withTitle(title)).count).toBe(0),
) // prettier-ignore

test('a remark behind a date, and in other files behind a text, is one', () => {
  expect(told('title: A\ndate: 2024-05-01 # a remark\n').count).toBe(0)
  expect(told(withTitle('A title # a remark'), 1).count).toBe(0)
  expect(told(withTitle('Brief #4'), 1).count).toBe(1)
})

test.each([
  ['title:a\ndate: 2024-05-01', 2],
  ['title = a\ndate: 2024-05-01', 2],
  ['title: a\n date: 2024-05-01', 3],
  [' title: a\ndate: 2024-05-01', 3],
  ['title: a\n\tdate: 2024-05-01', 3],
  ['title: a\nb\ndate: 2024-05-01', 3],
  ['title: a\ndate: 2024-05-01\n\n## Heading\n\nText.', 4],
])('%j is told once, at line %d', (text, line) => expect(told(text)).toMatchObject({ line, count: 1 }))

test('a title of which a part is lost is an error of its line, and the edition a draft', () => {
  const publication = createPublication({
    'content/publication.yaml': 'title: T\npublisher: P\neditions: [en]\n',
    'content/paper/document.md': `---\ntitle: Policy brief #4\nkind: Report\ndescription: &Co works\ndate: 2026-05-31 # a remark\n---\n\n## A\n\nText.\n`,
  })
  try {
    const { status, said } = publication.run('check')
    expect(status).toBe(1)
    expect(said).toContain('content/paper/document.md:2:8')
    expect(said).toContain('"Policy brief #4"')
    expect(said).toContain('"&Co works"')
    expect(said.match(/error cut-text/g)).toHaveLength(2)
    expect(publication.run('build', '--format', 'html').said).toMatch(/^en +paper .*DRAFT/m)
  } finally {
    publication.remove()
  }
})

test('in the publication’s own file it is refused', () => {
  const publication = createPublication({
    'content/publication.yaml': 'title: Volume #4\npublisher: P\neditions: [en]\n',
    'content/paper/document.md': `---\ntitle: A\nkind: Report\ndescription: D\ndate: 2026-05-31\n---\n\n## A\n\nText.\n`,
  })
  try {
    const { status, said } = publication.run('check')
    expect(status).toBe(2)
    expect(said).toContain('"Volume #4"')
  } finally {
    publication.remove()
  }
})
