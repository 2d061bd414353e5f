import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Builds the real publication with the real browser into a folder of its own, as `npm start` does. */
export function buildPublication(environment: NodeJS.ProcessEnv = {}): { folder: string; said: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'editions-build-'))
  const { status, stdout, stderr } = spawnSync('node', [resolve('pipeline/cli/main.ts'), 'build', '--out', folder], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  })
  if (status !== 0) throw new Error(`The build ended with ${status}.\n${stdout}${stderr}`)
  return { folder, said: stdout, remove: () => rmSync(folder, { recursive: true }) }
}

export const DOCUMENT = 'conference-summary'
export const TAGS = ['sq', 'mk', 'sr-Cyrl', 'sr-Latn', 'en'] as const

export const pdfPath = (folder: string, tag: string): string => join(folder, tag, DOCUMENT, `${DOCUMENT}.${tag}.pdf`)
export const htmlPath = (folder: string, tag: string): string => join(folder, tag, DOCUMENT, 'index.html')
