import { describe, expect, test } from 'vitest'
import { unshownIn } from '../../pipeline/check/source/unshown.ts'
import { noteTitle } from '../../pipeline/source/chapters.ts'
import { parseMarkdown } from '../../pipeline/source/markdown.ts'

const found = (source: string): (readonly [string, string])[] => {
  const tree = parseMarkdown(source, 'test.md')
  noteTitle(tree, 'The title')
  return unshownIn(tree, source).map(({ reason, start, end }) => [reason, source.slice(start, end)] as const)
}

describe('what no edition shows', () => {
  test.each([
    ['a definition that nothing calls', '- [MS-1]: Standard\n- Text', 'definition-unused', '[MS-1]: Standard'],
    [
      'the same over lines',
      '[One]:\n  https://example.org\n  "Two"\n\nText',
      'definition-unused',
      '[One]:\n  https://example.org\n  "Two"',
    ],
    [
      'an address left over beside one that is called',
      '[a] b\n\n[a]: one.md\n\n[c]: https://example.org',
      'definition-left',
      '[c]: https://example.org',
    ],
    ['a text in its form beside one that is called', '[a] b\n\n[a]: one.md\n\n[MS-1]: Standard', 'definition-unused', '[MS-1]: Standard'],
    [
      'an item in its form beside one that is called',
      '[a] b\n\n[a]: one.md\n\n- [c]: https://example.org',
      'definition-unused',
      '[c]: https://example.org',
    ],
    ['a list of sources alone', 'Text\n\n[1]: https://example.org', 'definition-unused', '[1]: https://example.org'],
    ['a second definition of a name', '[a] b\n\n[a]: one.md\n\n[A]: two.md', 'definition-twice', '[A]: two.md'],
    ['the title of a definition', '[a] b\n\n[a]: one.md "Words"', 'definition-title', '[a]: one.md "Words"'],
    ['a note that nothing calls', 'Text\n\n[^a]: Words.\n    More words.', 'note-uncalled', '[^a]: Words.\n    More words.'],
    ['a note that calls itself', 'Text\n\n[^a]: Words[^a].', 'note-uncalled', '[^a]: Words[^a].'],
    ['a second note of a name', 'Text[^a]\n\n[^a]: One.\n\n[^a]: Two.', 'note-twice', '[^a]: Two.'],
    ['a heading of signs that nobody sees', '## \u200B\u00AD\n\nText', 'heading-empty', '## \u200B\u00AD'],
    ['a note without words', 'Text[^a]\n\n[^a]:', 'note-empty', '[^a]:'],
    ['a cell beyond the head', '| a |\n| - |\n| b | c |', 'cell-beyond', '| c |'],
    ['words after a fence', '```js Listing one\ncode\n```', 'fence-words', 'Listing one'],
    ['an empty item', '- One\n-\n- Two', 'item-empty', '-'],
    ['an item with a definition alone', '[a] b\n\n- [a]: one.md', 'item-empty', '- [a]: one.md'],
    ['an empty heading', '##\n\nText', 'heading-empty', '##'],
    ['a link without words', 'Text [](https://example.org)', 'link-empty', '[](https://example.org)'],
  ])('%s', (_, source, reason, words) => {
    expect(found(source)).toEqual([[reason, words]])
  })

  test.each([
    ['what is called', '[a], [b][A], ![c][d]\n\n[a]: one.md\n[d]: d.png "Caption"'],
    ['a name in other letters', '[ẞ]\n\n[SS]: one.md'],
    ['a note that a note calls', 'Text[^a]\n\n[^a]: One[^b].\n\n[^b]: Two.'],
    ['a note that a caption calls', '![a](a.png "One[^A]")\n\n![b][c]\n\n[c]: c.png "Two[^b]"\n\n[^a]: One.\n\n[^b]: Two.'],
    ['the same definition twice', '[a]\n\n[a]: one.md\n\n[a]: one.md'],
    ['remarks as definitions', '[//]: # (A remark)\n\n[comment]: <> (Another)\n\nText'],
    ['comments', '<!-- one -->\n\nText <!-- two -->\n\n- <!-- three -->\n  Text'],
    ['a title', '# The title\n\nText'],
    ['boxes to tick', '- [x] Done\n- [ ] **To** do'],
    ['short rows and escaped pipes', '| a | b |\n| - | - |\n| `c \\| d` |'],
    ['the language of code and its settings', '```js {1,3} title="x.js"\ncode\n```\n\n~~~\n\n~~~'],
    ['numbers of lists and lines of signs', '3. One\n4. Two\n\n***\n\nText\n===='],
    ['entities, escapes, breaks and addresses', 'A &amp; B&nbsp;\\*C  \nD<br>E www.example.org <https://example.org>, a@example.org'],
    ['a callout', '> [!NOTE]\n> One\n\n> [!TIP]\n>\n> - Two'],
    ['quotations and their lazy lines', '> One\ntwo\n> > three\n\n1. a\n\n   > b'],
    ['raw HTML, which another rule finds', '<div class="x">Text</div>\n\nA <b>b</b>'],
  ])('is none of %s', (_, source) => {
    expect(found(source)).toEqual([])
  })
})
