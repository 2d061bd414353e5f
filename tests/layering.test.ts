import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

/** A file imports from its own room or from one that stands earlier. */
const ROOMS = [
  'wording', 'problem', 'model', 'files', 'language', 'search', 'publication', 'source', 'compare', 'history', 'catalog', 'start', 'authoring', 'check', 'gates',
  'edition', 'html', 'pdf', 'publish', 'epub', 'docx', 'exchange', 'verify', 'formats', 'artifacts', 'jobs', 'project', 'site', 'build', 'server', 'cli',
] // prettier-ignore

/** Modules that belong to one place, and the place. */
const RESERVED: readonly [module: RegExp, place: RegExp][] = [
  // The cache is looked at before TypeScript is loaded.
  [/^node:fs/, /^pipeline\/(files\/|cli\/own-node\.js)/],
  [/^node:child_process/, /^pipeline\/(history\/|pdf\/|verify\/|cli\/own-node\.js)/],
  [/^puppeteer/, /^pipeline\/pdf\/browser\.ts$/],
  [/^handlebars\b/, /^pipeline\/html\/(?:templates|handlebars\.d)\.ts$/],
  [/^i18next$/, /^pipeline\/catalog\/lookup\.ts$/],
  [/^(commander|ora)$/, /^pipeline\/cli\//],
  [/^@parcel\/watcher$/, /^pipeline\/project\/watcher\.ts$/],
  [/^(?:bullmq|ioredis|@aws-sdk\/)/, /^pipeline\/jobs\//],
  [/^(@hono\/|hono)/, /^pipeline\/server\//],
]

const files = globSync('pipeline/**/*.{js,ts}').sort()

const roomOf = (file: string): string => file.split('/')[1]!.replace(/\.[jt]s$/, '')

/** Static imports, type imports, re-exports and dynamic imports. */
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!)

test('every file stands in a room', () => {
  expect(files.length).toBeGreaterThan(30)
  expect(files.filter((file) => !ROOMS.includes(roomOf(file)))).toEqual([])
})

/** The files of the program that a file imports. */
const filesFor = (file: string): string[] =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => normalize(join(dirname(file), name)))

test('no file imports from a later room', () => {
  const uphill = files.flatMap((file) =>
    filesFor(file)
      .filter((target) => ROOMS.indexOf(roomOf(target)) > ROOMS.indexOf(roomOf(file)))
      .map((target) => `${file} → ${target}`),
  )
  expect(uphill).toEqual([])
})

test('no file imports itself by way of others, types included', () => {
  const left = new Map(files.map((file) => [file, filesFor(file)]))
  // What imports nothing that is left is in no circle.
  for (let before = 0; before !== left.size;) {
    before = left.size
    for (const [file, imported] of left) if (!imported.some((each) => left.has(each))) left.delete(file)
  }
  expect([...left.keys()]).toEqual([])
})

test('what is loaded before TypeScript can be is JavaScript', () => {
  const early = files
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^import .* from '([^']+)'/gm)])
  expect(early.length).toBeGreaterThan(2)
  expect(early.map(([, name]) => name).filter((name) => !/^node:|\.js$/.test(name!))).toEqual([])
})

test('a room’s modules are used there alone', () => {
  const strays = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => RESERVED.some(([module, place]) => module.test(name) && !place.test(file)))
      .map((name) => `${file} imports ${name}`),
  )
  expect(strays).toEqual([])
})

test('only the command line prints, all in one place where nothing said acts on a terminal, and only its main file sets the exit code', () => {
  const sources = files.map((file) => ({ file, source: readFileSync(file, 'utf8') }))
  expect(
    sources.filter(({ source }) => /\bconsole\.|process\.std(out|err)/.test(source)).map(({ file }) => file),
    // own-node.js speaks where no module can be loaded, the progress shows counts alone.
  ).toEqual(['pipeline/cli/own-node.js', 'pipeline/cli/progress.ts', 'pipeline/cli/streams.ts'])
  // All that is said passes what makes it harmless.
  expect(sources.filter(({ source }) => /\bwriteLine\b/.test(source)).map(({ file }) => file)).toEqual([
    'pipeline/cli/streams.ts',
    'pipeline/cli/terminal.ts',
  ])
  expect(
    sources.filter(({ file, source }) => file !== 'pipeline/cli/main.js' && /process\.exit/.test(source)).map(({ file }) => file),
  ).toEqual([])
})

test('what the program runs on is installed with it, or by those who spread builds over machines', () => {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    string,
    Readonly<Record<string, string>>
  >
  const loaded = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type\b)[^']*\bfrom '([^']+)'|\bimport\('([^']+)'\)/gm)].map(
      ([, name, later]) => name ?? later!,
    ),
  )
  const packages = new Set(loaded.flatMap((name) => /^(?!node:)(?:@[^/]+\/)?[^./][^/]*/.exec(name)?.[0] ?? []))
  expect(packages.size).toBeGreaterThan(20)
  expect([...packages].filter((name) => !(name in { ...dependencies, ...peerDependencies }))).toEqual([])
})
