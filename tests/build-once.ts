import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { cacheWithBrowser } from './browser-cache.ts'
import { nodeOptions } from './node-options.ts'

/** A publication that was built into a folder of its own. */
export interface BuiltFolder {
  readonly folder: string
  readonly said: string
  readonly remove: () => void
}

/** Builds the real publication with the real browser into a folder of its own, as `npm start` does. */
export function buildPublication(circumstances: Circumstances = {}): BuiltFolder {
  return buildRoot('.', circumstances)
}

/** How a build is run, where it is not as usual. */
export interface Circumstances {
  readonly environment?: NodeJS.ProcessEnv
  readonly arguments?: readonly string[]
  /** A command that runs the build as its own arguments. */
  readonly through?: readonly string[]
  /** The working folder. */
  readonly from?: string
  /** Whether nothing that was printed before is known. */
  readonly printsAnew?: boolean
}

let cache: string | undefined

/** A cache of its own, with the browser in it, but with nothing that was made before. */
function emptiedCache(): string {
  if (cache === undefined) {
    const made = cacheWithBrowser()
    process.on('exit', made.remove)
    cache = made.folder
  }
  for (const kept of ['store', 'builds']) rmSync(join(cache, 'editions', kept), { recursive: true, force: true })
  return cache
}

/** The same for another publication. */
export function buildRoot(root: string, circumstances: Circumstances = {}): BuiltFolder {
  const folder = mkdtempSync(join(tmpdir(), 'editions-build-'))
  const build = ['node', ...nodeOptions(), resolve('pipeline/cli/main.js'), '--root', resolve(root), 'build', '--out', folder]
  const [program, ...rest] = [...(circumstances.through ?? []), ...build, ...(circumstances.arguments ?? [])]
  const { status, stdout, stderr } = spawnSync(program!, rest, {
    encoding: 'utf8',
    cwd: circumstances.from,
    env: { ...process.env, ...(circumstances.printsAnew && { XDG_CACHE_HOME: emptiedCache() }), ...circumstances.environment },
  })
  if (status !== 0) throw new Error(`The build ended with ${status}.\n${stdout}${stderr}`)
  return { folder, said: stdout, remove: () => rmSync(folder, { recursive: true }) }
}

/** The real publication in another place. */
export function copyOfPublication(): { root: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'editions-copy-'))
  for (const part of ['content', 'locales', 'templates']) cpSync(part, join(root, part), { recursive: true })
  return { root, remove: () => rmSync(root, { recursive: true }) }
}

/** A root for a publication whose files lie in `tests/`: with the publisher of the real one. */
export function rootOf(files: string): { root: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'editions-root-'))
  for (const tag of ['sq', 'mk', 'sr-Cyrl']) cpSync(`locales/${tag}/site.json`, join(root, 'locales', tag, 'site.json'))
  cpSync(files, root, { recursive: true })
  return { root, remove: () => rmSync(root, { recursive: true }) }
}

/** Every file of a folder: path → SHA-256. */
export function digestsOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile())
  return Object.fromEntries(
    paths.sort().map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  )
}

export const DOCUMENT = 'conference-summary'
export const TAGS = ['sq', 'mk', 'sr-Cyrl', 'sr-Latn', 'en'] as const

export const pdfPath = (folder: string, tag: string, document = DOCUMENT): string => join(folder, tag, document, `${document}.${tag}.pdf`)
export const htmlPath = (folder: string, tag: string, document = DOCUMENT): string => join(folder, tag, document, 'index.html')
