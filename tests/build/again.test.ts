import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { build, type BuildReport } from '../../pipeline/build.ts'
import { openProject } from '../../pipeline/project/project.ts'
import { digestsOf } from '../build-once.ts'
import { createPublication, ownTemplates, png, type SmallPublication } from '../small-publication.ts'

const cache = mkdtempSync(join(tmpdir(), 'editions-cache-'))
vi.stubEnv('XDG_CACHE_HOME', cache)
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(cache, { recursive: true })
})

const front = (title: string): string => `---\ntitle: ${title}\nkind: Report\ndescription: A report.\ndate: 2018-06-08\n---\n\n`
const PUBLICATION = 'title: T\npublisher: P\neditions: [sq, en]\ngates:\n  sq:\n    below: skip\n'

const ALBANIAN: Readonly<Record<string, string>> = {
  Report: 'Raport',
  'A report.': 'Një raport.',
  Alone: 'Vetëm',
  Leading: 'Udhëzues',
  Led: 'I udhëzuar',
  Opening: 'Hapja',
  'The first sentence of it.': 'Fjalia e parë e tij.',
  'The first sentence of another.': 'Fjalia e parë e një tjetri.',
  'A picture': 'Një pamje',
  'See [the opening](../led/document.md#opening).': 'Shihni [hapjen](../led/document.md#opening).',
}

let small: SmallPublication
let clean: string

beforeAll(() => {
  small = createPublication({
    'content/publication.yaml': PUBLICATION,
    'content/alone/document.md': `${front('Alone')}## Opening\n\nThe first sentence of it.\n\n![A picture](picture.png)\n`,
    'content/alone/picture.png': png(4, 3),
    'content/leading/document.md': `${front('Leading')}See [the opening](../led/document.md#opening).\n`,
    'content/led/document.md': `${front('Led')}## Opening\n\nThe first sentence of another.\n`,
    ...ownTemplates('web.hbs', 'styles/web.css'),
    'locales/sq/site.json': '{ "contents": "Përmbajtja", "publisher": "P" }',
    'locales/glossary.yaml': 'terms:\n  opening:\n    sq:\n      accepted: [Hapja]\n',
  })
  small.run('sync')
  for (const document of ['alone', 'leading', 'led']) {
    const english = JSON.parse(small.read(`locales/en/${document}.json`)) as Record<string, string>
    const translated = Object.fromEntries(Object.entries(english).map(([key, text]) => [key, ALBANIAN[text]!]))
    small.write(`locales/sq/${document}.json`, JSON.stringify(translated, undefined, 2))
  }
  small.run('sync')
  clean = `${small.root}-clean`
  cpSync(small.root, clean, { recursive: true })
})
afterAll(() => {
  small.remove()
  rmSync(clean, { recursive: true })
})

/** A build of the web pages in this process. */
async function pages(out = 'output'): Promise<BuildReport> {
  const request = { documents: [], editions: [], formats: ['html'], out, strict: false } as const
  return build(openProject(small.root), request, () => undefined)
}

beforeEach(async () => {
  for (const part of ['content', 'locales', 'templates', 'output']) rmSync(join(small.root, part), { recursive: true, force: true })
  for (const part of ['content', 'locales', 'templates']) cpSync(join(clean, part), join(small.root, part), { recursive: true })
  await pages()
})

const change = (path: string, from: string | RegExp, to: string): void => {
  const text = readFileSync(join(small.root, path), 'utf8')
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  writeFileSync(join(small.root, path), changed)
}

const writeOwn = (path: string, content: string): void => {
  mkdirSync(dirname(join(small.root, path)), { recursive: true })
  writeFileSync(join(small.root, path), content)
}

const both = (...documents: readonly string[]): string[] => ['en', 'sq'].flatMap((tag) => documents.map((document) => `${tag}/${document}`))
const ALL = both('alone', 'leading', 'led')
/** Of what is not translated yet, the gate lets the English alone pass. */
const ENGLISH = ALL.filter((edition) => edition.startsWith('en/'))

test.each<[what: string, made: readonly string[], change: () => void]>([
  ['nothing', [], () => undefined],
  ['a sentence', ['en/alone'], () => change('content/alone/document.md', 'sentence', 'paragraph')],
  [
    'a sentence of a document that another leads to',
    ['en/leading', 'en/led', 'sq/leading'],
    () => change('content/led/document.md', 'sentence', 'paragraph'),
  ],
  [
    'a heading that another document leads to',
    ['en/leading', 'en/led'],
    () => change('content/led/document.md', '## Opening', '## Beginning'),
  ],
  ['a translation', ['sq/alone'], () => change('locales/sq/alone.json', 'Fjalia e parë', 'Thënia e parë')],
  ['a ledger', ['en/leading', 'sq/leading', 'sq/led'], () => rmSync(join(small.root, 'locales/ledger/sq/led.json'))],
  ['a picture', both('alone'), () => writeFileSync(join(small.root, 'content/alone/picture.png'), png(5, 3))],
  ['a picture that is gone', ['en/alone'], () => rmSync(join(small.root, 'content/alone/picture.png'))],
  ['an interface text', ALL, () => change('locales/sq/site.json', /"contents": "[^"]*"/, '"contents": "Lënda"')],
  ['the glossary', ALL, () => change('locales/glossary.yaml', 'Hapja', 'Çelja')],
  ['a partial', ALL, () => change('templates/web.hbs', '<main', '<main data-own')],
  ['a style', ALL, () => change('templates/styles/web.css', /$/, '\nmain { outline: 0 }\n')],
  ['a partial that was built in', ALL, () => writeOwn('templates/partials/colophon.hbs', '<p>Own</p>')],
  ['a style that is built in again', ALL, () => rmSync(join(small.root, 'templates/styles/web.css'))],
  ['an interface text that was built in', ENGLISH, () => writeOwn('locales/en/site.json', '{ "contents": "What is in it" }')],
  ['an interface text that is built in again', ENGLISH, () => rmSync(join(small.root, 'locales/sq/site.json'))],
  ['publication.yaml', ENGLISH, () => change('content/publication.yaml', 'publisher: P', 'publisher: Q')],
  ['a gate', ALL, () => change('content/publication.yaml', 'below: skip', 'below: draft')],
  ['a document more', ['en/more'], () => cpSync(join(small.root, 'content/led'), join(small.root, 'content/more'), { recursive: true })],
  ['a document that is gone', ['en/leading'], () => rmSync(join(small.root, 'content/led'), { recursive: true })],
])('where %s is changed, what is made from it is made again, and all is as a build from nothing makes it', async (_, made, doChange) => {
  doChange()
  const { made: again, folder } = await pages()
  expect(again).toEqual(made)
  const whole = mkdtempSync(join(tmpdir(), 'editions-whole-'))
  await pages(whole)
  const [own, anew] = [digestsOf(folder), digestsOf(whole)]
  // A part of a publication is never taken for the whole of it: what is gone from the sources stays until all formats are built.
  const stays = Object.fromEntries(Object.entries(own).filter(([path]) => path in anew && !/^(manifest\.json|SHA256SUMS)$/.test(path)))
  expect({ ...anew, ...stays }).toEqual(anew)
  rmSync(whole, { recursive: true })
  expect((await pages()).made).toEqual([])
})

test.each<[string, (folder: string) => void]>([
  ['changed', (folder) => writeFileSync(join(folder, 'sq/alone/index.html'), 'x')],
  ['removed', (folder) => rmSync(join(folder, 'sq/alone'), { recursive: true })],
  ['moved', (folder) => renameSync(join(folder, 'sq/alone/index.html'), join(folder, 'sq/led/index.html'))],
  ['removed, the digests', (folder) => rmSync(join(folder, 'SHA256SUMS'))],
])('what was published and is %s since is published again', async (_, spoil) => {
  const folder = join(small.root, 'output')
  const before = digestsOf(folder)
  spoil(folder)
  await pages()
  expect(digestsOf(folder)).toEqual(before)
})

test('a file that changes while a build is at work is made anew by the next', async () => {
  change('content/alone/document.md', 'sentence', 'paragraph')
  const request = { documents: [], editions: [], formats: ['html'], out: 'output', strict: false } as const
  let isFirst = true
  await build(openProject(small.root), request, (step) => {
    if (step === 'writing' && isFirst) change('content/alone/document.md', 'paragraph', 'chapter')
    isFirst &&= step !== 'writing'
  })
  expect((await pages()).made).toEqual(['en/alone'])
  expect(small.read('output/en/alone/index.html')).toContain('chapter')
})

test('a record that is damaged is none', async () => {
  for (const file of globSync(join(cache, 'editions/builds/*.json'))) {
    const written = readFileSync(file, 'utf8')
    writeFileSync(file, `${written.slice(0, -9)}${written.slice(-8)}`)
  }
  expect((await pages()).made).toEqual(ALL)
})

test.each(['', 'null', '[]', '5', '{', '{"a":null}'])('a cache whose files hold %j is none', async (content) => {
  for (const file of globSync(join(cache, 'editions/{program.json,builds/*.json}'))) writeFileSync(file, content)
  vi.resetModules()
  const { programVersion } = await import('../../pipeline/artifacts/program.ts')
  expect(await programVersion()).toMatch(/[0-9a-f]{64}$/)
  expect((await pages()).made).toEqual(ALL)
})
