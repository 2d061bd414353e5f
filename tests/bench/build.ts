/**
 * The time of a cold build of all editions against its floor: the same print pages, printed twice each by a bare
 * puppeteer script with the same browser. Whole processes, by turns, in one run; the ratio is what counts.
 * `npm run bench [rounds]`
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createLookup } from '../../pipeline/catalog/lookup.ts'
import { readLibrary } from '../../pipeline/catalog/library.ts'
import { statesOf } from '../../pipeline/catalog/states.ts'
import { composeEdition } from '../../pipeline/edition/compose.ts'
import { createInterface } from '../../pipeline/edition/interface.ts'
import { printPage } from '../../pipeline/html/pages.ts'
import { readTheme } from '../../pipeline/html/theme.ts'
import { findBrowser } from '../../pipeline/pdf/executable.ts'
import { readPublication } from '../../pipeline/publication.ts'

const rounds = Number(process.argv[2] ?? 7)
const place = mkdtempSync(join(tmpdir(), 'editions-bench-'))

const publication = await readPublication(resolve('.'))
const [library, theme] = await Promise.all([readLibrary(publication, publication.documents), readTheme(publication)])
const { english, translations } = library.site
const lookup = await createLookup([...library.documents.flatMap((each) => [each.english, ...each.translations]), english, ...translations])
const pages = library.documents.flatMap(({ document, ...texts }) =>
  publication.editions.map((tag) => {
    const page = join(place, `${document.id}.${tag}.html`)
    const edition = composeEdition(document, tag, lookup, statesOf(tag, document.segments, texts), undefined, new Map())
    writeFileSync(page, printPage(edition, publication, createInterface(tag, lookup, library.site), theme, new Map()))
    return page
  }),
)
const { executable } = await findBrowser(async () => undefined)

const time = (args: string[]): number => {
  const start = performance.now()
  const { status, stderr } = spawnSync('node', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`)
  return performance.now() - start
}

const floors: number[] = []
const builds: number[] = []
for (let round = 0; round < rounds; round++) {
  floors.push(time([resolve('tests/bench/floor.ts'), executable, ...pages]))
  const out = join(place, `out-${round}`)
  builds.push(time([resolve('pipeline/cli/main.ts'), 'build', '--out', out]))
}
rmSync(place, { recursive: true })

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
const row = (name: string, values: number[]): string =>
  `${name}  median ${median(values).toFixed(0)} ms, best ${Math.min(...values).toFixed(0)} ms`
console.log(`${pages.length} editions, ${rounds} rounds`)
console.log(row('floor', floors))
console.log(row('build', builds))
console.log(`ratio  median ${(median(builds) / median(floors)).toFixed(2)}, best ${(Math.min(...builds) / Math.min(...floors)).toFixed(2)}`)
