import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { build, type BuildReport, type Request } from '../../pipeline/build.ts'
import { openProject, type Project } from '../../pipeline/project/project.ts'
import { Failure } from '../../pipeline/problem.ts'
import { digestsOf } from '../build-once.ts'
import { createPublication, ownTemplates, png, type SmallPublication } from '../small-publication.ts'

const caches = mkdtempSync(join(tmpdir(), 'editions-cache-'))
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(caches, { recursive: true })
})

const REQUEST: Request = { documents: [], editions: [], formats: ['html'], out: 'output', strict: false }
const front = (title: string): string => `---\ntitle: ${title}\nkind: Report\ndescription: A report.\ndate: 2018-06-08\n---\n\n`
const ALBANIAN: Readonly<Record<string, string>> = {
  Report: 'Raport',
  'A report.': 'Një raport.',
  First: 'E para',
  Second: 'E dyta',
  Third: 'E treta',
  Opening: 'Hapja',
  'The first sentence of it.': 'Fjalia e parë e tij.',
  'See [the second](../second/document.md).': 'Shihni [të dytën](../second/document.md).',
  'See [the third](../third/document.md#opening).': 'Shihni [të tretën](../third/document.md#opening).',
}

/** First leads to second, which leads to a heading of third; the Albanian of all is whole. */
let whole: SmallPublication
let small: SmallPublication
beforeAll(() => {
  whole = createPublication({
    'content/publication.yaml':
      'title: T\npublisher: P\neditions: [sq, en]\nlogo: first/our%20mark.png\ngates:\n  sq:\n    below: skip\n  en:\n    below: draft\n',
    'content/first/our mark.png': png(4, 3),
    'content/first/document.md': `${front('First')}See [the second](../second/document.md).\n`,
    'content/second/document.md': `${front('Second')}See [the third](../third/document.md#opening).\n`,
    'content/third/document.md': `${front('Third')}## Opening\n\nThe first sentence of it.\n`,
    'locales/en/site.json': '{ "notes": "Remarks" }',
    'locales/sq/site.json': '{ "notes": "Vërejtje", "publisher": "P" }',
    ...ownTemplates('styles/web.css'),
  })
  whole.run('sync')
  for (const document of ['first', 'second', 'third']) {
    const english = JSON.parse(whole.read(`locales/en/${document}.json`)) as Record<string, string>
    const translated = Object.fromEntries(Object.entries(english).map(([key, text]) => [key, ALBANIAN[text]!]))
    whole.write(`locales/sq/${document}.json`, JSON.stringify(translated, undefined, 2))
  }
  whole.run('sync')
})
afterAll(() => whole.remove())
beforeEach(() => {
  const root = mkdtempSync(join(tmpdir(), 'editions-small-'))
  cpSync(whole.root, root, { recursive: true })
  small = {
    ...whole,
    root,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    write: (path, content) => {
      mkdirSync(join(root, path, '..'), { recursive: true })
      writeFileSync(join(root, path), content)
    },
    remove: () => rmSync(root, { recursive: true }),
  }
})
afterEach(() => small.remove())

interface Told {
  readonly said: object
  readonly files: Record<string, string>
}

/** What a build makes, and what it tells of it. */
async function built(request: Partial<Request>, cache: string, project: Project): Promise<Told> {
  vi.stubEnv('XDG_CACHE_HOME', join(caches, cache))
  const asked = { ...REQUEST, ...request }
  const report = await build(project, asked, () => undefined).catch((error: unknown) => {
    if (error instanceof Failure) return error
    throw error
  })
  return { said: toldOf(report), files: report instanceof Failure ? {} : digestsOf(report.folder) }
}

function toldOf(report: BuildReport | Failure): object {
  if (report instanceof Failure) return report.problems.map(({ reason, file, line }) => [reason, file, line])
  const { built: editions, skipped, problems, failures, unsynced } = report
  const plain = (all: BuildReport['problems']): object => all.map(({ reason, file, line, actual }) => [reason, file, line, actual])
  return {
    // Pages lead to the former edition of a document that cannot be read, and elsewhere where it has none.
    editions: editions.map(({ tag, document, draft, files }) => ({ tag, document, draft, files: failures.length === 0 && files })),
    skipped,
    problems: plain(problems),
    failures: failures.map((each) => plain(each.problems)),
    unsynced,
  }
}

const change = (path: string, from: string | RegExp, to: string): void => {
  const changed = small.read(path).replace(from, to)
  expect(changed).not.toBe(small.read(path))
  small.write(path, changed)
}
const remove = (path: string): void => rmSync(join(small.root, path), { recursive: true })
const git = (...command: string[]): void => {
  const own = ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false']
  execFileSync('git', [...own, ...command], { cwd: small.root, stdio: 'pipe' })
}
type Step = () => void

/** Of which texts translators saw, git alone can tell where a ledger is gone. */
const toldByGit = (name: string): readonly Step[] => [
  () => remove(`locales/ledger/sq/${name}.json`),
  () => git('init', '-q'),
  () => git('add', '.'),
  () => git('commit', '-qm', 'All'),
  () => change(`locales/en/${name}.json`, /(: ".*)"/, '$1 anew"'),
  () => git('commit', '-qam', 'English'),
  () => git('reset', '-q', '--soft', 'HEAD~1'),
  () => remove('.git'),
]

const SCENARIOS: Readonly<Record<string, readonly Step[]>> = {
  'a heading by which the gate of a document is told that another leads to': [
    () => change('content/third/document.md', '## Opening', '## Beginning'),
    () => change('content/third/document.md', '## Beginning', '## Opening'),
  ],
  'a document by which the gate of one is told that another leads to': [
    () => renameSync(join(small.root, 'content/third'), join(small.root, 'third')),
    () => renameSync(join(small.root, 'third'), join(small.root, 'content/third')),
  ],
  'git’s word on a document that another leads to': toldByGit('second'),
  'git’s word on the interface': toldByGit('site'),
  'a document that was copied, and is gone': [
    () => cpSync(join(small.root, 'content/third'), join(small.root, 'content/fourth'), { recursive: true }),
    () => remove('content/third'),
    () => cpSync(join(small.root, 'content/fourth'), join(small.root, 'content/third'), { recursive: true }),
  ],
  'a document that was renamed, and its former texts': [
    () => renameSync(join(small.root, 'content/third'), join(small.root, 'content/fourth')),
    () => change('locales/sq/third.json', 'Fjalia e parë', 'Thënia e parë'),
    () => remove('locales/en/third.json'),
  ],
  'a logo whose name is written as an address is': [
    () => writeFileSync(join(small.root, 'content/first/our mark.png'), png(5, 3)),
    () => remove('content/first/our mark.png'),
  ],
  'a document that cannot be read, and can again': [
    () => change('content/second/document.md', 'title: Second', 'title: ['),
    () => undefined,
    () => change('content/second/document.md', 'title: [', 'title: Second'),
  ],
  'what is not as it should be, and stays so': [
    () => change('content/third/document.md', 'sentence', 'paragraph'),
    () => change('content/second/document.md', '#opening', '#nowhere'),
    () => undefined,
  ],
  'a gate': [
    () => change('content/third/document.md', 'sentence', 'paragraph'),
    () => change('content/publication.yaml', 'below: skip', 'below: draft'),
    () => change('content/publication.yaml', 'below: draft', 'below: fail'),
    () => change('content/publication.yaml', 'below: fail', 'below: skip'),
  ],
}

test.each(Object.entries(SCENARIOS))('after each change of %s, a build makes and tells what one from nothing does', async (name, steps) => {
  const project = openProject(small.root)
  let before = (await built({}, `${name} again`, project)).files
  for (const [at, step] of steps.entries()) {
    step()
    const again = await built({}, `${name} again`, project)
    const out = mkdtempSync(join(tmpdir(), 'editions-whole-'))
    const anew = await built({ out }, `${name} anew ${at}`, openProject(small.root))
    rmSync(out, { recursive: true })
    expect(again.said, `step ${at + 1}`).toEqual(anew.said)
    const isWhole = !Array.isArray(again.said) && (again.said as Pick<BuildReport, 'failures'>).failures.length === 0
    if (isWhole) expect(again.files, `step ${at + 1}`).toEqual(anew.files)
    else if (!Array.isArray(again.said)) expect(Object.keys(again.files), `step ${at + 1}`).toEqual(Object.keys(before))
    before = again.files
  }
})

test('of a part, strictly, the gates of that part alone count, whatever else stands', async () => {
  change('content/third/document.md', 'sentence', 'paragraph')
  await built({}, 'part', openProject(small.root))
  const { said } = await built({ documents: ['first'], editions: ['en'], strict: true }, 'part', openProject(small.root))
  expect(said).toMatchObject({ editions: [{ document: 'first', tag: 'en' }] })
  expect(await built({ documents: ['first'], strict: true }, 'part', openProject(small.root))).toMatchObject({
    said: { editions: [{ document: 'first', tag: 'sq' }, { document: 'first' }] },
  })
})

test('a file that changes while it is read and is then as it was before is not taken for what was made', async () => {
  const project = openProject(small.root)
  vi.stubEnv('XDG_CACHE_HOME', join(caches, 'back'))
  const [text, style] = ['content/third/document.md', 'templates/styles/web.css'] as const
  const before = [text, style].map((path) => small.read(path))
  const steady = await built({}, 'steady', openProject(small.root))
  remove('output')
  const reading: Project = {
    ...project,
    look: async () => {
      const view = await project.look()
      const queries: typeof view.queries = () => {
        change(text, 'sentence', 'paragraph')
        change(style, /$/, '\nmain { outline: 0 }\n')
        return view.queries()
      }
      return { ...view, queries }
    },
  }
  vi.stubEnv('XDG_CACHE_HOME', join(caches, 'back'))
  await build(reading, REQUEST, () => undefined)
  for (const [at, path] of [text, style].entries()) small.write(path, before[at]!)
  expect(await built({}, 'back', project)).toEqual(steady)
})

test('where some languages alone are built, a document leads to the others as they were published before', async () => {
  change('content/second/document.md', 'See', 'Go to')
  const sq = async (out: string, cache: string): Promise<Told> => built({ editions: ['sq'], out }, cache, openProject(small.root))
  await sq('output', 'others')
  await built({ documents: ['second'], editions: ['en'] }, 'others', openProject(small.root))
  const again = await sq('output', 'others')
  await built({ documents: ['second'], editions: ['en'], out: 'anew' }, 'others anew', openProject(small.root))
  expect((await sq('anew', 'others anew')).files).toEqual(again.files)
})

test('what publication.yaml says counts as it was read, though the file says something else by now', async () => {
  vi.stubEnv('XDG_CACHE_HOME', join(caches, 'read before'))
  const project = openProject(small.root)
  const looking: Project = {
    ...project,
    look: async () => {
      const view = await project.look()
      change('content/publication.yaml', 'publisher: P', 'publisher: Q')
      change('content/publication.yaml', 'editions: [sq, en]', 'editions: [en, mk]')
      return view
    },
  }
  await build(looking, REQUEST, () => undefined)
  const again = await built({}, 'read before', project)
  remove('output')
  expect(again).toEqual(await built({}, 'read after', openProject(small.root)))
})
