import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { build } from '../../pipeline/build.ts'
import { openProject } from '../../pipeline/project/project.ts'
import { keepBuilt, type Keeper } from '../../pipeline/build/keep-built.ts'
import { digestsOf } from '../build-once.ts'
import { createPublication, ownTemplates, png, type SmallPublication } from '../small-publication.ts'

/** How many changes are made; `WATCHED_CHANGES=200` tries more. */
const CHANGES = Number(process.env['WATCHED_CHANGES'] ?? 40)
const SEED = Number(process.env['WATCHED_SEED'] ?? 1)

const cache = mkdtempSync(join(tmpdir(), 'editions-cache-'))
vi.stubEnv('XDG_CACHE_HOME', cache)

const REQUEST = { documents: [], editions: [], formats: ['html'], out: 'output', strict: false } as const
const document = (title: string, text: string): string =>
  `---\ntitle: ${title}\nkind: Report\ndescription: A report.\ndate: 2018-06-08\n---\n\n## Opening of ${title}\n\n${text}\n`

let small: SmallPublication
let keeper: Keeper
const failures: string[] = []
const at = (path: string): string => join(small.root, path)

beforeAll(async () => {
  small = createPublication({
    'content/publication.yaml': 'title: T\npublisher: P\neditions: [sq, en]\n',
    'content/one/document.md': document('One', 'A sentence.\n\n![A picture](picture.png)'),
    'content/one/picture.png': png(4, 3),
    'content/two/document.md': document('Two', 'See [the other](../one/document.md#opening-of-one).'),
    'locales/glossary.yaml': 'terms:\n  opening:\n    sq:\n      accepted: [Hapja]\n',
    'locales/sq/site.json': '{ "contents": "Përmbajtja", "publisher": "P" }',
    ...ownTemplates('web.hbs', 'styles/web.css'),
  })
  small.run('sync')
  keeper = await keepBuilt(openProject(small.root), REQUEST, {
    built: () => undefined,
    failed: ({ problems }) => failures.push(problems[0]!.reason),
    hindered: (reason) => {
      throw new Error(reason)
    },
  })
})
afterAll(async () => {
  await keeper.close()
  small.remove()
  vi.unstubAllEnvs()
  rmSync(cache, { recursive: true })
})

/** What a build from nothing makes of the sources as they are, in a cache of its own; nothing where it makes nothing. */
async function cleanBuild(): Promise<Record<string, string> | undefined> {
  const out = mkdtempSync(join(tmpdir(), 'editions-clean-'))
  try {
    const report = await build(openProject(small.root), { ...REQUEST, out }, () => undefined)
    return report.failures.length > 0 ? undefined : digestsOf(out)
  } catch {
    return undefined
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

/** Numbers from 0 to below a bound, the same for the same seed (Park and Miller, 1988). */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below
}

/** As many editors do it: beside its place, then moved there. */
function saveByRename(path: string, text: string): void {
  const beside = join(dirname(path), `.${basename(path)}.swp`)
  writeFileSync(beside, text)
  renameSync(beside, path)
}

const documents = (): string[] => readdirSync(at('content')).filter((name) => existsSync(at(`content/${name}/document.md`)))
const edited = (path: string, edit: (text: string) => string): void => writeFileSync(at(path), edit(readFileSync(at(path), 'utf8')))

/** Changes of every kind; each is told how often something was changed, and some number. */
const KINDS: readonly ((count: number, id: string) => void)[] = [
  (count, id) => edited(`content/${id}/document.md`, (text) => `${text}\nSentence ${count}.\n`),
  (count, id) => saveByRename(at(`content/${id}/document.md`), document(`Title ${count}`, `Saved ${count}.`)),
  (count, id) => {
    mkdirSync(at('locales/sq'), { recursive: true })
    writeFileSync(at(`locales/sq/${id}.json`), JSON.stringify({ kind: `Raport ${count}`, description: 'Një raport.' }))
  },
  (count) => edited('locales/sq/site.json', (text) => text.replace(/"contents": "[^"]*"/, `"contents": "Lënda ${count}"`)),
  (count) => edited('locales/glossary.yaml', (text) => `${text}  term-${count}:\n    sq:\n      accepted: [Term]\n`),
  (count) => edited('templates/styles/web.css', (text) => `${text}\nmain { --count: ${count} }\n`),
  (count) => edited('templates/web.hbs', (text) => text.replace(/<main[^>]*?(?=[ >])/, `<main data-count-${count}`)),
  // A built-in partial has one of the publication’s own in its place, and is built in again.
  (count) => {
    const partial = at('templates/partials/colophon.hbs')
    if (existsSync(partial)) return rmSync(partial)
    mkdirSync(dirname(partial), { recursive: true })
    writeFileSync(partial, `<p>${count}</p>`)
  },
  (count) => edited('content/publication.yaml', (text) => text.replace(/publisher: .*/, `publisher: P${count}`)),
  (count) => edited('content/publication.yaml', (text) => text.replace(/editions: .*/, `editions: ${count % 2 ? '[en]' : '[sq, en]'}`)),
  (count) => {
    mkdirSync(at(`content/more-${count}`))
    writeFileSync(at(`content/more-${count}/document.md`), document(`More ${count}`, 'Text.'))
  },
  (_, id) => (documents().length > 2 ? rmSync(at(`content/${id}`), { recursive: true }) : undefined),
  (count, id) => renameSync(at(`content/${id}`), at(`content/renamed-${count}`)),
  (count) => existsSync(at('content/one')) && writeFileSync(at('content/one/picture.png'), png(4 + (count % 5), 3)),
  // A checkout of another branch, and back.
  () => {
    cpSync(at('content'), at('content-before'), { recursive: true })
    for (const id of documents()) edited(`content/${id}/document.md`, (text) => `${text}\nOf another branch.\n`)
    rmSync(at('content'), { recursive: true })
    renameSync(at('content-before'), at('content'))
  },
  // A file that is broken for a while.
  (count, id) => {
    const before = readFileSync(at(`content/${id}/document.md`), 'utf8')
    writeFileSync(at(`content/${id}/document.md`), '---\ntitle: [\n---\n')
    setTimeout(() => writeFileSync(at(`content/${id}/document.md`), `${before}\nMended ${count}.\n`), 150)
  },
]

test(`after each of ${CHANGES} changes the output is, byte for byte, as a build from nothing makes it`, async () => {
  const below = numbers(SEED)
  for (let count = 1; count <= CHANGES; count++) {
    const kind = below(KINDS.length)
    const ids = documents()
    KINDS[kind]!(count, ids[below(ids.length)]!)
    await new Promise((resume) => setTimeout(resume, kind === KINDS.length - 1 ? 200 : 0))
    const wanted = await cleanBuild()
    if (!wanted) throw new Error(`Nothing could be made after change ${count} of kind ${kind}.`)
    await vi.waitFor(() => expect(digestsOf(at('output')), `change ${count} of kind ${kind}`).toEqual(wanted), {
      timeout: 60_000,
      interval: 50,
    })
  }
})
