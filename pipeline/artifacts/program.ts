import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openCache } from '../cache.js'
import { readText } from '../disk.ts'
import { writeIfChanged } from '../disk/write.ts'
import { openInputs, type Known } from '../inputs.ts'

const PROGRAM = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
/** Its own files, and the versions of its packages, as the lock file or, where it is itself installed as a package, its description has them. */
const FILES = ['pipeline', 'package-lock.json', 'package.json'].map((name) => join(PROGRAM, name))

let version: Promise<string> | undefined

/** The version of this program, a digest of its files: what another has made may be other than what this one makes. */
export function programVersion(): Promise<string> {
  return (version ??= readVersion())
}

async function readVersion(): Promise<string> {
  const { folder } = openCache()
  const file = folder && join(folder, 'program.json')
  const inputs = openInputs(file === undefined ? {} : await readKnown(file))
  const digest = inputs.digest(FILES)
  if (file !== undefined) await writeIfChanged(file, JSON.stringify(inputs.known())).catch(() => undefined)
  return `${process.version} ${digest}`
}

/** The files as they were seen before. */
async function readKnown(file: string): Promise<Known> {
  try {
    return JSON.parse((await readText(file)) ?? '{}') as Known
  } catch {
    return {}
  }
}
