import { asCalled } from '../files/called.ts'
import { join } from 'node:path'
import { readBytes, readText, walk } from '../files/disk.ts'
import { failure, problem, type Problem } from '../problem.ts'
import { MANIFEST, describe, parseManifest } from '../publish/manifest.ts'

/** The published files that match the manifest, and problems of the others. */
export interface Published {
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Paths in the manifest. */
  readonly listed: ReadonlySet<string>
  readonly problems: readonly Problem[]
}

const REMEDY = `Publish again with ${asCalled('build')}, and copy the folder whole.`

/**
 * Compares a folder with its manifest: the size and SHA-256 of every file.
 * @throws Failure for a folder without manifest, or a manifest with paths that leave the folder
 */
export async function readPublished(folder: string): Promise<Published> {
  const manifest = parseManifest((await readText(join(folder, MANIFEST))) ?? '')
  if (!manifest)
    throw failure({
      rule: 'published',
      file: folder,
      message: 'This folder holds no publication.',
      expected: `a folder with a ${MANIFEST} that a build wrote`,
      remedy: `Build with ${asCalled('build')}, or name the folder that was published.`,
    })
  const files = new Map<string, Uint8Array>()
  // Links are not followed, because they could lead to any file of the machine.
  const present = new Set((await walk(folder)).files)
  const problems: Problem[] = manifest.complete
    ? []
    : [problem({ rule: 'published', file: MANIFEST, message: 'A build was cut short here.', remedy: REMEDY })]
  for (const [path, said] of manifest.files) {
    const bytes = present.has(path) ? await readBytes(join(folder, path)) : undefined
    const found = bytes && describe({ path, bytes })
    if (bytes && found?.bytes === said.bytes && found.sha256 === said.sha256) files.set(path, bytes)
    else
      problems.push(
        problem({
          rule: 'published',
          file: path,
          message: found ? 'This file is not the one that was published.' : 'This file is missing.',
          found: found && `${found.bytes} bytes, SHA-256 ${found.sha256}`,
          expected: `${said.bytes} bytes, SHA-256 ${said.sha256}`,
          remedy: REMEDY,
        }),
      )
  }
  return { files, listed: new Set(manifest.files.keys()), problems }
}
