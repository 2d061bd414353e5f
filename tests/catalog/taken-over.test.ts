import { afterAll, expect, test } from 'vitest'
import { staysAsItIs } from '../../pipeline/language/acronyms.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const documentOf = (...cells: readonly string[]): string =>
  `---\ntitle: T\nkind: Paper\ndescription: D.\ndate: 2026-05-31\n---\n\n| Body |\n|---|\n${cells.map((cell) => `| ${cell} |`).join('\n')}\n`
const open: SmallPublication[] = []
afterAll(() => open.forEach((each) => each.remove()))

test('a cell that is the same in the language is taken over, and follows its English', () => {
  const publication = createPublication({
    'content/publication.yaml': 'title: T\npublisher: P\neditions: [sq, mk, en]\n',
    'content/paper/document.md': documentOf('NATO', 'ISO 9001', 'EU', 'Peace'),
  })
  open.push(publication)
  publication.run('sync')
  const missing = (tag: string): string[] =>
    [...publication.run('check', '--edition', tag, '--rule', 'missing').said.matchAll(/a translation of: (.*)/g)].map(([, text]) => text!)
  expect(missing('sq')).toEqual(['T', 'Paper', 'D.', 'Body', 'EU', 'Peace'])
  expect(missing('mk')).toEqual(['T', 'Paper', 'D.', 'Body', 'NATO', 'EU', 'Peace'])
  expect(Object.values(JSON.parse(publication.read('locales/sq/paper.json')) as object)).toContain('NATO')

  publication.write('content/paper/document.md', documentOf('KFOR', 'ISO 9001', 'EU', 'Peace'))
  publication.run('sync')
  expect(Object.values(JSON.parse(publication.read('locales/sq/paper.json')) as object)).toContain('KFOR')
  expect(missing('sq')).toEqual(['T', 'Paper', 'D.', 'Body', 'EU', 'Peace'])

  // What a translator writes stays.
  const written = JSON.parse(publication.read('locales/sq/paper.json')) as Record<string, string>
  const own = Object.entries(written).find(([, text]) => text === 'KFOR')![0]
  publication.write('locales/sq/paper.json', `${JSON.stringify({ ...written, [own]: 'KFOR-i' }, null, 2)}\n`)
  publication.run('sync')
  expect(JSON.parse(publication.read('locales/sq/paper.json'))).toMatchObject({ [own]: 'KFOR-i' })
})

test.each([
  ['NATO', true, false],
  ['NATO, KFOR', true, false],
  ['UNICEF 2018', true, false],
  ['ISO 9001', true, true],
  ['ISBN', true, true],
  ['EU', false, false],
  ['OSCE', false, false],
  ['WB6', false, false],
  ['NATO members', false, false],
  ['ABC', false, false],
  ['2018', false, false],
  ['**NATO**', false, false],
])('%s stays as it is: Albanian %s, Macedonian and Serbian %s', (text, sq, cyrillic) => {
  expect([staysAsItIs('sq', text), staysAsItIs('mk', text), staysAsItIs('sr-Cyrl', text)]).toEqual([sq, cyrillic, cyrillic])
})
