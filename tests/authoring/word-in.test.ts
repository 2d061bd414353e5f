import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublication, png, type SmallPublication } from '../small-publication.ts'
import { bold, p, report, wordFile } from './word-file.ts'

/** Authors write in Word: their files become documents, with nothing lost in silence, and go on in Word with the keys kept. */
let publication: SmallPublication
const file = (name: string, bytes: Uint8Array | string): string => {
  const path = join(publication.root, name)
  writeFileSync(path, bytes)
  return path
}
beforeAll(() => {
  publication = createPublication({
    'content/publication.yaml': 'title: Papers\npublisher: House\neditions: [en, sq]\n',
  })
})
afterAll(() => publication.remove())

const document = (id: string): string => publication.read(`content/${id}/document.md`)

const PROGRAMME = `place: Prishtina
organisers: [house]
organisations: { house: House of schools }
people:
  mal-osmani: { name: Mal Osmani, gender: male, organisation: house }
days:
  - date: 2026-06-06
    sessions:
      - { id: opening, kind: opening, speakers: [mal-osmani] }
`

describe('a report that looks like one', () => {
  let said: string
  beforeAll(async () => {
    ;({ said } = publication.run('new', 'report', '--from', file('report.docx', await report())))
  })

  test('becomes a document', () => {
    expect(document('report').replace(/^date: .*\n/m, '')).toBe(`---
title: Schools of the region
authors:
  - Ana Example
kind: report
description: What forty schools of the region lack.
---

This report says what was found in forty schools, and what follows from it.

## Main results

Teachers said *very* **little**.[^1] Water is H<sub>2</sub>O.[^2]

- Books
  - New ones
- Desks

### What to do

1. Count the desks
   1. Those that are broken
2. Order new ones

Somebody has to pay.

3. Pay

| Town and street | | Pupils |
| - | - | - |
| Gjakova | North<br>South | 400\\|500 |
| | East | 600 |

Table 1. Pupils by town

![A map of four towns](picture-1.png "Figure 1: The towns")

Nobody asked the pupils. They know best.

[A list](https://example.org/a_b) and [the sum](#sum) stand elsewhere. 1. No list, \\* nor \\_emphasis\\_ \\<b>.

Words in a box.

<a id="sum"></a>The sum: (a+b)/2

## Përfundim – Заклучок

Çdo shkollë duhet të ketë zë. Секое училиште. Свака школа, ђаци.

That is all.

[^1]: First note.

[^2]: Second note.
`)
  })

  test.each([
    ['A comment by Editor was left out: “Is this right?”.', 'under “What to do”, at “Nobody asked'],
    ['Hidden text was left out: “Hidden words.”.', 'under “Përfundim – Заклучок”'],
    ['A text box stands in the text now, after its paragraph: “Words in a box.”.', ''],
    ['An equation became plain text: “(a+b)/2”.', 'at “The sum'],
    ['Merged cells of a table were parted', 'table “Town and street”'],
    ['Lists with letters or Roman numbers are numbered 1, 2, 3 now.', 'Those that are broken'],
    ['Tracked change by Ben, taken as accepted: “Nobody asked the pupils.” was added.', ''],
    ['Tracked change by Ben, taken as accepted: “Everybody was asked.” was deleted.', ''],
    ['The head of the pages was left out: “Confidential draft”', ''],
    ['The foot of the pages was left out: “Ministry of Schools”', ''],
    ['Headings by their look (in Word, give them a heading style): “Main results”, “What to do”, “Përfundim – Заклучок”.', ''],
  ])('tells: %s', (what, place) => {
    expect(said).toContain(what)
    expect(said).toContain(place)
    expect(said).not.toMatch(/not in the (?:document|file)/)
  })

  test('passes the checks, but for what its writer has to decide', () => {
    publication.run('sync')
    const { said: found } = publication.run('check', '--edition', 'en', '--severity', 'error')
    expect(found).toBe('No problems in en.\n')
  })
})

describe('the author goes on in Word', () => {
  const paragraphs = (second: string, ...more: readonly ReturnType<typeof p>[]) => [
    p('Our plan', { heading: 'Title' }),
    p('First part', { heading: 'Heading1' }),
    p('Every school needs a library with books that pupils want to read.'),
    p(second),
    ...more,
    p([bold('Water')], { heading: 'Heading2' }),
    p('There is water in all towns but one.'),
  ]
  const key = (text: string): string | undefined => {
    const texts = JSON.parse(publication.read('locales/en/plan.json')) as Record<string, string>
    return Object.entries(texts).find(([, each]) => each === text)?.[0]
  }

  test('keys and translations stay with their texts, and so does what was edited by hand', async () => {
    publication.run('new', 'plan', '--from', file('plan.docx', await wordFile(paragraphs('Teachers are paid in June.'))))
    publication.run('sync')
    const library = key('Every school needs a library with books that pupils want to read.')!
    const pay = key('Teachers are paid in June.')!
    publication.write('content/plan/document.md', document('plan').replace('but one.', 'but Deçan.').replace('kind: report', 'kind: Plan'))
    const revised = file('plan.docx', await wordFile(paragraphs('Teachers are paid in July.', p('Desks are new.'))))
    const { status, said } = publication.run('update', 'plan', '--from', revised)
    expect([status, said]).toEqual([
      0,
      expect.stringMatching(/^changed {2}Teachers are paid in \[-June-\]\{\+July\+\}\.\nnew {6}Desks are new\.$/m),
    ])
    expect(said).toContain('1 place that was edited in document.md since the last file stayed as edited.')
    expect(document('plan')).toMatch(
      /kind: Plan[\s\S]*paid in July\.\n\nDesks are new\.\n\n### Water\n\nThere is water in all towns but Deçan\./,
    )
    publication.run('sync')
    expect([key('Every school needs a library with books that pupils want to read.'), key('Teachers are paid in July.')]).toEqual([
      library,
      pay,
    ])
  })

  test('a picture that was renamed and a note that was added leave the other texts alone', async () => {
    const first = await report()
    publication.run('new', 'grown', '--from', file('grown.docx', first))
    const root = join(publication.root, 'content/grown')
    renameSync(join(root, 'picture-1.png'), join(root, 'map.png'))
    const edited = document('grown').replace('![A map of four towns](picture-1.png', '![Four towns](map.png')
    publication.write('content/grown/document.md', edited)
    const more = file('grown.docx', await report('Nobody knew.'))
    const { said } = publication.run('update', 'grown', '--from', more)
    expect([said, readdirSync(root)]).toEqual([expect.stringMatching(/^new {6}\[\^3\]: Nobody knew\.$/m), ['document.md', 'map.png']])
    const text = edited.replace('Books', 'Books[^3]').replace('[^1]: First', '[^3]: Nobody knew.\n\n[^1]: First')
    expect(document('grown').split('\n').toSorted()).toEqual(text.split('\n').toSorted())
  })

  test('where both changed the same words, nothing is written', async () => {
    publication.write('content/plan/document.md', document('plan').replace('in July', 'in August'))
    const before = document('plan')
    const { status, said } = publication.run('update', 'plan', '--from', file('plan.docx', await wordFile(paragraphs('Teachers are paid in May.', p('Desks are new.'))))) // prettier-ignore
    expect([status, said]).toEqual([
      2,
      expect.stringMatching(/content\/plan\/document\.md:12:1 {2}This text was edited here and in the author’s file/),
    ])
    expect(said).toMatch(/found +Teachers are paid in August\.\n +expected +in the file: Teachers are paid in May\./)
    expect(document('plan')).toBe(before)
  })

  test.each<[string, (record: string) => string, RegExp]>([
    ['no JSON', () => '{', /:1:2 {2}This is not valid JSON/],
    ['half merged', (record) => `<<<<<<< ours\n${record}`, /:1:1 {2}This file is half merged/],
    ['without blocks', (record) => record.replace('"blocks"', '"block"'), /:1:1 {2}This record of an author’s file is damaged: The field “blocks” is missing/],
    ['a picture that leads out', (record) => record.replace('"picture-1.png"', '"../../escaped.png"'), /:5:\d+ {2}This record .*\n +found +“\.\.\/\.\.\/escaped\.png”/],
  ])('a damaged record is refused, and nothing is written: %s', async (_, damage, told) => {
    const path = 'locales/ledger/authored/grown.json'
    const [record, before] = [publication.read(path), document('grown')]
    publication.write(path, damage(record))
    const { status, said } = publication.run('update', 'grown', '--from', file('grown.docx', await report()))
    expect([status, said, document('grown')]).toEqual([2, expect.stringMatching(told), before])
    publication.write(path, record)
  }) // prettier-ignore

  test('a document of one’s own keeps its former text', async () => {
    const own =
      '---\ntitle: Mine\nkind: report\ndescription: One.\ndate: 2026-01-01\n---\n\n<!-- translate: no -->\n\nOurs alone.\n\nOld words.\n'
    publication.run('new', 'own')
    publication.write('content/own/document.md', own)
    const { said } = publication.run('update', 'own', '--from', file('own.docx', await wordFile([p('Ours alone.'), p('New words.')])))
    expect(document('own')).toContain('<!-- translate: no -->\n\nOurs alone.\n\nNew words.\n')
    expect([said, publication.read('content/own/document.former.md')]).toEqual([expect.stringContaining('document.former.md'), own])
  })

  test('a page tells of each picture that is not in it', () => {
    const page = '<p>Ours alone.</p><p>New words.</p><p><img src="https://example.org/description.png"><img src="figure1.png"></p>'
    const { status, said } = publication.run('update', 'own', '--from', file('own.html', page))
    expect([status, said]).toEqual([
      1,
      expect.stringMatching(/not fetched: https:\/\/example\.org\/description\.png\.[^]*and was not taken: figure1\.png\./),
    ])
    expect(said).not.toContain('The description in the front matter')
    file('content/own/figure1.png', png(30, 20))
    expect(publication.run('update', 'own', '--from', file('own.html', page)).said).not.toContain('figure1.png')
  })

  test('an edition’s own Word document is taken back with every key, without what stands around its text', async () => {
    publication.write('content/plan/programme.yaml', PROGRAMME)
    publication.write(
      'content/plan/document.md',
      `${document('plan')}\n\`\`\`js\nif (a)\n  b(1)\n\`\`\`\n\n> So it is.\n\n- [ ] Paint\n- [x] Desks\n  1. [ ] Count them\n  - Two in a row\n\n![A map](https://example.org/map.png)\n`,
    )
    publication.run('sync')
    const before = publication.read('locales/en/plan.json')
    const [whole, was] = [document('plan'), key('There is water in all towns but Deçan.')]
    const built = publication.run('build', 'plan', '--edition', 'en', '--format', 'docx')
    expect(built.said).toContain('DRAFT: 1 picture missing')
    const path = join(publication.root, 'output/en/plan/plan.en.docx')
    expect(publication.run('update', 'plan', '--from', path).said).toContain('The text is as it was.')
    expect([document('plan'), publication.read('locales/en/plan.json')]).toEqual([whole, before])
    const parts = unzipSync(readFileSync(path))
    parts['word/document.xml'] = strToU8(strFromU8(parts['word/document.xml']!).replace('all towns but', 'every town but'))
    const { said } = publication.run('update', 'plan', '--from', file('plan-edited.docx', zipSync(parts)))
    expect(said).toContain('changed  There is water in [-all-]{+every+} [-towns-]{+town+} but Deçan.')
    const ofSerbian = strFromU8(parts['word/document.xml']).replace('editions_text_en', 'editions_text_sr_Cyrl')
    const foreign = { ...parts, 'word/document.xml': strToU8(ofSerbian) }
    expect(publication.run('update', 'plan', '--from', file('plan-sr.docx', zipSync(foreign))).said).toContain(
      'found     an edition in sr-Cyrl',
    )
    expect(said).toContain('What an edition has around its text was left out')
    publication.run('sync')
    expect(key('There is water in every town but Deçan.')).toBe(was)
  })
})
