import { join, sep } from 'node:path'
import { list, readBytes, walk } from '../files/disk.ts'
import { shown } from '../files/identifier.ts'
import { nearestName } from '../files/slips.ts'
import { failure } from '../problem.ts'
import { BUILT_IN_TEMPLATES } from '../publication/overlay.ts'

/** Documents of each form with their translations, to begin with. */
const EXAMPLES = join(BUILT_IN_TEMPLATES, 'examples')

/**
 * The files of an example: path relative to a publication’s root → bytes.
 * @throws Failure where there is none of this name
 */
export async function readExample(name: string): Promise<Map<string, Uint8Array>> {
  const known = (await list(EXAMPLES))?.folders ?? []
  if (!known.includes(name)) {
    const near = nearestName(name, known)
    throw failure({
      rule: 'unknown-example',
      file: 'content/',
      message: 'There is no example of this name; nothing was written.',
      found: shown(name),
      expected: near === undefined ? `one of ${known.join(', ')}` : `perhaps ${near}`,
      remedy: 'Correct the name.',
    })
  }
  const { files } = walk(join(EXAMPLES, name))
  const read = files.map(async (path) => [path.replaceAll(sep, '/'), (await readBytes(join(EXAMPLES, name, path)))!] as const)
  return new Map(await Promise.all(read))
}
