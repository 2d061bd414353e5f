import { join } from 'node:path'
import { readBytes, readText } from '../files/disk.ts'
import { fileSize } from '../files/sighting.ts'
import type { EditionFacts } from '../model/outcome.ts'
import { failure, type Problem } from '../problem.ts'
import { MANIFEST, SEALS, parseManifest, type Manifest } from '../publish/manifest.ts'
import { pageLeads, pdfLeads, styleLeads, type LinkedFile } from './leads.ts'
import { verifyLinks } from './links.ts'
import { holdFiles, holdSeal } from './published.ts'
import { isBook, isNamedBook, verifyBook } from './books.ts'
import { isDrawn, verifyPicture } from './pictures.ts'
import { findListed, findManifest, openFolder, openPackage, type Opened } from './sources.ts'
import { findVeraPdf, runVeraPdf } from './verapdf.ts'
import { readAndVerify } from './verify-pdf.ts'

/** What is to be verified. Paths are absolute. */
export interface Verification {
  /** A folder, an offline package, or a single file that was published. */
  readonly target: string
  /** A manifest to hold a single file or a package against; the nearest above it where none is named. */
  readonly manifest?: string | undefined
  /** Public key that the publisher is known to sign with. */
  readonly key?: string | undefined
}

export interface Verdict {
  /** Number of files that match the manifest. */
  readonly files: number
  readonly pdfs: number
  readonly problems: readonly Problem[]
  /** True if veraPDF was on the PATH and validated the PDFs. */
  readonly verapdf: boolean
  /** Public key of a signature that fits. */
  readonly signedBy: string | undefined
  /** Of a single file or a package: what it was published as. Nothing where no manifest lists it. */
  readonly published?: { readonly path: string; readonly facts: EditionFacts | undefined; readonly isFormer: boolean } | undefined
}

/** The PDF of an edition, such as `sq/report/report.sq.pdf`, of a former version, or of several side by side, in `parallel/`. Other PDFs are files that a document links to, from any source. */
const EDITION = /^(?:parallel\/)?([^/]+)\/([^/.]+)(?:\.\d{4}-\d{2}-\d{2})?\/\2\.\1\.pdf$/

/**
 * Verifies what was published: files against their manifest, the manifest against its digests and their signature, the PDF of
 * each edition, its books, what is drawn of it, and all links.
 * @throws Failure for what is not there, a folder without manifest, and a file without any
 */
export async function verify({ target, manifest, key }: Verification): Promise<Verdict> {
  const size = fileSize(target)
  if (size === undefined) {
    const { opened, problems } = await openFolder(target)
    return opened ? verifyAll(opened, key, (path) => join(target, path)) : { ...NOTHING, problems }
  }
  const bytes = (await readBytes(target))!
  const isABook = isNamedBook(target)
  const isPackage = !isABook && (Buffer.from(bytes.subarray(0, 2)).toString('latin1') === 'PK' || target.endsWith('.zip'))
  const listing = await readListing(target, manifest, isPackage)
  const listed = listing && findListed(target, bytes, listing)
  const folder = listed?.path.split('/').slice(0, -1).join('/') ?? ''
  const version = listing?.versions.get(folder)
  const facts = version?.facts ?? listing?.facts.get(folder)
  const published = listed && { path: listed.path, facts, isFormer: version !== undefined }
  const found = listed?.problems ?? []
  if (isPackage) {
    const { opened, problems } = await openPackage(target, bytes)
    const inside = opened ? await verifyAll(opened, key, () => undefined) : { ...NOTHING, problems: [] }
    return { ...inside, problems: [...found, ...problems, ...inside.problems], published }
  }
  const pdf = target.endsWith('.pdf') ? await readAndVerify(target, bytes) : undefined
  const program = pdf ? await findVeraPdf() : undefined
  const validated = program === undefined ? [] : await runVeraPdf(program, target, target)
  const isListed = found.length === 0
  const torn = isABook ? await verifyBook(target, bytes) : []
  const problems = [...found, ...(isListed ? [...(pdf?.problems ?? []), ...torn, ...validated] : [])]
  return { ...NOTHING, files: isListed ? 1 : 0, pdfs: pdf ? 1 : 0, problems, verapdf: program !== undefined, published }
}

const NOTHING = { files: 0, pdfs: 0, verapdf: false, signedBy: undefined } as const

/** The manifest to hold a file against. A package has one of its own. */
async function readListing(target: string, named: string | undefined, isPackage: boolean): Promise<Manifest | undefined> {
  const file = await findManifest(target, named)
  const manifest = file === undefined ? undefined : parseManifest((await readText(file)) ?? '')
  if (manifest || (isPackage && named === undefined)) return manifest
  throw failure({
    rule: 'published',
    file: named ?? target,
    message: named === undefined ? 'There is no manifest to hold this file against.' : 'This is no manifest.',
    expected: `the ${MANIFEST} that a build wrote, in a folder above the file, or named with --manifest`,
    remedy: `Download ${MANIFEST} from the site that the file is from, and name it with --manifest.`,
  })
}

/** @param pathOf place of a file on the disk, for other programs; nothing in a package */
async function verifyAll(
  { contents, text, manifest }: Opened,
  key: string | undefined,
  pathOf: (path: string) => string | undefined,
): Promise<Verdict> {
  const { files, problems } = await holdFiles(contents, manifest)
  const seal = await holdSeal(contents, text, manifest, key)
  const program = await findVeraPdf()
  const linked = new Map<string, LinkedFile>()
  const found: Problem[] = []
  let pdfs = 0
  for (const [path, bytes] of files) {
    if (path.endsWith('.html')) linked.set(path, pageLeads(bytes))
    else if (path.endsWith('.css')) linked.set(path, styleLeads(bytes))
    else if (isDrawn(path)) found.push(...verifyPicture(path, bytes))
    else if (isBook(path)) found.push(...(await verifyBook(path, bytes)))
    if (!EDITION.test(path)) continue
    pdfs++
    const read = await readAndVerify(path, bytes)
    found.push(...read.problems)
    const place = pathOf(path)
    // The PDF of a package is the site’s: it leads to other documents there.
    if (read.pdf && place !== undefined) linked.set(path, pdfLeads(read.pdf))
    if (program !== undefined && place !== undefined) found.push(...(await runVeraPdf(program, path, place)))
  }
  const links = verifyLinks(linked, new Set([...manifest.files.keys(), ...SEALS]))
  const signedBy = seal.length === 0 ? manifest.publicKey : undefined
  return { files: files.size, pdfs, problems: [...problems, ...seal, ...found, ...links], verapdf: program !== undefined, signedBy }
}
