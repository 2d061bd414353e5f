import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PAPERS } from '../../pipeline/html/paper.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'
import { callsOf, pageOf, strayedIn } from './any/calls.ts'
import { coveringIn, itemsOf, pagesOf } from './any/items.ts'
import { notedDocument, report } from './noted-document.ts'

/** `NOTED_DOCUMENTS=50` tries so many on each paper, `NOTED_SEED=…` others. */
const COUNT = Number(process.env['NOTED_DOCUMENTS'] ?? 2)
const SEED = Number(process.env['NOTED_SEED'] ?? 1)

const MILLIMETRE = 72 / 25.4
const FRONT = '---\ntitle: A paper\nkind: Paper\ndescription: D.\ndate: 2018-06-08\n---\n\n'

const KINDS = `## One[^heading]

Text with three calls[^a][^b][^c] in a line. ${'Some words of its text. '.repeat(20)}

| A | B[^table] |
| --- | --- |
| a | b |

*Italics with a note[^slanted] in them.* A note that calls another[^outer].

[^heading]: Of a heading.
[^a]: Of A.
[^b]: Of B.
[^c]: Of C, ${'which is too long for the margin, '.repeat(20)}.
[^table]: Of a table.
[^slanted]: Of italics.
[^outer]: See there[^inner].
[^inner]: Of a note.
`

/** A note that ends in a sign that reaches below its line, at the foot of the only page. */
const LOWERED = 'Text[^low].\n\n[^low]: Two\n\n    paragraphs of H<sub>page</sub>\n'

/** A note each line of which begins with an element that bears a mark: wherever it is parted, one of them goes on overleaf. */
const BEGUN = `Text[^begun]. ${'Some words of its text. '.repeat(60)}

[^begun]: It goes on.
${Array.from({ length: 90 }, (_, line) => `\n    *<abbr title="The number ${line}">No. ${line}</abbr>*, and more.\n`).join('')}`

/** Code that is wider than the text, after what calls notes: wherever the page of these ends, it does not stand beside them. */
const CODED = Array.from(
  { length: 8 },
  (_, at) =>
    `${'Some words of its text. '.repeat(at * 9 + 9)}[^${at}]\n\n\`\`\`\n${`${'code,'.repeat(15)}\n`.repeat(14)}\`\`\`\n\n[^${at}]: Note ${at}: ${'which is too long for the margin, '.repeat(20)}.`,
).join('\n\n')

interface Structure {
  readonly role?: string
  readonly children?: readonly Structure[]
}

/** The roles around each element of a role. */
function rolesAround(root: Structure, role: string, around: readonly string[] = []): (readonly string[])[] {
  const own = root.role === role ? [around] : []
  return [...own, ...(root.children ?? []).flatMap((child) => rolesAround(child, role, [...around, root.role ?? '']))]
}

describe.each(['A4', 'A5', 'Letter'] as const)('notes on %s', (paper) => {
  let publication: SmallPublication
  let told: string
  const documents: Record<string, string> = {
    kinds: KINDS,
    lowered: LOWERED,
    begun: BEGUN,
    coded: CODED,
    report,
    ...Object.fromEntries(
      fc.sample(notedDocument, { numRuns: COUNT, seed: SEED + paper.length }).map((body, index) => [`any-${index}`, body]),
    ),
  }

  beforeAll(() => {
    publication = createPublication({
      'content/publication.yaml': `title: Tests\npublisher: The tests\npaper: ${paper}\neditions: [en]\n`,
      ...Object.fromEntries(Object.entries(documents).map(([name, body]) => [`content/${name}/document.md`, `${FRONT}${body}\n`])),
    })
    publication.run('sync')
    told = publication.run('build').said
    if (/error|cannot/.test(told)) throw new Error(told)
  })

  afterAll(() => publication?.remove())

  test('every print conforms', () => {
    const { said, status } = publication.run('verify')
    expect(said).toContain('No problems')
    expect(status).toBe(0)
  })

  test.each(Object.keys(documents))(
    '%s: every note stands on the page of its call or is told with its line, within the page, and covers nothing',
    async (name) => {
      const pdf = await publication.pdf('en', name)
      const count = documents[name]!.match(/^\[\^[^\]]+\]: /gm)!.length
      const calls = await callsOf(pdf)
      expect(new Set(calls.map((each) => each.name)).size).toBe(count)
      const findings = told.matchAll(/content\/(.*)\/document\.md:\d+:\d+ {2}In the PDF.*\n.*found {5}Note (\d+):/g)
      const misplaced = new Set([...findings].flatMap(([, document, note]) => (document === name ? [`fn-${note}`] : [])))
      expect(strayedIn(calls.filter((call) => !misplaced.has(call.name)))).toEqual([])
      const { width, margins, aside } = PAPERS[paper]
      const pages = await Promise.all((await pagesOf(pdf)).map(itemsOf))
      for (const [index, items] of pages.entries()) {
        if (index === 0) continue
        const out = items.filter(
          ({ text, right, foot }) =>
            right > (width - margins.right) * MILLIMETRE + 1 || (foot < margins.bottom * MILLIMETRE - 2 && !/^(?:page |\d+$)/.test(text)),
        )
        expect(out.map(({ text }) => text)).toEqual([])
        expect(coveringIn(items)).toEqual([])
      }
      if (name === 'kinds')
        expect(aside > 0).toBe(pages.flat().some(({ text, left }) => text.includes('Of A') && left > (width * MILLIMETRE) / 2))
    },
  )

  test('no note interrupts what calls it: each stands in the structure beside its paragraph, with its number', async () => {
    const pdf = await publication.pdf('en', 'kinds')
    const trees = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, index) => (await pdf.getPage(index + 1)).getStructTree()),
    )
    const notes = trees.flatMap((tree) => rolesAround(tree as Structure, 'Note'))
    expect(notes.length).toBeGreaterThanOrEqual(8)
    for (const around of notes) expect(around.filter((role) => /^(?:P|H\d|Em|Span|TD|TH|Link|Reference)$/.test(role))).toEqual([])
    expect(trees.flatMap((tree) => rolesAround(tree as Structure, 'Lbl')).filter((around) => around.at(-1) === 'Note').length).toBe(8)
  })

  test('nothing of a note reaches below the foot of its page, which would begin another', async () => {
    expect((await publication.pdf('en', 'lowered')).numPages).toBe(1)
  })

  test('a call and its note lead to each other', async () => {
    const pdf = await publication.pdf('en', 'kinds')
    const pages = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, index) => (await pdf.getPage(index + 1)).getAnnotations()),
    )
    const targets = pages.flat().flatMap(({ dest }: { dest?: string }) => dest ?? [])
    for (const name of ['heading', 'a', 'table', 'inner']) {
      expect(targets).toContain(`fn-${name}`)
      expect(targets).toContain(`fnref-${name}`)
      expect(await pageOf(pdf, `fnref-${name}`)).toBe(await pageOf(pdf, `fn-${name}`))
    }
  })
})
