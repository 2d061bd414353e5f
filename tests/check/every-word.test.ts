import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { unshownIn } from '../../pipeline/check/source/unshown.ts'
import { parseMarkdown } from '../../pipeline/source/markdown.ts'
import { createPublication, png, type SmallPublication } from '../small-publication.ts'

/**
 * Documents of every construct in every other, whose words are told apart by a number: W of text, T of a title, K of code, N
 * of what is kept from translation, F after a fence, R of raw HTML, C of a comment.
 */
const SEEDS = Number(process.env['SEEDS'] ?? 60)
/** Between blocks: two lists would else be one. */
const APART = '\n\n<!-- -->\n\n'
/** Documents that are published at a time. */
const AT_A_TIME = 60

const NAMES = ['aa', 'bb', 'cc']
const name = fc.constantFrom(...NAMES)

const { inline } = fc.letrec<{ inline: string; one: string }>((tie) => ({
  one: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.constantFrom('§W', '§W', '`§K`', '<!-- §C -->', '![§W](p.png)', '\\*', '&amp;', '<br>', '<b>§R</b>', 'www.example.org'),
    name.map((each) => `[^${each}]`),
    tie('inline').map((words) => `*${words}*`),
    tie('inline').map((words) => `**${words}**`),
    tie('inline').map((words) => `~~${words}~~`),
    tie('inline').map((words) => `<sub>${words}</sub>`),
    tie('inline').map((words) => `<abbr title="§T">${words}</abbr>`),
    tie('inline').map((words) => `[${words}](https://example.org "§T")`),
    fc.tuple(tie('inline'), name).map(([words, to]) => `[${words}][${to}]`),
  ),
  inline: fc.array(tie('one'), { minLength: 1, maxLength: 2 }).map((parts) => ['§W', ...parts].join(' ')),
}))

const cells = (count: number) => fc.array(inline, { minLength: count, maxLength: count }).map((row) => `| ${row.join(' | ')} |`)
const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 }))
  .chain(([columns, width]) => fc.tuple(cells(columns), fc.constant(`|${' - |'.repeat(columns)}`), cells(width)))
  .map((lines) => lines.join('\n'))
const indented = (text: string, first: string, others: string): string => first + text.replaceAll(/\n(?=[^\n])/g, `\n${others}`)

const { blocks } = fc.letrec<{ blocks: string; block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    inline,
    inline.map((words) => `## ${words}`),
    table,
    fc.constantFrom('```js Listing §F\n§K\n```', '```js\n§K\n\n§K\n```', '```\n```', '***', '<!-- §C\n\n§C -->', '<div>§R</div>'),
    fc.constantFrom('<!-- translate: no -->\n§N *§N*', '<!-- translate: no -->\n\n> §N\n>\n> - §N', '<!-- translate: no -->\n1. §N'),
    name.map((each) => `[${each}]: https://example.org/${each}`),
    name.map((each) => `[${each}]: <x> "§T"`),
    fc.tuple(name, tie('blocks')).map(([each, text]) => indented(/\[\^\w+\]: /.test(text) ? '§W' : text, `[^${each}]: `, '    ')),
    tie('blocks').map((text) => indented(text, '- ', '  ')),
    tie('blocks').map((text) => `${indented(text, '1. ', '   ')}\n2. §W`),
    tie('blocks').map((text) => `> ${text.replaceAll('\n', '\n> ')}`),
    tie('blocks').map((text) => `> [!NOTE]\n> ${text.replaceAll('\n', '\n> ')}`),
  ),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((parts) => parts.join(APART)),
}))

const FRONT = '---\ntitle: Title\nkind: Note\ndescription: Of words.\ndate: 2018-06-08\n---\n\n'
const source = fc.array(blocks, { minLength: 1, maxLength: 3 }).map((parts) => {
  let count = 0
  return FRONT + parts.join(APART).replaceAll(/§(\w)/g, (_, kind: string) => `${kind.toLowerCase()}q${count++}q`) + '\n'
})

const publications: SmallPublication[] = []
afterAll(() => publications.forEach((publication) => publication.remove()))

test('every word of a source is shown and translated, or told', () => {
  const sources = fc.sample(source, { numRuns: SEEDS, ...(process.env['SEED'] && { seed: Number(process.env['SEED']) }) })
  for (let at = 0; at < sources.length; at += AT_A_TIME) {
    const some = sources.slice(at, at + AT_A_TIME)
    const publication = createPublication({
      'content/publication.yaml': 'title: Notes\npublisher: The tests\neditions: [en]\n',
      ...Object.fromEntries(
        some.flatMap((text, index) => [
          [`content/d${index}/document.md`, text],
          [`content/d${index}/p.png`, png(2, 2)],
        ]),
      ),
    })
    publications.push(publication)
    expect(publication.run('sync').said).not.toContain('refused')
    publication.run('build', '--format', 'html')
    for (const [index, text] of some.entries()) {
      const page = publication.read(`output/en/d${index}/index.html`)
      const catalog = publication.read(`locales/en/d${index}.json`)
      expect({ text, faults: faultsOf(text, page, catalog) }).toEqual({ text, faults: [] })
    }
  }
})

/** The words of a source that are not where they belong. */
function faultsOf(text: string, page: string, catalog: string): string[] {
  const told = unshownIn(parseMarkdown(text, 'test.md'), text)
  return [...text.matchAll(/[wtknfrc]q\d+q/g)].flatMap(({ 0: word, index }) => {
    const isTold = told.some(({ start, end }) => start <= index && index < end)
    const isShown = page.includes(word)
    const isTranslated = catalog.includes(word)
    if (word[0] === 'c') return isShown || isTranslated ? [`${word} is a comment’s`] : []
    if (isTold) return isShown && !page.includes(`title="${word}"`) ? [`${word} is told and shown`] : []
    if (!isShown) return [`${word} is neither told nor shown`]
    if (word[0] === 'n') return isTranslated ? [`${word} is translated`] : []
    return isTranslated || word[0] === 'k' || word[0] === 'r' ? [] : [`${word} is not translated`]
  })
}
