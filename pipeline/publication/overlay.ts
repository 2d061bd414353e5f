import { dirname, join } from 'node:path'
import { KEEP_ONE, refuseMergeMarks } from '../files/conflict-markers.ts'
import { list, readText, realPath } from '../files/disk.ts'
import { shown } from '../files/identifier.ts'
import { nearestName } from '../files/slips.ts'
import { Failure, problem } from '../problem.ts'

/** Where templates and styles lie in a publication that has its own, and in the program. */
const FOLDER = 'templates'

/** Those that come with the program. */
export const BUILT_IN_TEMPLATES = join(import.meta.dirname, '../..', FOLDER)

/** What is read of the folder, by what the names end in. */
const PARTS = [
  { under: '', ending: '.hbs' },
  { under: 'partials/', ending: '.hbs' },
  { under: 'styles/', ending: '.css' },
  { under: 'scripts/', ending: '.js' },
] as const

/**
 * The templates and styles of a publication: its own, and for each that it does not have the built-in one.
 * @param root a real path
 * @returns name → text: `web.hbs`, `partials/cover.hbs`, `styles/print.css`, `scripts/site.js`
 * @throws Failure for own ones that no page could ever use, with the name that was likely meant
 */
export async function readTemplates(root: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(root, FOLDER)
  const isBuiltIn = folder === join(await realPath(dirname(BUILT_IN_TEMPLATES)), FOLDER)
  const [builtIn, own] = await Promise.all([readFolder(BUILT_IN_TEMPLATES), isBuiltIn ? NOTHING : readFolder(folder)])
  const templates = new Map([...builtIn.texts, ...own.texts])
  const known = [...builtIn.texts.keys()]
  const stems = new Set(known.map(stemOf))
  const added = [...own.texts.keys(), ...own.others.filter((name) => stems.has(stemOf(name)))].filter((name) => !builtIn.texts.has(name))
  refuseUnused(added, templates, known)
  return templates
}

/** The names of the built-in templates and styles. */
export async function builtInTemplates(): Promise<string[]> {
  return [...(await readFolder(BUILT_IN_TEMPLATES)).texts.keys()]
}

interface Folder {
  readonly texts: ReadonlyMap<string, string>
  /** Names of what is no template by its ending. */
  readonly others: readonly string[]
}

const NOTHING: Folder = { texts: new Map(), others: [] }

/** A link or a pipe among the templates is met when it is read: it is refused by name, and not left out. */
async function readFolder(folder: string): Promise<Folder> {
  const parts = await Promise.all(
    PARTS.map(async ({ under, ending }) => {
      const { files = [], links = [], others = [] } = (await list(join(folder, under))) ?? {}
      const names = [...files, ...links, ...others].sort()
      const read = names
        .filter((name) => name.endsWith(ending))
        .map(async (name) => {
          const text = (await readText(join(folder, under, name)))!
          refuseMergeMarks(text, `${FOLDER}/${under}${shown(name)}`, KEEP_ONE)
          return [`${under}${name}`, text] as const
        })
      return { texts: await Promise.all(read), others: names.filter((name) => !name.endsWith(ending)).map((name) => `${under}${name}`) }
    }),
  )
  return { texts: new Map(parts.flatMap(({ texts }) => texts)), others: parts.flatMap(({ others }) => others) }
}

/** `partials/Cover.hbs` → `cover.hbs`. */
function baseOf(name: string): string {
  return name.split('/').at(-1)!.toLowerCase()
}

/** `partials/cover.hbs.txt` → `cover`; an editor’s file such as `.cover.hbs.swp` has none. */
function stemOf(name: string): string {
  return baseOf(name).split('.')[0]!
}

/** A partial of a publication’s own is used where a template names it; any other name is a slip. */
function refuseUnused(added: readonly string[], templates: ReadonlyMap<string, string>, known: readonly string[]): void {
  const sources = [...templates.values()].join('\n')
  const unused = added.filter((name) => {
    const partial = /^partials\/(.+)\.hbs$/.exec(name)?.[1]
    return partial === undefined || !new RegExp(`\\{\\{~?#?>\\s*["']?${RegExp.escape(partial)}["']?[\\s~}]`).test(sources)
  })
  if (unused.length === 0) return
  throw new Failure(
    ...unused.map((name) => {
      const isAlike = (of: (path: string) => string) => (each: string) => of(each) === of(name)
      const alike = known.find(isAlike(baseOf)) ?? known.find(isAlike(stemOf)) ?? nearestName(name, known)
      return problem({
        rule: 'template',
        file: `${FOLDER}/${shown(name)}`,
        message: 'No page uses a file of this name.',
        found: shown(name),
        expected: alike === undefined ? `one of ${known.join(', ')}` : `perhaps ${alike}`,
        remedy: alike === undefined ? 'Rename the file, or remove it.' : `Rename it to ${FOLDER}/${alike}, or remove it.`,
      })
    }),
  )
}
