import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** A publication that was built into a folder of its own. */
export interface BuiltFolder {
  readonly folder: string
  readonly said: string
  readonly remove: () => void
}

/** Builds the real publication with the real browser into a folder of its own, as `npm start` does. */
export function buildPublication(environment: NodeJS.ProcessEnv = {}): BuiltFolder {
  return buildRoot('.', environment)
}

/** The same for another publication. */
export function buildRoot(root: string, environment: NodeJS.ProcessEnv = {}): BuiltFolder {
  const folder = mkdtempSync(join(tmpdir(), 'editions-build-'))
  const { status, stdout, stderr } = spawnSync('node', [resolve('pipeline/cli/main.ts'), '--root', root, 'build', '--out', folder], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  })
  if (status !== 0) throw new Error(`The build ended with ${status}.\n${stdout}${stderr}`)
  return { folder, said: stdout, remove: () => rmSync(folder, { recursive: true }) }
}

/** A root for a publication whose files lie in `tests/`: with the templates and the interface texts of the real one. */
export function rootOf(files: string): { root: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'editions-root-'))
  cpSync('templates', join(root, 'templates'), { recursive: true })
  for (const tag of ['en', 'sq', 'mk', 'sr-Cyrl']) cpSync(`locales/${tag}/site.json`, join(root, 'locales', tag, 'site.json'))
  cpSync(files, root, { recursive: true })
  return { root, remove: () => rmSync(root, { recursive: true }) }
}

export const DOCUMENT = 'conference-summary'
export const TAGS = ['sq', 'mk', 'sr-Cyrl', 'sr-Latn', 'en'] as const

export const pdfPath = (folder: string, tag: string, document = DOCUMENT): string => join(folder, tag, document, `${document}.${tag}.pdf`)
export const htmlPath = (folder: string, tag: string, document = DOCUMENT): string => join(folder, tag, document, 'index.html')
