import { join, relative, sep } from 'node:path'
import { changeLocales } from '../catalog/alone.ts'
import { writePending } from '../catalog/sync.ts'
import { readTextCollection } from '../catalog/text-collection.ts'
import { asCalled } from '../files/called.ts'
import { list, realPath } from '../files/disk.ts'
import { lookAt } from '../files/sighting.ts'
import { shown } from '../files/identifier.ts'
import { SOURCE_TAG, type Tag } from '../model/language.ts'
import { failure } from '../problem.ts'
import { PUBLICATION_FILE, readPublication } from '../publication/publication.ts'
import { readExample } from './examples.ts'
import { furtherLanguage } from './further-language.ts'
import { skeleton, today } from './skeleton.ts'
import { writeNew } from './write-new.ts'

/** What tells editors which fields there are. */
const SCHEMA = join(import.meta.dirname, '../publication/publication.schema.json')

/** What a folder may hold before there is a publication in it: what npm writes, and what tells people of a project. */
const ALLOWED =
  /^(?:\..*|node_modules|package(?:-lock)?\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lockb?|.*\.tgz|(?:README|LICEN[CS]E)(?:\..*)?)$/i

/**
 * Begins a publication: `publication.yaml` with explanations, and a first document; where it comes with translations, also
 * the files with what is left to translate.
 * @param folder absolute; it is made where there is none
 * @param example the name of one of `templates/examples/`, which stands in the place of the first document, with its translations
 * @returns the paths that were written, relative to the folder, and the languages that it is in
 * @throws Failure where the folder holds something already; nothing is written then
 */
export async function init(folder: string, example: string | undefined): Promise<{ written: string[]; editions: Tag[] }> {
  const root = await realPath(folder)
  const documents = example === undefined ? await firstDocument() : await readExample(example)
  await refuseTaken(root)
  const schema = relative(join(root, 'content'), await realPath(SCHEMA)).replaceAll(sep, '/')
  const editions = languagesOf([...documents.keys()])
  const files = new Map([
    ...documents,
    [
      PUBLICATION_FILE,
      await skeleton('publication.yaml', {
        schema,
        editions: editions.join(', '),
        'add-language': asCalled(`add-language ${furtherLanguage(editions)}`),
      }),
    ],
  ])
  const written = await writeNew(root, files, 'Choose another folder.')
  const further = editions.length > 1 ? await writeTextsToTranslate(root) : []
  return { written: [...new Set([...written, ...further])], editions }
}

/** What a first sync would write. */
async function writeTextsToTranslate(root: string): Promise<string[]> {
  return changeLocales({ root }, 'init', async () => {
    const publication = await readPublication(root)
    const { pending } = await readTextCollection(publication, publication.documents)
    return writePending(publication, pending)
  })
}

async function firstDocument(): Promise<Map<string, Uint8Array>> {
  return new Map([['content/first-document/document.md', await skeleton('document.md', { date: today() })]])
}

/** The source’s, and those that the files are translated into. */
function languagesOf(files: readonly string[]): string[] {
  return [...new Set([SOURCE_TAG, ...files.flatMap((file) => /^locales\/([^/]+)\//.exec(file)?.[1] ?? [])])]
}

async function refuseTaken(root: string): Promise<void> {
  if (lookAt(root).kind === 'file') {
    throw failure({
      rule: 'exists',
      file: root,
      message: 'This is a file.',
      expected: 'the name of a folder',
      remedy: 'Choose another name.',
    })
  }
  if (lookAt(join(root, PUBLICATION_FILE)).kind !== 'nothing') {
    throw failure({
      rule: 'exists',
      file: PUBLICATION_FILE,
      message: 'There is a publication in this folder already.',
      remedy: `Add a document to it (${asCalled('new its-name')}), or begin another in a folder of its own: ${asCalled('init my-publication')}`,
    })
  }
  const { files, folders, links } = (await list(root)) ?? { files: [], folders: [], links: [] }
  const others = [...folders, ...files, ...links].filter((name) => !ALLOWED.test(name))
  if (others.length === 0) return
  throw failure({
    rule: 'exists',
    file: root,
    message: 'This folder is not empty; nothing was written.',
    found: others.slice(0, 5).map(shown).join(', ') + (others.length > 5 ? ` and ${others.length - 5} more` : ''),
    expected: 'an empty folder, or one with what npm writes',
    remedy: `Begin in a folder of its own: ${asCalled('init my-publication')}`,
  })
}
