/**
 * Many documents in five languages, as web pages with all checks and gates, beside what other generators take for as many pages of
 * the same words without checks, in one run. Eleventy is installed from npm for the purpose; Hugo is taken where it is on the path.
 * `npm run bench:scale -- [documents] [rounds]`
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { nodeOptions } from '../node-options.ts'
import { TRANSLATED, writeManyDocuments } from './many-documents.ts'

const documents = Number(process.argv[2] ?? 200)
const rounds = Number(process.argv[3] ?? 3)
const place = mkdtempSync(join(tmpdir(), 'editions-scale-'))
const environment = { ...process.env, XDG_CACHE_HOME: join(place, 'cache') }

interface Measured {
  /** In milliseconds. */
  readonly time: number
  /** Of all processes together at their height, in MB. */
  readonly memory: number
}

/** What the processes of a group have in memory, in MB, as Linux’s /proc tells. */
function memoryOf(group: number): number {
  let pages = 0
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const [, own] = /^\d+ \(.*\) \S \d+ (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))!
      if (Number(own) === group) pages += Number(readFileSync(`/proc/${name}/statm`, 'utf8').split(' ')[1])
    } catch {
      // It has ended meanwhile.
    }
  }
  return (pages * 4096) / 1e6
}

async function run(folder: string, program: string, ...args: string[]): Promise<Measured> {
  const start = performance.now()
  const child = spawn(program, args, { cwd: folder, env: environment, detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  let memory = 0
  const watching = setInterval(() => (memory = Math.max(memory, memoryOf(child.pid!))), 50)
  const code = await new Promise((end) => child.on('close', end))
  clearInterval(watching)
  const time = performance.now() - start
  if (code !== 0 && code !== 1) throw new Error(`${program} ended with ${String(code)}: ${said.slice(-2000)}`)
  return { time, memory }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

async function measure(name: string, once: (round: number) => Promise<Measured>): Promise<Measured> {
  const all: Measured[] = []
  for (let round = 0; round < rounds; round++) all.push(await once(round))
  const measured = { time: median(all.map(({ time }) => time)), memory: Math.max(...all.map(({ memory }) => memory)) }
  console.log(`  ${name.padEnd(28)} ${(measured.time / 1000).toFixed(2).padStart(8)} s  ${measured.memory.toFixed(0).padStart(6)} MB`)
  return measured
}

/** The same texts as pages of other generators: a file a document and language. */
function writePages(root: string, folder: string, front: (title: string) => string): void {
  for (const id of readdirSync(join(root, 'content')).filter((name) => !name.endsWith('.yaml')))
    for (const tag of ['en', ...TRANSLATED, 'sr-Latn']) {
      const source = tag === 'sr-Latn' ? 'sr-Cyrl' : tag
      const texts = JSON.parse(readFileSync(join(root, 'locales', source, `${id}.json`), 'utf8')) as Record<string, string>
      const body = Object.entries(texts).map(([key, text]) => (key.endsWith('.heading') ? `## ${text}` : text))
      mkdirSync(join(folder, tag), { recursive: true })
      writeFileSync(join(folder, tag, `${id}.md`), `${front(`${id} ${tag}`)}${body.join('\n\n')}\n`)
    }
}

try {
  const root = join(place, 'root')
  mkdirSync(root)
  writeManyDocuments(root, documents)
  const own = (...args: string[]): Promise<Measured> =>
    run(process.cwd(), 'node', ...nodeOptions(), resolve('pipeline/cli/main.js'), '--root', root, ...args)
  console.log(`${documents} documents, ${documents * 5} web pages, ${rounds} rounds`)
  const forget = (): void => {
    rmSync(join(place, 'cache/editions/builds'), { recursive: true, force: true })
    rmSync(join(root, 'output'), { recursive: true, force: true })
  }
  await own('status', '--json')
  const cold = await measure('Editions, from nothing', async () => {
    forget()
    return own('build', '--format', 'html')
  })
  await measure('Editions, nothing changed', () => own('build', '--format', 'html'))
  await measure('Editions, one sentence', (round) => {
    const file = join(root, 'content/report-00000/document.md')
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nA sentence with the number ${round}.\n`)
    return own('build', '--format', 'html')
  })

  const eleventy = join(place, 'eleventy')
  mkdirSync(join(eleventy, 'pages/_includes'), { recursive: true })
  writeFileSync(join(eleventy, 'package.json'), '{ "type": "module" }')
  spawnSync('npm', ['install', '--no-audit', '--no-fund', '@11ty/eleventy@3'], { cwd: eleventy })
  writeFileSync(
    join(eleventy, 'pages/_includes/page.njk'),
    '<!doctype html><html><head><title>{{ title }}</title></head><body>{{ content | safe }}</body></html>',
  )
  writePages(root, join(eleventy, 'pages'), (title) => `---\ntitle: ${title}\nlayout: page.njk\n---\n\n`)
  const other = await measure('Eleventy 3', () => {
    rmSync(join(eleventy, '_site'), { recursive: true, force: true })
    return run(eleventy, 'node', 'node_modules/@11ty/eleventy/cmd.cjs', '--quiet', '--input=pages')
  })
  console.log(`  time against Eleventy        ${(cold.time / other.time).toFixed(2)}`)

  if (spawnSync('hugo', ['version']).status === 0) {
    const hugo = join(place, 'hugo')
    mkdirSync(join(hugo, 'layouts/_default'), { recursive: true })
    writeFileSync(join(hugo, 'config.toml'), 'disableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n')
    for (const name of ['single', 'list'])
      writeFileSync(
        join(hugo, `layouts/_default/${name}.html`),
        '<!doctype html><html><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>',
      )
    writePages(root, join(hugo, 'content'), (title) => `---\ntitle: ${title}\n---\n\n`)
    const fastest = await measure('Hugo', () => {
      rmSync(join(hugo, 'public'), { recursive: true, force: true })
      return run(hugo, 'hugo', '--quiet')
    })
    console.log(
      `  against Hugo                 ${(cold.time / fastest.time).toFixed(2)} the time, ${(cold.memory / fastest.memory).toFixed(2)} the memory`,
    )
  } else console.log('  Hugo is not on the path.')
} finally {
  rmSync(place, { recursive: true, force: true })
}
