import { describe, expect, test } from 'vitest'
import { createInterface } from '../../pipeline/edition/interface.ts'
import { createLookup } from '../../pipeline/catalog/lookup.ts'
import { phraseOf } from '../../pipeline/edition/phrase.ts'
import { phraseHtml } from '../../pipeline/html/body.ts'
import { webAddresses } from '../../pipeline/html/page-addresses.ts'
import type { SegmentKind } from '../../pipeline/model/document.ts'
import type { Catalog } from '../../pipeline/model/catalog.ts'
import { parseMarkdown } from '../../pipeline/source/markdown.ts'
import { passagesOf } from '../../pipeline/source/passages.ts'

const site: Catalog = { tag: 'en', namespace: 'site', file: 'site.json', entries: new Map() }
const words = createInterface('en', await createLookup([site]), { english: site, translations: [] })
const html = (text: string, kind?: SegmentKind): string =>
  phraseHtml(phraseOf('en', { text, tag: 'en' }, text, '', kind), words, webAddresses({ tag: 'en', document: 'paper' }))
const texts = (source: string): string[] => passagesOf(parseMarkdown(source, 'test.md'), source, 'test.md').map(({ text }) => text)

describe('comments are in no text', () => {
  test.each([
    ['between blocks', 'One.\n\n<!-- to do -->\n\nTwo.', ['One.', 'Two.']],
    ['of several lines', 'One.\n\n<!-- to\n\ndo -->\n\nTwo.', ['One.', 'Two.']],
    ['right before a paragraph', '<!-- to do -->\nOne.', ['One.']],
    ['in a heading', '## One <!-- omit in toc -->', ['One']],
    ['in a sentence', 'One <!-- a --> two<!-- b -->, three.', ['One two, three.']],
    ['at the ends of emphasis', '*One <!-- a -->* **<!-- b --> two**.', ['*One* **two**.']],
    ['over two lines of a quotation', '> One <!-- a\n> b --> two', ['One two']],
    ['in a cell', '| One <!-- a --> |\n| --- |\n| <!-- b --> |', ['One']],
    ['in an item', '- <!-- a -->\n  One\n- two', ['One', 'two']],
    ['though code has them', 'One `<!-- two -->`', ['One `<!-- two -->`']],
    ['empty ones', 'One <!----> two <!--> three', ['One two three']],
  ])('%s', (_, source, expected) => {
    expect(texts(source)).toEqual(expected)
  })

  test('and in no translation', () => {
    expect(html('Një <!-- pyet Anën --> dy')).toBe('Një dy')
  })
})

describe('“translate: no” keeps', () => {
  test.each([
    ['the paragraph after it', '<!-- translate: no -->\nKept.\n\nTaken.', ['Taken.']],
    ['the list after an empty line', '<!-- translate: no -->\n\n- Kept\n- Kept\n\nTaken.', ['Taken.']],
    ['a table', '<!-- translate:no -->\n| Kept |\n| --- |\n\nTaken.', ['Taken.']],
    ['a block in an item', '- Taken\n\n  <!-- translate: no -->\n  Kept', ['Taken']],
    ['the heading that it stands in', '## Kept <!-- translate: no -->\n\nTaken.', ['Taken.']],
    ['the cell that it stands in', '| Taken | Kept <!-- Translate: No --> |\n| --- | --- |', ['Taken']],
    ['a note', 'Taken[^a].\n\n<!-- translate: no -->\n[^a]: Kept.', ['Taken[^a].']],
    ['nothing where another word stands', '<!-- translate: now -->\nTaken.', ['Taken.']],
  ])('%s', (_, source, expected) => {
    expect(texts(source)).toEqual(expected)
  })
})

describe('of HTML are taken', () => {
  test.each([
    ['a break of the line', 'One<br>two<BR />three', 'One<br>\ntwo<br>\nthree'],
    [
      'what is lowered, raised or pressed',
      'H<sub>2</sub>O, m<sup>*3*</sup>, <kbd>C</kbd>',
      'H<sub>2</sub>O, m<sup><em>3</em></sup>, <kbd>C</kbd>',
    ],
    ['one in another', '<kbd>a<sub>1</sub></kbd>', '<kbd>a<sub>1</sub></kbd>'],
    ['abbreviations', '<abbr title="A &amp; &#34;B&quot;">AB</abbr>', '<abbr title="A &#x26; &#x22;B&#x22;">AB</abbr>'],
  ])('%s', (_, source, expected) => {
    expect(html(source)).toBe(expected)
  })

  test.each([
    ['any other tag', 'a <b>b</b>'],
    ['a tag without its partner', 'a <sub>b'],
    ['a partner in other marks', '*a <sub>b* c</sub>'],
    ['attributes', '<sub onclick="alert(1)">2</sub>'],
    ['attributes of an abbreviation', '<abbr title="a" style="color: red">A</abbr>'],
    ['nothing in it', 'a <sub></sub>'],
  ])('but not %s: it is shown as it is written', (_, source) => {
    expect(html(source)).toContain('&#x3C;')
    expect(html(source)).not.toMatch(/<(?:b|sub|abbr)\b/)
  })
})

describe('a callout', () => {
  const callout = (source: string) => (parseMarkdown(source, 'test.md').children[0] as { data?: { alert?: string } }).data?.alert

  test.each([
    ['> [!NOTE]\n> One.', 'note', 'One.', 2],
    ['> [!tip]  \n> One.', 'tip', 'One.', 2],
    ['> [!IMPORTANT]\\\n> One.', 'important', 'One.', 2],
    ['> [!WARNING]\n>\n> One.', 'warning', 'One.', 3],
    ['> [!CAUTION]\nOne.', 'caution', 'One.', 2],
    ['> [!NOTE]\n> Of www.example.org one.', 'note', 'Of www.example.org one.', 2],
    ['> [!NOTE]\n> [One](https://example.org).', 'note', '[One](https://example.org).', 2],
    ['> [!NOTE]\n> **One** `two`.', 'note', '**One** `two`.', 2],
    ['> [!NOTE] **One.**', undefined, '[!NOTE] **One.**', 1],
    ['> [!NOTE] One.', undefined, '[!NOTE] One.', 1],
    ['> [!NEWS]\n> One.', undefined, '[!NEWS] One.', 1],
  ])('%j', (source, alert, text, line) => {
    expect(callout(source)).toBe(alert)
    const [passage] = passagesOf(parseMarkdown(source, 'test.md'), source, 'test.md')
    expect([passage!.text, passage!.place.line]).toEqual([text, line])
  })
})

test('a pipe in the code of a cell shows as one, escaped or not', () => {
  expect(texts('| Or `a \\| b` |\n| --- |')).toEqual(['Or `a | b`'])
  expect(html('`a \\| b`', 'cell')).toBe(html('`a | b`', 'cell'))
  expect(html('`a \\| b`')).toBe('<code>a \\| b</code>')
})

test('only two tildes strike through', () => {
  expect(html('H~2~O ~~not~~')).toBe('H~2~O <del>not</del>')
})
