/**
 * The time of a cold build against its floor: the same print pages, printed twice each by a bare puppeteer script with the
 * same browser. Cold: nothing is known of a build before. Whole processes, by turns, in one run; the ratio is what counts.
 * First the publication with all its editions, then a book of 300 pages. `npm run bench [rounds]`
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from '../../pipeline/build.ts'
import { openProject } from '../../pipeline/project/project.ts'
import { cacheFolder } from '../../pipeline/files/cache.js'
import { findBrowser } from '../../pipeline/pdf/executable.ts'
import type { Printer } from '../../pipeline/pdf/printer.ts'
import { bookOf } from '../book.ts'
import { nodeOptions } from '../node-options.ts'

const rounds = Number(process.argv[2] ?? 7)
const place = mkdtempSync(join(tmpdir(), 'editions-bench-'))
const { executable } = await findBrowser(async () => undefined)

/** The pages that a build hands to the browser, as files. */
async function pagesOf(root: string, folder: string): Promise<string[]> {
  mkdirSync(folder)
  const pages: string[] = []
  const recorder: Printer = {
    origin: 'pinned',
    pagesAtOnce: 3,
    browserName: async () => undefined,
    prepare: () => undefined,
    rest: () => undefined,
    open: () => ({
      print: async (html) => {
        const page = join(folder, `${pages.length}.html`)
        writeFileSync(page, html)
        pages.push(page)
        throw new Error('This page was but recorded.')
      },
      abandon: () => undefined,
      finished: () => Promise.reject(new Error('Nothing was printed.')),
    }),
    drawPage: () => Promise.reject(new Error('Nothing was printed.')),
    drawPdf: () => Promise.reject(new Error('Nothing was printed.')),
    endBrowsers: async () => undefined,
    close: async () => undefined,
  }
  const request = { documents: [], editions: [], formats: ['pdf'] as const, out: join(folder, 'out'), strict: false }
  await build(openProject(root, { printer: recorder }), request, () => undefined)
  return pages
}

/** How long a command takes, in milliseconds, and the memory of its own process at its height, in MB. */
function run(...args: string[]): { time: number; memory: number } {
  const start = performance.now()
  const tell = `data:text/javascript,process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))`
  const { status, stderr } = spawnSync('node', [...nodeOptions(), '--import', tell, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`)
  return { time: performance.now() - start, memory: Number(/peak (\d+)$/.exec(stderr)?.[1]) / 1024 }
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

async function compare(name: string, root: string, times: number): Promise<void> {
  const pages = await pagesOf(root, join(place, name))
  const floors: number[] = []
  const builds: number[] = []
  let memory = 0
  for (let round = 0; round < times; round++) {
    floors.push(run(resolve('tests/bench/floor.ts'), executable, ...pages).time)
    for (const kept of ['store', 'builds']) rmSync(join(cacheFolder(), kept), { recursive: true, force: true })
    const made = run(resolve('pipeline/cli/main.js'), '--root', root, 'build', '--out', join(place, `${name}-${round}`))
    builds.push(made.time)
    memory = Math.max(memory, made.memory)
  }
  const row = (what: string, values: number[]): string =>
    `  ${what}  median ${median(values).toFixed(0)} ms, best ${Math.min(...values).toFixed(0)} ms`
  console.log(`${name}: ${pages.length} ${pages.length === 1 ? 'edition' : 'editions'}, ${times} rounds`)
  console.log(row('floor', floors))
  console.log(`${row('build', builds)}, ${memory.toFixed(0)} MB`)
  console.log(
    `  ratio  median ${(median(builds) / median(floors)).toFixed(2)}, best ${(Math.min(...builds) / Math.min(...floors)).toFixed(2)}`,
  )
}

try {
  await compare('publication', resolve('.'), rounds)
  const book = join(place, 'root')
  mkdirSync(join(book, 'content/book'), { recursive: true })
  writeFileSync(join(book, 'content/publication.yaml'), 'title: Books\npublisher: The bench\neditions: [en]\n')
  writeFileSync(join(book, 'content/book/document.md'), bookOf(300))
  spawnSync('node', [resolve('pipeline/cli/main.js'), '--root', book, 'sync'])
  await compare('book', book, Math.ceil(rounds / 2))
} finally {
  rmSync(place, { recursive: true })
}
