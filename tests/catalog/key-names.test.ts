import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createPublication } from '../small-publication.ts'

/** What a text says, and what its key is made from: words alone. */
const NAMES: readonly [text: string, name: string][] = [
  ['A first line<br>and a second.', 'a-first-line-and-a'],
  ['Water is H<sub>2</sub>O in short.', 'water-is-h-2-o'],
  ['Press <kbd>Enter</kbd> now.', 'press-enter-now'],
  ['The <abbr title="World Health Organization">WHO</abbr> says so.', 'the-who-says-so'],
  ['See https://example.org/unsafe/setup for more.', 'see-for-more'],
  ['Look at <https://example.org/unsafe> first.', 'look-at-first'],
  ['Read (www.example.org/words) or [this](https://example.org/other/words).', 'read-or-this'],
  ['It is [on the web][web] too.', 'it-is-on-the-web'],
  ['Where 1 < 2 and 3 > 2 holds.', 'where-1-2-and-3'],
]

const publication = createPublication({
  'content/publication.yaml': 'title: Papers\npublisher: A Centre\neditions: [sq, en]\n',
  'content/paper/document.md': `---\ntitle: One\nkind: Paper\ndescription: A paper.\ndate: 2026-05-31\n---\n\n## Names\n\n${NAMES.map(([text]) => text).join('\n\n')}\n\n[web]: https://example.org/web\n`,
})
afterAll(() => publication.remove())

test('a key is made from the words of its text, not from tags and addresses; one that a catalog has stays', () => {
  publication.run('sync')
  const keys = Object.keys(JSON.parse(publication.read('locales/sq/paper.json')) as object)
  expect(keys.filter((key) => /^names\.(?!heading)/.test(key))).toEqual(NAMES.map(([, name]) => `names.${name}`))
  for (const tag of ['en', 'sq']) {
    const path = join(publication.root, `locales/${tag}/paper.json`)
    writeFileSync(path, readFileSync(path, 'utf8').replace('"names.see-for-more"', '"names.see-https-example-org-unsafe"'))
  }
  publication.run('sync')
  expect(publication.read('locales/sq/paper.json')).toContain('"names.see-https-example-org-unsafe"')
  expect(publication.read('locales/sq/paper.json')).not.toContain('"names.see-for-more"')
})
