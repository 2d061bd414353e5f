import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, png, type SmallPublication } from '../small-publication.ts'

const [ANY, MACEDONIAN, SERBIAN] = [png(3, 3), png(4, 4), png(5, 5)]
const FRONT =
  '---\ntitle: Paper\nkind: Report\ndescription: A report.\ndate: 2018-06-08\ncover: { picture: map.png, alternative: Towns }\n---\n'

let small: SmallPublication
beforeAll(() => {
  small = createPublication({
    'content/publication.yaml': 'title: T\npublisher: P\neditions: [en, mk, sr-Cyrl, sr-Latn]\nparallel: [[en, mk]]\n',
    'content/paper/document.md': `${FRONT}\n![The towns](map.png "Map 1: the towns")\n`,
    'content/paper/map.png': ANY,
    'content/paper/map.mk.png': MACEDONIAN,
    'content/paper/map.sr-Cyrl.png': SERBIAN,
  })
  small.run('sync')
  small.run('build', '--format', 'html')
})
afterAll(() => small.remove())

const pictureOf = (tag: string): string | undefined => /<img[^>]* src="(map[^"]*)"/.exec(small.read(`output/${tag}/paper/index.html`))?.[1]

test('a picture with the tag of a language in its name stands in the place of the other in that language, and in what is derived from it', () => {
  const shown = Object.fromEntries(['en', 'mk', 'sr-Cyrl', 'sr-Latn'].map((tag) => [tag, pictureOf(tag)]))
  expect(shown).toEqual({ en: 'map.png', mk: 'map.mk.png', 'sr-Cyrl': 'map.sr-Cyrl.png', 'sr-Latn': 'map.sr-Cyrl.png' })
  for (const [tag, name] of Object.entries(shown)) expect(existsSync(join(small.root, 'output', tag, 'paper', name!))).toBe(true)
})

test('side by side each language shows its own', () => {
  const page = small.read('output/parallel/en+mk/paper/index.html')
  const shown = [...page.matchAll(/ src="([^"]*map[^"]*)"/g)].map(([, address]) => address)
  expect(shown).toEqual(expect.arrayContaining(['../../../en/paper/map.png', '../../../mk/paper/map.mk.png']))
  expect(small.run('verify')).toMatchObject({ status: 0 })
})

test('one that is damaged is told with its name, and the other is shown', () => {
  small.write('content/paper/map.mk.png', 'no picture')
  expect(small.run('check', '--rule', 'picture').said).toMatch(/not of the kind that its name says.*\n +found +map\.mk\.png/)
  small.run('build', '--format', 'html')
  expect(pictureOf('mk')).toBe('map.png')
})
