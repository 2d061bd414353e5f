import { join } from 'node:path'
import type { Problem } from '../problem.ts'
import { pageLeads, pdfLeads, styleLeads, type LinkedFile } from './leads.ts'
import { verifyLinks } from './links.ts'
import { readPublished } from './published.ts'
import { findVeraPdf, runVeraPdf } from './verapdf.ts'
import { readAndVerify } from './verify-pdf.ts'

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
 * Verifies a folder: first that what is published is what the manifest says, then the PDF of each edition, then that
 * every link leads somewhere.
 * @throws Failure where the folder has no manifest
 */
export async function verify(folder: string): Promise<Verdict> {
  const { files, listed, problems } = await readPublished(folder)
  const program = await findVeraPdf()
  const linked = new Map<string, LinkedFile>()
  const found: Problem[] = []
  let pdfs = 0
  for (const [path, bytes] of files) {
    if (path.endsWith('.html')) linked.set(path, pageLeads(bytes))
    else if (path.endsWith('.css')) linked.set(path, styleLeads(bytes))
    if (!EDITION.test(path)) continue
    pdfs++
    const read = await readAndVerify(path, bytes)
    found.push(...read.problems)
    if (read.pdf) linked.set(path, pdfLeads(read.pdf))
    if (program !== undefined) found.push(...(await runVeraPdf(program, path, join(folder, path))))
  }
  return { files: files.size, pdfs, problems: [...problems, ...found, ...verifyLinks(linked, listed)], verapdf: program !== undefined }
}
