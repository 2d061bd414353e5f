import { logoView } from '../html/logo.ts'
import { webPage } from '../html/web-page.ts'
import { parallelEdition, type Columns } from '../edition/parallel.ts'
import type { Composed, Maker } from './format.ts'
import { beginCard } from './press.ts'
import { pdfName, pagePath } from '../html/file-names.ts'

/** Composes a parallel edition of the editions in its columns. It tells the facts of the first, and which stand beside it. */
export function composeParallel(columns: readonly Composed[]): Composed {
  const [first, ...others] = columns
  const { words, facts } = first!
  const edition = parallelEdition(columns.map((each) => each.edition) as unknown as Columns)
  return {
    edition,
    words: { ...words, beside: new Map(others.map((each) => [each.edition.tag, each.words])) },
    facts: { ...facts, state: edition.draft ? 'draft' : 'final', beside: others.map((each) => each.edition.tag) },
    columns,
  }
}

/** Makes the web page of a parallel edition. Its pictures stand beside the page of its first column, and those of single languages beside their own. */
const beginParallelPage: Maker = (of, { siblings, beside }, { publication, theme, makers, assets, logo }) => ({
  abandon: () => undefined,
  render: async ({ edition, words, columns }) => ({
    finish: async ({ artifactsOf }) => {
      const root = '../../../'
      const page = webPage(edition, publication, words, theme, {
        root,
        stylesheet: `${root}${assets!.stylesheet}`,
        script: `${root}${assets!.script}`,
        pdf: makers.has('pdf') ? pdfName(of) : undefined,
        search: undefined,
        site: { editions: siblings, beside, zip: undefined, books: [], hasPress: makers.has('press'), columns },
        logo: logo?.address === undefined ? undefined : logoView(logo.picture, `${root}${logo.address}`),
      })
      const pdf = (await artifactsOf('pdf'))[0]?.bytes.byteLength
      return [{ path: pagePath(of), bytes: new TextEncoder().encode(page({ pdf })) }]
    },
  }),
})

/** Makers of parallel editions, of those formats that they have. */
export function parallelMakers(makers: ReadonlyMap<string, Maker>): ReadonlyMap<string, Maker> {
  const own = new Map([...makers, ['html', beginParallelPage], ['press', beginCard]] as const)
  return new Map(['html', 'pdf', 'press'].flatMap((format) => (makers.has(format) ? [[format, own.get(format)!] as const] : [])))
}
