import { join } from 'node:path'
import type { Problem } from '../problem.ts'
import { readPublished } from './published.ts'
import { findVeraPdf, runVeraPdf } from './verapdf.ts'
import { verifyPdf } from './verify-pdf.ts'

export interface Verdict {
  /** How many files are as the manifest says. */
  readonly files: number
  readonly pdfs: number
  readonly problems: readonly Problem[]
  /** Whether veraPDF was on the path and held the PDFs against its profiles. */
  readonly verapdf: boolean
}

/** The PDF of an edition: `sq/report/report.sq.pdf`. Others are files that a document links to, whoever made them. */
const EDITION = /^([^/]+)\/([^/]+)\/\2\.\1\.pdf$/

/**
 * Verifies a folder: first that what is published is what the manifest says, then the PDF of each edition.
 * @throws Failure where the folder has no manifest
 */
export async function verify(folder: string): Promise<Verdict> {
  const { files, problems } = await readPublished(folder)
  const program = await findVeraPdf()
  const pdfs = [...files].filter(([path]) => EDITION.test(path))
  const found: Problem[] = []
  for (const [path, bytes] of pdfs) {
    found.push(...(await verifyPdf(path, bytes)))
    if (program !== undefined) found.push(...(await runVeraPdf(program, path, join(folder, path))))
  }
  return { files: files.size, pdfs: pdfs.length, problems: [...problems, ...found], verapdf: program !== undefined }
}
