import { expect, test } from 'vitest'
import { Failure } from '../../pipeline/problem.ts'
import { nearDate } from '../../pipeline/publication/near-date.ts'
import { parseDocument } from '../../pipeline/source/document.ts'

const FIELDS = 'title: The report\nkind: Note\ndescription: About it.\ndate: 2026-05-31\n'

const told = (text: string) => {
  try {
    parseDocument({ id: 'paper', document: { file: 'document.md', text } })
  } catch (error) {
    if (error instanceof Failure)
      return error.problems.map(({ ruleId, line, reason, expected, actual }) => ({ ruleId, line, reason, expected, actual }))
    throw error
  }
  return []
}

/** How a document begins, the line that is told, and what is said of it. */
test.each([
  [`\n\n---\n${FIELDS}---\n\nText.`, 3, 'An empty line or a space'],
  [` ---\n${FIELDS}---\n\nText.`, 1, 'An empty line or a space'],
  [`----\n${FIELDS}----\n\nText.`, 1, 'before the front matter is not of three'],
  [`—\n${FIELDS}—\n\nText.`, 1, 'before the front matter is not of three'],
  [`—--\n${FIELDS}—--\n\nText.`, 1, 'before the front matter is not of three'],
  [`---\n${FIELDS}—--\n\nText.`, 6, 'after the front matter is not of three'],
  [`---\n${FIELDS}...\n\nText.`, 6, 'after the front matter is not of three'],
  [`---\n${FIELDS}—-\n\nText.`, 6, 'after the front matter is not of three'],
  [`---\n${FIELDS}\nText.`, 1, 'is not closed'],
  ['+++\ntitle = "The report"\n+++\n\nText.', 1, 'in TOML'],
  ['{\n  "title": "The report"\n}\n\nText.', 1, 'in JSON'],
  [`\`\`\`yaml\n${FIELDS}\`\`\`\n\nText.`, 1, 'block of code'],
  [`<!-- a remark -->\n---\n${FIELDS}---\n\nText.`, 1, 'A comment'],
  [`${FIELDS}---\n\nText.`, 1, 'is missing'],
  ['% The report\n% Ana Example\n\nText.', 1, 'Pandoc'],
  ['# The report\n\nText.\n\n---\n\nMore.', 1, 'does not begin with its front matter'],
])('%j', (text, line, reason) => {
  expect(told(text)).toEqual([expect.objectContaining({ ruleId: 'front-matter', line, reason: expect.stringContaining(reason) })])
})

test('what was meant is offered: a date, the name of a field, a text with backslashes', () => {
  const expectedOf = (fields: string) => told(`---\n${fields}---\n\nText.`).map(({ expected }) => expected?.[0])
  expect(expectedOf(FIELDS.replace('2026-05-31', '31.05.2026'))).toEqual(['2026-05-31'])
  expect(expectedOf(FIELDS.replace('date: 2026-05-31\n', ''))).toEqual(['a date such as 2018-06-08'])
  expect(expectedOf(`${FIELDS}Subtitle: Of words\n`)).toEqual(['subtitle'])
  const { cuts } = parseDocument({
    id: 'paper',
    document: { file: 'document.md', text: `---\n${FIELDS.replace('The report', String.raw`"C:\new"`)}---\n` },
  })
  expect(cuts).toEqual([expect.objectContaining({ found: String.raw`"C:\new"`, expected: String.raw`'C:\new'` })])
})

test.each([
  ['31.5.2026', '2026-05-31'],
  ['05.06.2026.', '2026-06-05'],
  ['31/05/2026', '2026-05-31'],
  ['05/31/2026', '2026-05-31'],
  ['05/06/2026', undefined],
  ['2026/5/1', '2026-05-01'],
  ['2026-05-31T10:00:00+02:00', '2026-05-31'],
  ['31 May 2026', '2026-05-31'],
  ['May 31st, 2026', '2026-05-31'],
  ['1 Sept. 2026', '2026-09-01'],
  ['2026-02-30', undefined],
  ['spring 2026', undefined],
])('%s is %s', (written, day) => {
  expect(nearDate(written)).toBe(day)
})
