import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../../../pipeline/build.ts'
import { openProject } from '../../../pipeline/project/project.ts'
import type { Tag } from '../../../pipeline/model/language.ts'
import type { PaperName } from '../../../pipeline/model/publication.ts'
import { openPrinter } from '../../../pipeline/pdf/printer.ts'
import type { Problem } from '../../../pipeline/problem.ts'
import { createPublication, png } from '../../small-publication.ts'
import { NOTE, type PICTURES } from './lines.ts'
import { TRANSLATED, translated } from './words.ts'

export const TAGS = ['en', 'sq', 'mk', 'sr-Cyrl', 'sr-Latn'] as const satisfies readonly Tag[]

/** A section of a document. */
export interface Passage {
  readonly number: number
  readonly text: string
  /** Whether something in it is so wide that a build may refuse it. */
  readonly isWide: boolean
}

/** What stands in every document, in the size that its style gives it. */
export const SENTINEL = 'Unchanged.'

const LONG = 'Interinstitutionalisation'.repeat(6)
/** No code is parted with a hyphen, which would be a sign of it. */
const CODE = '2018/14-'.repeat(20)
/** What the front matter says besides. */
const FRONTS = [
  'subtitle: The office',
  'subtitle: The office\nauthors: [Ana Cuff, Ben Fjord]\nisbn: "978-0-306-40615-7"\nlicence: https://creativecommons.org/licenses/by/4.0/',
  'numbering: roman-front\nreference: "2018/14"\nlicence: The office of the affix',
  `subtitle: ${LONG}\nreference: ${CODE}\nlicence: ${LONG}\ncover: { picture: photo.jpg, alternative: A cuff }`,
]

/** A document, and on which line each of its passages begins. */
function documentOf(passages: readonly Passage[]): { readonly text: string; readonly starts: readonly number[] } {
  const front = FRONTS[passages[0]!.number % FRONTS.length]!
  let text = `---\ntitle: A difference\nkind: Difference of office\ndescription: A difference.\ndate: 2018-06-08\n${front}\n---\n\n## cuff\n\n<!-- translate: no -->\n${SENTINEL}\n`
  const starts = passages.map(({ number, text: body }) => {
    const line = text.split('\n').length + 1
    text += `\n${body.replaceAll(NOTE, `${NOTE.slice(0, -1)}-${number}]`)}\n`
    return line
  })
  return { text, starts }
}

const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAWEAEBAQAAAAAAAAAAAAAAAAAAFGH/xAAVAQEBAAAAAAAAAAAAAAAAAAAEBf/EABcRAAMBAAAAAAAAAAAAAAAAAAADFFH/2gAMAwEAAhEDEQA/AINGgL0CMEWu0//Z',
  'base64',
)
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64')
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><defs><linearGradient id="g"><stop stop-color="#a00"/><stop offset="1" stop-color="#00a" stop-opacity="0.5"/></linearGradient></defs><rect width="90" height="60" fill="url(#g)"/><path d="M5 5 L80 50" stroke="#070" opacity="0.4"/></svg>'
const BESIDE: Readonly<Record<(typeof PICTURES)[number] | 'annex.txt', string | Uint8Array>> = {
  'map.png': png(90, 60),
  'photo.jpg': JPEG,
  'chart.gif': GIF,
  'drawing.svg': SVG,
  'annex.txt': 'An annex.',
}

/** What came of an edition: its PDF, or why there is none, with the passage that is told. */
export interface Outcome {
  readonly document: number
  readonly tag: Tag
  readonly pdf: Uint8Array | undefined
  readonly problem: Problem | undefined
  readonly told: Passage | undefined
  /** The passages of the notes that are told to stand elsewhere than at the foot of their page. */
  readonly misplaced: readonly Passage[]
}

/**
 * Publishes documents of passages in some languages, in one build. Every other is translated; the others are drafts.
 * @returns an outcome for each edition of each document
 */
export async function publishPassages(
  documents: readonly (readonly Passage[])[],
  tags: readonly Tag[],
  paper: PaperName,
): Promise<Outcome[]> {
  const written = documents.map(documentOf)
  const small = createPublication({
    'content/publication.yaml': `title: Any\npublisher: Any\npaper: ${paper}\neditions: [${TAGS.join(', ')}]\n`,
    ...Object.fromEntries(
      written.flatMap(({ text }, at) => [
        [`content/doc-${at}/document.md`, text],
        ...Object.entries(BESIDE).map(([name, content]) => [`content/doc-${at}/${name}`, content] as const),
      ]),
    ),
  })
  try {
    small.run('sync')
    for (const [at, passages] of documents.entries())
      for (const tag of passages[0]!.number % 2 === 0 ? TRANSLATED : []) {
        const path = join(small.root, `locales/${tag}/doc-${at}.json`)
        const english = JSON.parse(readFileSync(path.replace(`/${tag}/`, '/en/'), 'utf8')) as Record<string, string>
        const texts = Object.fromEntries(Object.entries(english).map(([key, text]) => [key, translated(text, tag)]))
        writeFileSync(path, `${JSON.stringify(texts, undefined, 2)}\n`)
      }
    const printer = openPrinter(new URL('../../../pipeline/formats/finishing-thread.ts', import.meta.url))
    const request = { documents: [], editions: tags, formats: ['pdf'], out: 'output', strict: false } as const
    const report = await build(openProject(small.root, { printer }), request, () => undefined)
    await printer.close()
    const problems = report.failures.flatMap((each) => each.problems)
    return documents.flatMap((passages, document) =>
      tags.map((tag) => {
        const made = report.built.find((edition) => edition.document === `doc-${document}` && edition.tag === tag)
        const isOfThis = ({ edition, file }: Problem): boolean =>
          file === `content/doc-${document}/document.md` && (edition === undefined || edition === tag)
        const problem = problems.find(isOfThis) ?? (made ? undefined : (problems.find(({ edition }) => edition === tag) ?? problems[0]))
        const passageAt = (line: number): Passage | undefined => passages[written[document]!.starts.findLastIndex((start) => start <= line)]
        const misplaced = report.problems.filter((each) => each.ruleId === 'print' && isOfThis(each) && each.edition === tag)
        return {
          document,
          tag,
          pdf: made && new Uint8Array(readFileSync(join(report.folder, made.files.find(({ path }) => path.endsWith('.pdf'))!.path))),
          problem,
          told: passageAt(problem?.line ?? 0),
          misplaced: misplaced.flatMap(({ line }) => passageAt(line ?? 0) ?? []),
        }
      }),
    )
  } finally {
    small.remove()
  }
}
