import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublication, png, type SmallPublication } from '../small-publication.ts'

const FRONT = '---\ntitle: Paper\nkind: Report\ndescription: A report.\ndate: 2018-06-08\n'
const [COMPOSED, DECOMPOSED] = ['ké.png', 'ke\u0301.png']
const [ONE, OTHER] = [png(3, 3), png(4, 4)]
const TWIN = 'Two files have this name'

const documentOf = (text: string, front = ''): string => `${FRONT}${front}---\n\nThe text.\n\n${text}\n`

let small: SmallPublication
beforeAll(() => {
  small = createPublication({
    'content/publication.yaml': 'title: T\npublisher: P\neditions: [en, mk]\n',
    'content/paper/document.md': documentOf(''),
  })
})
afterAll(() => small.remove())

/** What `check` says of the links and pictures of a document with such files beside it. */
const said = (text: string, files: Readonly<Record<string, string | Uint8Array>>, front = ''): string => {
  small.write('content/paper/document.md', documentOf(text, front))
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(small.root, 'content/paper', name), bytes)
  return small.run('check', '--edition', 'en', '--rule', 'picture,link-target').said
}

describe('names that are one to people, or on another system', () => {
  test.each([
    ['a picture', `![Shown](${COMPOSED})`, ''],
    ['the other picture', `![Shown](${DECOMPOSED})`, ''],
    ['a picture with an escaped name', `![Shown](ke%CC%81.png)`, ''],
    ['a picture by reference', `![Shown][map]\n\n[map]: ${COMPOSED}`, ''],
    ['a link to a file', `[The map](${COMPOSED})`, ''],
    ['a link to a file by reference', `[The map][map]\n\n[map]: ${COMPOSED}`, ''],
    ['the cover', '', `cover: { picture: ${COMPOSED}, alternative: Towns }\n`],
  ])('%s: accents that are stored in two ways', (_, text, front) => {
    expect(said(text, { [COMPOSED]: ONE, [DECOMPOSED]: OTHER }, front)).toContain(TWIN)
  })

  test('capitals: of two that are used, each is told; of one, that very one is taken', () => {
    const files = { 'map.png': ONE, 'Map.png': OTHER }
    const both = said('![One](map.png)\n\nSee [the other](Map.png).', files)
    expect([...both.matchAll(/^content\/paper\/document\.md:\d+/gm)].map(String)).toEqual([
      'content/paper/document.md:10',
      'content/paper/document.md:12',
    ])
    expect(said('![One](map.png) ![Another][m]\n\n[m]: Map.png', files).split(TWIN).length).toBe(3)
    expect(said('![One](Map.png) and [the same](Map.png)', files)).toContain('No problems')
    small.run('build', '--format', 'html', '--edition', 'en')
    expect(readFileSync(join(small.root, 'output/en/paper/Map.png'))).toEqual(Buffer.from(OTHER))
  })

  test('the name of a picture of one language alone, in other capitals', () => {
    expect(said('![One](plan.png)', { 'plan.png': ONE, 'plan.MK.png': OTHER })).toContain('capitals and small letters differ')
    expect(said('![One](ö.png)', { 'ö.png': ONE, 'ö.mk.png': ONE, 'o\u0308.mk.png': OTHER })).toContain(TWIN)
  })

  test('a name that a file of the edition itself has, in whatever capitals', () => {
    for (const name of ['paper.en.pdf', 'Paper.EN.pdf', 'paper.mk.zip', 'paper.en.epub'])
      expect([name, said(`[It](${name})`, { [name]: 'x' }).includes('A file of this name cannot be published')]).toEqual([name, true])
    expect(said('![It](paper.en.card.png)', { 'paper.en.card.png': ONE })).toContain('A file of this name cannot be published')
    expect(said('[It](paper.old.pdf) and [more](paper.v2.pdf)', { 'paper.old.pdf': 'x', 'paper.v2.pdf': 'x' })).toContain('No problems')
  })

  test('the logo', () => {
    small.write('content/publication.yaml', `title: T\npublisher: P\neditions: [en]\ntheme: { logo: ${COMPOSED} }\n`)
    writeFileSync(join(small.root, 'content', COMPOSED), ONE)
    writeFileSync(join(small.root, 'content', DECOMPOSED), OTHER)
    expect(small.run('build', '--format', 'html')).toMatchObject({ status: 2, said: expect.stringContaining(TWIN) as string })
  })
})
