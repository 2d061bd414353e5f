import fc from 'fast-check'

/** Words with all letters that the faces join, or that a language has alone; the same number is the same word. */
const WORDS = {
  en: ['difference', 'sufficient', 'afflict', 'office', 'fjord', 'baffling', 'cuff', 'fiftieth', 'offline', 'waffle', 'effort', 'affix'],
  sq: ['efficiencë', 'çështje', 'ndryshim', 'afishe', 'zyrë', 'mbështetje', 'fletë', 'gjuhë', 'përfshirje', 'fillim', 'ofertë', 'shkëmbim'],
  mk: ['безбедност', 'ѓубриво', 'ќебе', 'значајна', 'подготовка', 'глава', 'допис', 'бегство', 'патеписот', 'ѕвезда', 'џебот', 'љубов'],
  'sr-Cyrl': ['безбедност', 'ђубриво', 'ћебе', 'значајна', 'припрема', 'глава', 'допис', 'бекство', 'путопис', 'звезда', 'џепови', 'љубав'],
} as const

/** A text of the English in the words of another language; what is no word of ours stays. */
export function translated(text: string, tag: keyof typeof WORDS): string {
  return text.replaceAll(/(?<![\p{L}\d/`-])\p{Ll}+(?![\p{L}\d/`-])/gu, (word) => WORDS[tag][WORDS.en.indexOf(word as 'cuff')] ?? word)
}

const word = fc.constantFrom(...WORDS.en)
const words = fc.array(word, { minLength: 1, maxLength: 9 }).map((all) => all.join(' '))

/** What stands in a line, with what may stand in it. */
const { line } = fc.letrec<{ line: string; part: string }>((tie) => ({
  line: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')),
  part: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    words,
    tie('line').map((inner) => `*${inner}*`),
    tie('line').map((inner) => `**${inner}**`),
    tie('line').map((inner) => `~~${inner}~~`),
    tie('line').map((inner) => `[${inner.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')}](https://example.org/a_b?c=d&e=f)`),
    words.map((inner) => `\`${inner}\``),
    fc.constantFrom(
      'https://example.org/path/to/the/page.html',
      'a@example.org',
      '1,234.5',
      '±½',
      '“'.concat('quoted”'),
      'CO₂',
      'KCSS-based',
    ),
    words.map((inner) => `![${inner}](map.png)`),
    words.map((inner) => `${inner}[^note]`),
  ),
}))

const indented = (text: string, first: string, rest = ' '.repeat(first.length)): string =>
  text
    .split('\n')
    .map((each, index) => (index === 0 ? first : each === '' ? '' : rest) + each)
    .join('\n')

/** What stands by itself, with what may stand in it. */
const { blocks } = fc.letrec<{ blocks: string; block: string }>((tie) => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((all) => all.join('\n\n')),
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    line,
    line,
    fc
      .tuple(fc.constantFrom('- ', '- [x] ', '- [ ] '), fc.array(tie('blocks'), { minLength: 1, maxLength: 4 }))
      .map(([mark, items]) => items.map((item) => indented(item, mark, '  ')).join('\n')),
    fc
      .tuple(fc.constantFrom(1, 8, 98, 998), fc.array(tie('blocks'), { minLength: 1, maxLength: 4 }))
      .map(([start, items]) => items.map((item, index) => indented(item, `${start + index}. `, '     ')).join('\n\n')),
    tie('blocks').map((inner) => indented(inner, '> ', '> ').replaceAll(/^$/gm, '>')),
    fc
      .tuple(fc.constantFrom('NOTE', 'TIP', 'WARNING'), tie('blocks'))
      .map(([kind, inner]) => indented(`[!${kind}]\n${inner}`, '> ', '> ').replaceAll(/^$/gm, '>')),
    fc.array(words, { minLength: 0, maxLength: 5 }).map((lines) => `\`\`\`js\n${lines.join('\n')}\n\`\`\``),
    fc
      .integer({ min: 1, max: 5 })
      .chain((columns) =>
        fc
          .tuple(
            fc.array(line, { minLength: columns, maxLength: columns }),
            fc.array(fc.array(fc.oneof(line, fc.constant('')), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }),
          )
          .map(([head, rows]) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')),
      ),
    words.map((inner) => `![${inner}](map.png "${inner}")`),
    words.map((inner) => `${inner}\\\n${inner}<br>${inner} H<sub>2</sub>O <kbd>Ctrl</kbd>`),
    fc.constant('---'),
  ),
}))

/** The Markdown of a document’s body: sections of anything in anything. */
export const anyDocument = fc.array(fc.tuple(line, blocks, words, blocks), { minLength: 1, maxLength: 3 }).map((sections) => {
  const text = sections.map(([heading, first, deeper, second]) =>
    [`## ${heading.replaceAll(/!\[[^\]]*\]\([^)]*\)|\[\^note\]/g, '')} end`, first, `### ${deeper}`, second].join('\n\n'),
  )
  const note = text.some((each) => each.includes('[^note]')) ? ['[^note]: A difference of five.'] : []
  return [...text, ...note].join('\n\n')
})
