import { describe, expect, test } from 'vitest'
import type { Failure } from '../../pipeline/problem.ts'
import { parseInline } from '../../pipeline/source/markdown.ts'
import { refuseComplex } from '../../pipeline/source/complexity.ts'

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')

/** After cmark’s test/pathological_tests.py; each kept the parser busy for seconds or minutes. */
const HOSTILE: Readonly<Record<string, string>> = {
  brackets: '['.repeat(50_000),
  pictures: '!['.repeat(20_000),
  'strong in emphasis': '*a **a '.repeat(20_000),
  'emphasis that closes nothing': `a**b${'c* '.repeat(30_000)}`,
  links: '[a](<b'.repeat(20_000),
  'code of all lengths': lines(700, (index) => '`'.repeat(index + 1)).replaceAll('\n', ' a '),
  comments: '<!-- a '.repeat(20_000),
  'deep quotations': `${'> '.repeat(20_000)}x`,
  'deep lists': `${'- '.repeat(5000)}x`,
  'deep notes': '[^a]: '.repeat(5000),
  'lists that lie in each other by their indentation': lines(2000, (index) => `${'  '.repeat(index)}- a`),
  'lines of pipes': 'a|b\n'.repeat(20_000),
  'marks on lines that only look like a table': `|a|b|\n|-|\n${'|[[[\n'.repeat(2000)}`,
  'more marks than memory holds in a list': '*'.repeat(150_000_000),
  spaces: `a${' '.repeat(50_000)}b`,
  'digits and dots': '1.'.repeat(100_000),
  'one long line': 'word '.repeat(5000),
  'rows of a table that are filled up': `|${'a|'.repeat(1000)}\n|${'-|'.repeat(1000)}\n${'|x\n'.repeat(1000)}`,
  'rows of a table in a quotation': `> |${'a|'.repeat(1000)}\n> |${'-|'.repeat(1000)}\n${'> |x\n'.repeat(1000)}`,
  'rows of a table in an item': `- |${'a|'.repeat(1000)}\n  |${'-|'.repeat(1000)}\n${'  |x\n'.repeat(1000)}`,
  'rows of a table in a quotation in an item': `- > |${'a|'.repeat(1000)}\n  > |${'-|'.repeat(1000)}\n${'  > |x\n'.repeat(1000)}`,
  'lines of a quotation': '> word\n'.repeat(20_000),
  'marks on lines of a quotation': '> *a\n'.repeat(20_000),
  'marks after code in a quotation that ended': `> \`\`\`\n> a\n\nb ${'['.repeat(2000)}`,
  'marks on lines of a callout': `> [!NOTE]\n${'> [a\n'.repeat(20_000)}`,
  'many tables that are filled up': `|${'a|'.repeat(100)}\n|${'-|'.repeat(100)}\n${'|x\n'.repeat(10)}\n`.repeat(20),
  'comments in a block of HTML': `<div>\n${'<!-- a '.repeat(20_000)}`,
  'marks after a comment that holds what looks like HTML': `<!--\n<div>\n-->\n${'['.repeat(2000)}`,
  'marks after HTML in an item that ended': `- a\n  <div>\n${'[a'.repeat(2000)}`,
  'marks after HTML in a quotation that ended': `> <div>\n${'[a'.repeat(2000)}`,
  'marks after a script that holds what looks like HTML': `<pre>\n<div>\n</pre>\n${'['.repeat(2000)}`,
  'marks after an element that begins no block': `<em>\na ${'['.repeat(2000)}`,
  'marks on lines that only look like definitions': `a\n${'[a]: [b\n'.repeat(2000)}`,
}

describe('Markdown that would keep the parser busy is refused with its line', () => {
  test.each(Object.keys(HOSTILE))('%s', (name) => {
    const refused = (): void => refuseComplex(`A paragraph.\n\n${HOSTILE[name]!}`, 'document.md')
    expect(refused).toThrow('too complex')
    try {
      refused()
    } catch (error) {
      const [problem] = (error as Failure).problems
      expect([problem?.ruleId, problem?.file]).toEqual(['too-complex', 'document.md'])
      expect(problem!.line).toBeGreaterThan(2)
    }
  })
})

test.each([
  ['of empty lines', `subtitle: |${'\n'.repeat(25_000)}`],
  ['of one long line', `authors: [${','.repeat(25_000)}]`],
  ['of many fields', lines(1000, (index) => `field-${index}: a`)],
])('front matter %s is refused with its line', (_, front) => {
  expect(() => refuseComplex(`---\n${front}\n---\n\nText.\n`, 'document.md')).toThrow('too complex')
})

/** Long, but such as people write. */
const HONEST: Readonly<Record<string, string>> = {
  'a list of links': lines(2000, (index) => `- [a report](https://example.org/${index})`),
  'a table with emphasis': `| name | role |\n|------|:----:|\n${lines(2000, (index) => `| **${index}** | *speaker* |`)}`,
  'a table whose rows leave out cells': `| a | b | c | d |\n|---|---|---|---|\n${lines(1500, () => '| x |')}`,
  'front matter': `---\ntitle: T\ndescription: ${'d'.repeat(2000)}\n${lines(200, (index) => `# ${index}`)}\n---\n\nText.`,
  'code with brackets': `\`\`\`json\n${lines(2000, () => '{ "a": [1, 2] }')}\n\`\`\``,
  'code in a quotation': `> \`\`\`json\n${lines(2000, () => '> { "a": [1, 2] }')}\n> \`\`\`\n\n- a`,
  'code that shows a quotation of code': `\`\`\`md\n> \`\`\`\n${lines(2000, () => '[1, 2]')}\n\`\`\`\n`,
  'definitions of links': `A text.\n\n${lines(2000, (index) => `[${index}]: https://example.org/`)}`,
  'a paragraph of many lines': lines(150, () => 'Words and words, with one *emphasis* and a [link](https://example.org/).'.slice(0, 60)),
  'a table in a quotation, and paragraphs after it': `> |${'a|'.repeat(40)}\n> |${'-|'.repeat(40)}\n> | x |\n${lines(800, (index) => (index % 2 ? '>' : '> A paragraph.'))}`,
  'items in a quotation': lines(2000, (index) => `> - a [report](https://example.org/${index})`),
  'a block of HTML': `<!-- begin -->\n<table>\n${lines(1200, (index) => `  <td><a href="https://example.org/${index}">_A_ [name]</a></td>`)}\n</table>\n\nText.`,
  'a list in a list in a quotation': '> - a\n>   - b\n>     1. c\n>        - d',
}

test.each(Object.keys(HONEST))('%s is not too complex', (name) => {
  expect(() => refuseComplex(HONEST[name]!, 'document.md')).not.toThrow()
})

test('a translation that no parser could read is shown as it is written', () => {
  const text = '!['.repeat(3000)
  expect(parseInline(text)).toEqual([{ type: 'text', value: text }])
})
