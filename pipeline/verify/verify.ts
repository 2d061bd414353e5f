import { join } from 'node:path'
import type { Problem } from '../problem.ts'
import { pageLeads, pdfLeads, styleLeads, type LinkedFile } from './leads.ts'
import { verifyLinks } from './links.ts'
import { readPublished } from './published.ts'
import { findVeraPdf, runVeraPdf } from './verapdf.ts'
import { readAndVerify } from './verify-pdf.ts'

export interface Verdict {
  /** Number of files that match the manifest. */
  readonly files: number
  readonly pdfs: number
  readonly problems: readonly Problem[]
  /** True if veraPDF was on the PATH and validated the PDFs. */
  readonly verapdf: boolean
}

/** The PDF of an edition, such as `sq/report/report.sq.pdf`. Other PDFs are files that a document links to, from any source. */
const EDITION = /^([^/]+)\/([^/]+)\/\2\.\1\.pdf$/

/**
 * Verifies an output folder: its files against the manifest, then the PDF of each edition, then all links.
 * @throws Failure for a folder without manifest
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
