import type { Root } from 'mdast'
import { z } from 'zod'
import type { Draft, FrontMatter, Passage, Picture } from '../model.ts'
import { failure } from '../problem.ts'
import { parseYaml } from '../yaml.ts'
import { parseMarkdown } from './markdown.ts'
import { passagesOf } from './passages.ts'
import { isoDate, parseProgramme } from './programme.ts'

/** The files of a document's folder, as read. `file` names are relative to the publication's root. */
export interface Manuscript {
  readonly id: string
  readonly document: { readonly file: string; readonly text: string }
  readonly programme?: { readonly file: string; readonly text: string } | undefined
}

const field = (what: string) => z.string(what).trim().min(1, what)

const frontSchema: z.ZodType<FrontMatter> = z.strictObject({
  title: field('the document’s title'),
  kind: field('what kind of text it is, such as “Report”'),
  description: field('one sentence about the document'),
  date: isoDate,
})

/** The fields of the front matter that are translated, in the order of the catalog. */
const TRANSLATED_FIELDS = ['title', 'kind', 'description'] as const satisfies readonly (keyof FrontMatter)[]

/** The keys of the front matter's texts. */
export const frontKey = (name: (typeof TRANSLATED_FIELDS)[number]): string => `front.${name}`

/**
 * Parses a manuscript into a draft: front matter, tree, programme, and the passages to translate in reading order.
 * @param tree the Markdown's tree, where it has been parsed already
 * @throws Failure for malformed YAML, missing fields, unknown references
 */
export function parseDocument(
  manuscript: Manuscript,
  pictures: readonly Picture[],
  tree = parseMarkdown(manuscript.document.text, manuscript.document.file),
): Draft {
  const { file, text } = manuscript.document
  const { front, passages: frontPassages } = readFrontMatter(tree, file)
  const programme = manuscript.programme && parseProgramme(manuscript.programme.text, manuscript.programme.file)
  return {
    id: manuscript.id,
    front,
    tree,
    source: text,
    pictures,
    programme: programme?.programme,
    passages: [...frontPassages, ...passagesOf(tree, text, file), ...(programme?.passages ?? [])],
  }
}

function readFrontMatter(tree: Root, file: string): { front: FrontMatter; passages: Passage[] } {
  const first = tree.children[0]
  if (first?.type !== 'yaml') {
    throw failure({
      rule: 'front-matter',
      file,
      position: { line: 1, column: 1 },
      message: 'The document does not begin with its front matter.',
      found: 'text, or a front matter that is not closed',
      expected: 'a line “---”, the fields title, kind, date and description, and a line “---”',
      remedy: 'Add the front matter at the top of the file.',
    })
  }
  const { value, position } = parseYaml(first.value, file, frontSchema, 2)
  const passages = TRANSLATED_FIELDS.map((name): Passage => ({
    kind: 'front',
    fixedKey: frontKey(name),
    text: value[name],
    place: { file, ...position([name]) },
    section: '',
  }))
  return { front: value, passages }
}
