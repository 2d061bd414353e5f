import { dirname, join } from 'node:path'
import { openCache } from '../files/cache.js'
import { openInputs, type Known } from '../files/inputs.ts'
import { readKept, writeKept } from './kept.ts'

const MODULES = dirname(import.meta.dirname)
/** Its own files, and the versions of its packages, as the lock file or, where it is itself installed as a package, its description has them. */
const FILES = [MODULES, ...['package-lock.json', 'package.json'].map((name) => join(dirname(MODULES), name))]

/** What is kept: the files as they were seen before. */
const FORM = 'program 1'

let version: Promise<string> | undefined

/** The version of this program, a digest of its files: what another has made may be other than what this one makes. */
export function programVersion(): Promise<string> {
  return (version ??= readVersion())
}

async function readVersion(): Promise<string> {
  const { folder } = openCache()
  const file = folder && join(folder, 'program.json')
  const inputs = openInputs(((file && (await readKept(file, FORM))) ?? {}) as Known).look()
  const digest = inputs.digest(FILES)
  if (file !== undefined) await writeKept(file, FORM, inputs.known())
  return `${process.version} ${digest}`
}
