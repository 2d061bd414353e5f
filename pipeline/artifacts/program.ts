import { dirname, join } from 'node:path'
import { openCache } from '../files/cache.js'
import { openInputs, type Known } from '../files/inputs.ts'
import { readKept, writeKept } from './kept.ts'

const MODULES = dirname(import.meta.dirname)
const ROOT = dirname(MODULES)
/**
 * The program’s own files, and the file with its packages’ versions: the lock file, or package.json if it is installed as a
 * package.
 */
const FILES = [MODULES, ...['package-lock.json', 'package.json'].map((name) => join(ROOT, name))]

/** Form of the kept value: the files as they were seen. */
const FORM = 'program 2'

let version: Promise<string> | undefined

/**
 * Version of this program: the Node version and a digest of its files, wherever it is installed. Results of another version may
 * differ.
 */
export function programVersion(): Promise<string> {
  return (version ??= readVersion())
}

async function readVersion(): Promise<string> {
  const { folder } = openCache()
  const file = folder && join(folder, 'program.json')
  const inputs = openInputs((file === undefined ? {} : ((await readKept(file, FORM))?.[0] ?? {})) as Known).look()
  const digest = inputs.digest(FILES, ROOT)
  if (file !== undefined) await writeKept(file, FORM, [inputs.known()])
  return `${process.version} ${digest}`
}
