import { join, resolve, sep } from 'node:path'
import { isUnfinished, readText, realPath, remove, walk, writeIfChanged } from '../disk.ts'
import { shown } from '../identifier.ts'
import type { Artifact, Publication } from '../model.ts'
import { Failure, failure, problem } from '../problem.ts'
import { MANIFEST, SUMS, describe, parseManifest, serializeManifest, serializeSums, type Manifest } from './manifest.ts'

/** An output folder that was found fit to be written. */
export interface Output {
  readonly folder: string
  /** What an earlier build published there. */
  readonly manifest: Manifest
  /** Leavings of a build that was cut short. */
  readonly litter: readonly string[]
}

/** Files that may lie in an output folder without being published: they keep it in git. */
const KEPT = ['.gitkeep', '.gitignore']
const SOURCES = ['content', 'locales', 'templates']

/**
 * Looks at an output folder before anything is built: it is new, empty, or what an earlier build wrote.
 * @throws Failure where it holds files that are not ours, or lies among the sources: nothing is ever deleted there
 */
export async function inspectOutput({ root }: Publication, out: string): Promise<Output> {
  const folder = await realPath(resolve(root, out))
  const real = await realPath(root)
  if (SOURCES.some((source) => `${folder}${sep}`.startsWith(join(real, source) + sep))) {
    throw failure({
      rule: 'output',
      file: shown(out),
      message: 'The output cannot lie among the sources of the publication.',
      found: folder,
      expected: 'a folder outside content/, locales/ and templates/',
      remedy: 'Name another folder with --out.',
    })
  }
  const { files, others } = await walk(folder)
  const manifest = parseManifest((await readText(join(folder, MANIFEST))) ?? '') ?? { complete: true, files: new Map() }
  const ours = new Set([
    ...manifest.files.keys(),
    ...(files.includes(MANIFEST) && manifest.files.size > 0 ? [MANIFEST, SUMS] : []),
    ...KEPT,
  ])
  const foreign = [...files.filter((file) => !ours.has(file) && !isUnfinished(file)), ...others]
  if (foreign.length > 0) {
    throw new Failure(
      problem({
        rule: 'output',
        file: shown(out),
        message: 'The output folder holds files that this tool did not write; nothing was touched.',
        found: `${foreign.slice(0, 5).map(shown).join(', ')}${foreign.length > 5 ? ` and ${foreign.length - 5} more` : ''}`,
        expected: 'an empty folder, or one that an earlier build wrote',
        remedy: 'Move these files elsewhere, or name another folder with --out.',
      }),
    )
  }
  return { folder, manifest, litter: files.filter(isUnfinished) }
}

/**
 * Publishes artifacts: each file appears whole under its name, the manifest last.
 * The manifest is first written as incomplete, with the old files and the new, so that a build that is cut short
 * leaves a folder that the next build knows as its own and heals.
 * @param keep whether a published file stays that this build did not make: so it is when only a part was built
 * @returns the paths that were written anew
 */
export async function publish(output: Output, artifacts: readonly Artifact[], keep: (path: string) => boolean): Promise<string[]> {
  const { folder, manifest } = output
  const made = new Map(artifacts.map((artifact) => [artifact.path, describe(artifact)]))
  const kept = [...manifest.files].filter(([path]) => !made.has(path) && keep(path))
  const dropped = [...manifest.files.keys()].filter((path) => !made.has(path) && !keep(path))
  const final: Manifest = { complete: true, files: new Map([...kept, ...made]) }
  const finished = serializeManifest(final)
  const written: string[] = []
  if ((await readText(join(folder, MANIFEST))) !== finished) {
    await writeIfChanged(
      join(folder, MANIFEST),
      serializeManifest({ complete: false, files: new Map([...manifest.files, ...final.files]) }),
    )
  }
  for (const { path, bytes } of artifacts) {
    if (await writeIfChanged(join(folder, path), bytes)) written.push(path)
  }
  for (const path of [...dropped, ...output.litter]) await remove(join(folder, path), folder)
  await writeIfChanged(join(folder, SUMS), serializeSums(final))
  await writeIfChanged(join(folder, MANIFEST), finished)
  return written
}
