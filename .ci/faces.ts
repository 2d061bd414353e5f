/**
 * Makes `pipeline/html/faces/`: of each Latin face the letters of European languages alone, a tenth of the file that has them
 * beside those of all others. The files are kept, since a reader waits for each; they are made anew after the faces or the
 * letters have changed: node .ci/faces.ts
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import subsetFont from 'subset-font'
import { PRINTABLE, rangesOf } from '../pipeline/language/printable.ts'

const FILES = 'node_modules/@fontsource/{noto-serif,noto-sans,noto-sans-mono}/files/*-latin-ext-{400,700}-{normal,italic}.woff2'
const FOLDER = 'pipeline/html/faces'
const LETTERS = rangesOf(PRINTABLE['latin-a'])
  .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)))
  .join('')

/** The faces by their paths. */
export async function makeFaces(): Promise<Map<string, Uint8Array>> {
  const made = new Map<string, Uint8Array>()
  for (const file of globSync(FILES).sort()) {
    const path = `${FOLDER}/${basename(file).replace('latin-ext', 'latin-a')}`
    made.set(path, await subsetFont(readFileSync(file), LETTERS, { targetFormat: 'woff2' }))
  }
  return made
}

if (import.meta.main) {
  mkdirSync(FOLDER, { recursive: true })
  for (const [path, bytes] of await makeFaces()) writeFileSync(path, bytes)
}
