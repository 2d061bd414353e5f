import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../pipeline/source/markdown.ts'
import { joinTrees, cutMarkdown } from '../../pipeline/source/pieces.ts'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkFrontmatter, ['yaml']).freeze()
const FRONT = '---\ntitle: "T\n\n  Two"\n---\n\n'

const TRICKY = `Text with [a link][one], [two] and a note[^n].

- item

  its second paragraph

- another

Paragraph after the list.
Setext
======

> quoted
lazy

> more

| a | b |
|---|---|
| 1 | 2 |

[one]: https://one.example/ "One"
[two]: <https://two.example/>

[^n]: The note.

    Its second paragraph.

1. first

2. second

    indented code

After.
`

/** Real Markdown without what must stay whole, long enough to be cut. */
const real = globSync('node_modules/{remark,mdast,unist,micromark}*/readme.md')
  .sort()
  .map((file) =>
    readFileSync(file, 'utf8')
      .replaceAll(/^ *(`{3,}|~{3,})[\s\S]*?^ *\1.*$/gm, 'Code.')
      .replaceAll(/<[^>\n]*>|~~~|```/g, ''),
  )
  .join('\n\n')
  .slice(0, 150_000)

describe('a long text parsed in pieces', () => {
  test.each([
    ['made for the purpose', FRONT + TRICKY.repeat(200)],
    ['of the kind that people write', FRONT + real],
    ['without front matter', TRICKY.repeat(150)],
  ])('gives the tree of the whole: %s', (_, text) => {
    const pieces = cutMarkdown(text)
    expect(pieces.length).toBeGreaterThan(10)
    expect(pieces.map((piece) => piece.text.slice(piece.start, piece.end)).join('')).toBe(text)
    const joined = joinTrees(pieces.map((piece) => ({ ...piece, tree: parser.parse(piece.text) })))
    const whole = parser.parse(text).children
    expect(joined.children).toEqual(whole)
    expect(parseMarkdown(text, 'test.md').children).toEqual(whole)
  })

  test('stays whole where code or HTML may hold what looks like a block', () => {
    for (const block of ['```\n\n# no heading\n\n```', '<!--\n\n# no heading\n\n-->', '<pre>\n\n# no heading\n\n</pre>'])
      expect(cutMarkdown(`${TRICKY.repeat(200)}\n\n${block}\n`)).toHaveLength(1)
  })
})

test('a text is parsed as by the plain parser, whether it holds addresses or not', () => {
  const files = globSync('node_modules/{remark,mdast,unist,micromark}*/readme.md').sort()
  const texts = files.map((file) =>
    readFileSync(file, 'utf8')
      .slice(0, 20_000)
      .replaceAll(/<!--[\s\S]*?-->/g, ''),
  )
  const without = texts.map((text) => text.replaceAll(/\S*(?:@|www\.|:\/\/)\S*/gi, 'somewhere'))
  for (const text of [TRICKY, ...texts, ...without]) expect(parseMarkdown(text, 'test.md').children).toEqual(parser.parse(text).children)
})
