import { expect, test } from 'vitest'
import { documentText, importedFrom } from '../../pipeline/authoring/imported.ts'
import { readAuthored } from '../../pipeline/authoring/read-authored.ts'

async function taken(text: string, name = 'given.md'): Promise<{ text: string; told: string[] }> {
  const reading = await readAuthored(new TextEncoder().encode(text), name)
  const imported = importedFrom(reading, { name, title: 'Given', source: 'en', knownPictures: new Map() })
  return { text: documentText(imported).replace(/^date: .*\n/m, ''), told: imported.notices.map(({ what }) => what) }
}

const front = (title: string, description: string): string => `---\ntitle: ${title}\nkind: report\ndescription: ${description}\n---\n\n`

test('Markdown of another tool is taken as the page that it stands for, its HTML too', async () => {
  const given = [
    '# A title',
    'What it says is **bold**, and has a note[^n] and a place: [costs](#what-it-costs).',
    '> [!WARNING]\n> Take care of *this*.',
    '- [x] Done\n  1. In it',
    '<p align="center">In HTML: H<sub>2</sub>O, <b>strong</b>.</p>',
    '## What it costs',
    '| a | b |\n|---|--:|\n| 1 | 2 |',
    '```js\nconst a = 1\n```',
    'More at [the site][s].',
    '[s]: https://example.org/x\n[^n]: The note.',
  ].join('\n\n')
  const { text, told } = await taken(given)
  expect(text).toBe(
    `${front('A title', '"What it says is bold, and has a note and a place: costs."')}${[
      'What it says is **bold**, and has a note[^1] and a place: [costs](#what-it-costs).',
      '> [!WARNING]\n> Take care of *this*.',
      '- [x] Done\n  1. In it',
      'In HTML: H<sub>2</sub>O, **strong**.',
      '## What it costs',
      '| a | b |\n| - | -: |\n| 1 | 2 |',
      '```js\nconst a = 1\n```',
      'More at [the site](https://example.org/x).',
      '[^1]: The note.',
    ].join('\n\n')}\n`,
  )
  expect(told.filter((each) => !each.startsWith('The description'))).toEqual([])
})

test('its front matter says what a Word file’s properties say, and what else stands there is told', async () => {
  const { text, told } = await taken(
    '---\ntitle: "In front"\nauthors: [Ana, Ben]\nsummary: One sentence.\nlayout: page\n---\n\nThe text.\n',
  )
  expect(text).toBe('---\ntitle: In front\nauthors:\n  - Ana\n  - Ben\nkind: report\ndescription: One sentence.\n---\n\nThe text.\n')
  expect(told).toEqual(['Fields of the front matter that this tool does not know: layout.'])
})

test('what a program gives is Markdown where it does not begin as HTML does, though tags stand in it', async () => {
  expect((await taken('A *word* and <b>another</b>.\n\n## Next\n', 'what was given')).text).toContain(
    '\nA *word* and **another**.\n\n## Next\n',
  )
  expect((await taken('<meta charset="utf-8"><p>A *word* and <b>another</b>.</p>', 'what was given')).text).toContain(
    '\nA \\*word\\* and **another**.\n',
  )
})

test('links within a page lead where its ids are: to headings, to paragraphs, to what begins a section', async () => {
  const page =
    '<!doctype html><title>T</title><p>See <a href="#c">a</a>, <a href="#p">b</a>, <a href="#s">c</a>.</p><h2 id="c">What it costs</h2><p id="p">Words.</p><section id="s"><h2>The end</h2><p>More.</p></section>'
  const { text } = await taken(page, 'page.html')
  expect(text).toContain('See [a](#what-it-costs), [b](#p), [c](#the-end).\n\n## What it costs\n\n<a id="p"></a>Words.\n\n## The end\n')
})
