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
  expect(told).toEqual(['Fields of the front matter that were not taken: layout (page).'])
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

test('the signs by which headings, captions and terms of a page lead to themselves are none of their words', async () => {
  const page =
    '<!doctype html><title>T</title><h1>T<a href="#t">¶</a></h1><h2 id="c">Costs<a class="headerlink" href="#c" title="Permalink">¶</a></h2><p>See <a href="#c">#</a> and § <a href="#c">3</a>.</p><h2><a href="#e">#</a> End</h2><p>More.</p>'
  const { text } = await taken(page, 'page.html')
  expect(text).toMatch(/\n## Costs\n\nSee \[#\]\(#costs\) and § \[3\]\(#costs\)\.\n\n## End\n\nMore\.\n$/)
})

test('front matter that is no YAML is read by its lines: TOML, a colon in a title; the rest is told', async () => {
  const toml = await taken('+++\ntitle = "In TOML"\ndate = 2024-01-02\ndraft = false\n+++\n\nThe text.\n')
  expect(toml.text).toContain('title: In TOML\n')
  expect(toml.told[0]).toBe('Fields of the front matter that were not taken: draft (false).')
  const colon = await taken('---\ntitle: Costs: all of them\nauthor: Ana\nodd: [open\n---\n\nThe text.\n')
  expect(colon.text).toContain('title: "Costs: all of them"\nauthors:\n  - Ana\n')
  expect(colon.told[0]).toBe('Lines of the front matter that could not be read: odd: [open')
  // Aliases without an end, or without a beginning.
  for (const aliases of ['a: &a [x]\nb: [*a, *nowhere]', `a: &a [x]\nb: &b [${'*a,'.repeat(99)}]\nc: [${'*b,'.repeat(99)}]`])
    expect((await taken(`---\n${aliases}\n---\n\nThe text.\n`)).told[0]).toContain('could not be read')
})

test('of the front matter nothing is lost in silence: a second title, a day that is none, persons with more than a name', async () => {
  const { text, told } = await taken(
    '---\ntitle: 2024\nauthors:\n  - name: Ana\n  - name: Ben\ndate: 2024-13-45\nlang: [sq, mk]\nsummary: One.\ndescription: Two.\n---\n\n# Another\n\nThe text.\n',
  )
  expect(text).toContain('title: Another\nauthors:\n  - Ana\n  - Ben\nkind: report\ndescription: One.\n')
  expect(told).toEqual([
    'Fields of the front matter that were not taken: date (2024-13-45), lang (["sq","mk"]), description (Two.).',
    'The front matter has another title than the text: “2024”.',
  ])
})

test('notes stay whole: with several paragraphs, referred to twice and from notes, of one name, and those to which nothing refers', async () => {
  const { text } = await taken(
    'One [^a] and [^b], again [^a].\n\n[^a]: First.\n\n    Second.\n[^b]: See [^a] there.\n[^a]: Another.\n[^c]: Alone.\n',
  )
  expect(text.slice(text.indexOf('\n\n') + 2)).toBe(
    'One [^1] and [^2], again [^1].\n\n[^1]: First.\n\n    Second.\n\n[^2]: See [^1] there.\n\n[^3]: Another.\n\n[^4]: Alone.\n',
  )
})

test('words that no page shows are told: remarks, cells beyond a table’s columns, titles of links, what is embedded', async () => {
  const { told } = await taken(
    'Text, see [it](https://example.org "its title").\n\n| a | b |\n|-|-|\n| 1 | 2 | three |\n\n<iframe src="https://example.org/film"></iframe>\n\n<!-- for later: all that follows\n\n## Hidden\n',
  )
  expect(told.slice(0, 4)).toEqual([
    'Parts of the page that no document holds were left out: iframe (https://example.org/film).',
    'A remark without its end, -->, hides all that follows: “for later: all that follows ## Hidden”.',
    'Cells beyond the columns of their table were left out: “three”.',
    'What links say when pointed at was left out: “its title”.',
  ])
})

test('a heading’s own name is the place that links lead to; places, H₂O in items and marks around blocks part no words', async () => {
  const { text, told } = await taken(
    'See [costs](#money) and [it](#item).\n\n## What it costs {#money}\n\n- <a name="item"></a>An item of H<sub>2</sub>O\n- Another\n\n> [!TIP]\n> - In a list\n\n<div><b>never closed\n\n## Next heading\n\nMore.\n',
  )
  expect(text.slice(text.indexOf('\n\n') + 2)).toBe(
    'See [costs](#what-it-costs) and [it](#item).\n\n## What it costs\n\n- <a id="item"></a>An item of H<sub>2</sub>O\n- Another\n\n> [!TIP]\n>\n> - In a list\n\nnever closed\n\n## Next heading\n\nMore.\n',
  )
  expect(told.filter((each) => !each.includes('describe'))).toEqual([])
})

test('a file without a word is refused; a picture in a heading is no title, and a line’s end in one parts its words', async () => {
  await expect(taken(' \n\n')).rejects.toThrow('empty')
  expect((await taken('# ![Logo](logo.png) Name\n\nText.\n')).text).toContain('\n## ![Logo](logo.png) Name\n')
  expect((await taken('<h1>Two<br>lines</h1>\n\n## Sub\n\nText.\n')).text).toContain('title: Two lines\n')
})

test('links of a page lead to items, pictures, phrases, bare blocks, and the first of a name; what has no words, to the next', async () => {
  const page =
    '<!doctype html><p><a href="#li">a</a> <a href="#img">b</a> <a href="#span">c</a> <a href="#div">d</a> <a href="#hr">e</a> <a href="#twice">f</a> <a href="#%D1%86">g</a></p><ul><li id="li">item</ul><p>A <img id="img" src="a.png"> and <span id="span">phrase</span></p><div id="div">bare</div><hr id="hr"><p>next</p><p id="twice">one</p><p id="twice">two</p><p id="ц">ц</p>'
  const { text } = await taken(page, 'page.html')
  expect(text.slice(text.indexOf('[a]'))).toBe(
    '[a](#li) [b](#img) [c](#span) [d](#div) [e](#hr) [f](#twice) [g](#ц)\n\n- <a id="li"></a>item\n\nA <a id="img"></a>![](a.png) and <a id="span"></a>phrase\n\n<a id="div"></a>bare\n\n<a id="hr"></a>next\n\n<a id="twice"></a>one\n\ntwo\n\n<a id="ц"></a>ц\n',
  )
})

test('notes of a page that are referred to several times, also from notes, lose all links back: GitHub’s and Wikipedia’s', async () => {
  const github =
    '<p>One<sup><a href="#fn-a" id="ref-a">1</a></sup> two<sup><a href="#fn-b" id="ref-b">2</a></sup> again<sup><a href="#fn-a" id="ref-a-2">1</a></sup>.</p><section data-footnotes><h2>Footnotes</h2><ol><li id="fn-a"><p>First.</p><p>Second. <a href="#ref-a">↩</a> <a href="#ref-a-2">↩<sup>2</sup></a> <a href="#ref-a-3">↩<sup>3</sup></a></p></li><li id="fn-b"><p>See<sup><a href="#fn-a" id="ref-a-3">1</a></sup> there. <a href="#ref-b">↩</a></p></li></ol></section>'
  const { text } = await taken(github, 'page.html')
  expect(text.slice(text.indexOf('One'))).toBe('One[^1] two[^2] again[^1].\n\n[^1]: First.\n\n    Second.\n\n[^2]: See[^1] there.\n')
  const wikipedia =
    '<p>And<sup id="ref-0"><a href="#note">[1]</a></sup> more<sup id="ref-1"><a href="#note">[1]</a></sup>.</p><ol><li id="note"><span>^ <a href="#ref-0"><sup><i>a</i></sup></a> <a href="#ref-1"><sup>b</sup></a></span> The source.</li></ol>'
  const other = await taken(wikipedia, 'page.html')
  expect(other.text.slice(other.text.indexOf('And'))).toBe('And[^1] more[^1].\n\n[^1]: The source.\n')
})

test('title and subtitle of the front matter are those of the text, as where they stand in it', async () => {
  const { text, told } = await taken('---\ntitle: The title\nsubtitle: And more\n---\n\n## Part\n\nThe text.\n')
  expect(text).toMatch(/^---\ntitle: The title\nsubtitle: And more\n[\s\S]*---\n\n## Part\n\nThe text\.\n$/)
  expect(told.filter((each) => !each.includes('describe'))).toEqual([])
  const headed = await taken('---\nsubtitle: And more\n---\n\n# The title\n\nThe text.\n')
  expect(headed.text).toContain('title: The title\nsubtitle: And more\n')
})

test('a text of any other name is no page, though a tag stands in it', async () => {
  const text = '# A title\n\nA *word* and <b>another</b>.\n'
  await expect(taken(text, 'README')).rejects.toThrow(/no file that text can be taken from/)
  expect((await taken(text, 'README.MD')).text).toContain('\nA *word* and **another**.\n')
  expect((await taken('Words, and <b>others</b>.', 'page.htm')).text).toContain('\nWords, and **others**.\n')
})

test('a page of links without end is refused', async () => {
  const page = '<p>Words.</p>' + '<a href="#i">b</a><hr id="i">'.repeat(20_001)
  await expect(taken(page, 'page.html')).rejects.toThrow(/too large/)
})
