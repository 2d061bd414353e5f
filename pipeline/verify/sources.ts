import { dirname, join, resolve } from 'node:path'
import { asCalled } from '../files/called.ts'
import { readBytes, walk } from '../files/disk.ts'
import { fileSize } from '../files/sighting.ts'
import { shown } from '../files/identifier.ts'
import { Failure, failure, problem, type Problem } from '../problem.ts'
import { MANIFEST, SUMS, parseManifest, type Manifest } from '../publish/manifest.ts'
import { packFiles } from '../publish/package.ts'
import { readPackage } from './package.ts'
import { isSame, otherFile, publishAgain, type Contents } from './published.ts'

/** Something that was published, with the manifest that lists what is in it. */
export interface Opened {
  readonly contents: Contents
  readonly text: string
  readonly manifest: Manifest
}

/** What could be opened, and what is wrong with it as a whole; of something damaged nothing is opened. */
export interface Opening {
  readonly opened?: Opened
  readonly problems: readonly Problem[]
}

/**
 * Opens a folder that was published. Links in it are not followed, because they could lead to any file of the machine.
 * @throws Failure for a folder that none of its files tells to be one
 */
export async function openFolder(folder: string): Promise<Opening> {
  // Bytes that are no text are damage like any other.
  const text = new TextDecoder().decode(await readBytes(join(folder, MANIFEST)))
  const paths = new Set(walk(folder).files.map((path) => path.replaceAll('\\', '/')))
  const { manifest, problems } = readManifest(text)
  if (!manifest && problems.length === 0 && !paths.has(SUMS))
    throw failure({
      rule: 'published',
      file: folder,
      message: 'This folder holds no publication.',
      expected: `a folder with a ${MANIFEST} that a build wrote`,
      remedy: `Build with ${asCalled('build')}, or name the folder that was published.`,
    })
  if (manifest) return { opened: { contents: { paths, read: (path) => readBytes(join(folder, path)) }, text, manifest }, problems }
  const isMissing = !paths.has(MANIFEST)
  const message = isMissing ? 'The manifest is missing.' : 'The manifest is damaged: nothing can be held against it.'
  return { problems: problems.length > 0 ? problems : [problem({ rule: 'published', file: MANIFEST, message, remedy: publishAgain() })] }
}

/** A manifest that was changed may name what no build writes. */
function readManifest(text: string): { readonly manifest?: Manifest | undefined; readonly problems: readonly Problem[] } {
  try {
    return { manifest: parseManifest(text), problems: [] }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { problems: error.problems }
  }
}

/** Opens an offline package. */
export async function openPackage(file: string, bytes: Uint8Array): Promise<Opening> {
  const damaged = (found: string): Problem =>
    problem({
      rule: 'published',
      file,
      message: 'This package is not as it was made.',
      found,
      expected: 'an offline package that a build wrote',
      remedy: 'Download it again from where it was published.',
    })
  let packed: ReadonlyMap<string, Uint8Array>
  try {
    packed = await readPackage(bytes)
  } catch (error) {
    return { problems: [damaged((error as Error).message)] }
  }
  const text = Buffer.from(packed.get(MANIFEST) ?? []).toString('utf8')
  const { manifest } = readManifest(text)
  const [facts] = manifest?.facts.values() ?? []
  if (!manifest || !facts) return { problems: [damaged(`no ${MANIFEST} that a build wrote`)] }
  const contents: Contents = { paths: new Set(packed.keys()), read: async (path) => packed.get(path) }
  // The same files make the same package, to the byte.
  const again = await packFiles(
    [...packed].map(([path, each]) => ({ path, bytes: each })),
    facts.date,
  )
  const isWhole = Buffer.compare(again, bytes) === 0
  return { opened: { contents, text, manifest }, problems: isWhole ? [] : [damaged('other bytes between its files')] }
}

/** The file of a manifest that lists a published file: the one that is named, else the nearest in the folders above. */
export async function findManifest(file: string, named: string | undefined): Promise<string | undefined> {
  if (named !== undefined) return fileSize(named) === undefined ? join(named, MANIFEST) : named
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    const path = join(folder, MANIFEST)
    if (fileSize(path) !== undefined) return path
    if (folder === dirname(folder)) return undefined
  }
}

/** A published file as its manifest lists it. */
export interface Listed {
  readonly path: string
  readonly problems: readonly Problem[]
}

/** Finds a file in a manifest, by its digest or else by its name. @param name as it was named */
export function findListed(name: string, bytes: Uint8Array, { files }: Manifest): Listed {
  const byDigest = [...files].find(([, said]) => isSame(bytes, said))
  if (byDigest) return { path: byDigest[0], problems: [] }
  const byName = [...files].find(([path]) => path.split('/').at(-1) === name.split(/[/\\]/).at(-1))
  if (byName) return { path: byName[0], problems: [otherFile(name, bytes, byName[1])] }
  return {
    path: name,
    problems: [
      problem({
        rule: 'published',
        file: name,
        message: 'This file was not published: the manifest lists none with its digest or its name.',
        found: shown(name),
        remedy: `Name the ${MANIFEST} of the site that the file is from with --manifest, or download the file again.`,
      }),
    ],
  }
}
