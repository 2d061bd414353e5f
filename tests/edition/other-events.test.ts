import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, linesOf, type SmallPublication } from '../small-publication.ts'

const DOCUMENT = `---\ntitle: A buildContext\nkind: minutes\ndescription: What was said at a buildContext.\ndate: 2018-06-08\n---\n\n## One\n\nThe text.\n`
const programme = (sessions: string): string => `place: Ohrid
organisers: [alpha]
organisations: { alpha: Alpha }
people:
  ana: { name: Ana Example, gender: female }
  ben: { name: Ben Example, gender: male }
days:
  - date: 2018-06-06
    sessions:
${sessions}`
const SESSIONS = `      - { id: arrival, label: Arrival and coffee }
      - { id: maps, label: Work on maps, subject: What the maps show, speakers: [ana, ben] }
      - { id: talk, kind: panel, chair: ana, speakers: [ben] }
      - { id: end, kind: closing, speakers: [ana] }
`

let publication: SmallPublication

beforeAll(() => {
  publication = createPublication({
    'content/publication.yaml': 'title: Papers\npublisher: The tests\neditions: [en, sq]\n',
    'content/paper/document.md': DOCUMENT,
    'content/paper/programme.yaml': programme(SESSIONS),
  })
  publication.run('sync')
  publication.write(
    'locales/sq/paper.json',
    publication.read('locales/sq/paper.json').replace('arrival.label": ""', 'arrival.label": "Ardhja dhe kafeja"'),
  )
  publication.run('build')
})

afterAll(() => publication.remove())

test('a session may be called as its organisers call it, in every language', async () => {
  expect(publication.read('output/en/paper/index.html')).toContain('<h4>Work on maps</h4>')
  expect(publication.read('output/sq/paper/index.html')).toContain('<h4>Ardhja dhe kafeja</h4>')
  const printed = (await linesOf(await publication.pdf('en'))).flat().map(({ text }) => text)
  expect(printed.join('\n')).toContain('Arrival')
})

test('where nobody speaks, nothing is said of speakers', () => {
  const page = publication.read('output/en/paper/index.html')
  const arrival = /<section class="session" id="session-arrival">[^]*?<\/section>/.exec(page)![0]
  expect(arrival).not.toContain('class="people"')
  expect(page).not.toMatch(/\b0 speakers/)
  // Only panels are numbered.
  expect(page).toContain('Panel 1')
})

test('an event need not be part of anything', () => {
  expect(publication.read('output/en/paper/index.html')).not.toContain('<dt>Framework</dt>')
  expect(publication.run('verify')).toMatchObject({ status: 0 })
})

test.each([
  [
    'neither kind nor label',
    '      - { id: one, speakers: [ana] }\n',
    /programme\.yaml:10:9 [^]*either kind: opening, panel or closing, or label/,
  ],
  ['both', '      - { id: one, kind: panel, label: Panel, speakers: [ana] }\n', /programme\.yaml:10:9 [^]*either kind/],
  [
    'a kind that there is not',
    '      - { id: one, kind: buildContext, speakers: [ana] }\n',
    /programme\.yaml:10:\d+ [^]*“buildContext”[^]*has a label/,
  ],
])('a session with %s is told with its line', (_, sessions, told) => {
  publication.write('content/paper/programme.yaml', programme(sessions))
  expect(publication.run('check').said).toMatch(told)
})
