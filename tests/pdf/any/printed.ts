import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { contentWidth, PAPERS } from '../../../pipeline/html/paper.ts'
import type { PaperName } from '../../../pipeline/model/publication.ts'
import { brokenWords } from './broken.ts'
import { callsOf, strayedIn } from './calls.ts'
import { coveringIn, itemsOf, pagesOf } from './items.ts'

const POINTS = 72 / 25.4
/** The space that hangs over a line’s end, and what the browser rounds, in points. */
const HANGING = 2
/** How far a list’s number stands out, in points. */
const MARKER = 20

/**
 * What of a PDF stands beyond the margins of its page, over something else, or is not as large as the style says; words that
 * are broken without a hyphen; notes that stand on another page than their call, and are not told.
 * @param sentinel a paragraph of the text, whose size is known
 * @param told the names of notes that are told to stand elsewhere
 */
export async function layoutFaults(bytes: Uint8Array, name: PaperName, sentinel: string, told: readonly string[]): Promise<string[]> {
  const { width, height, margins, em } = PAPERS[name]
  const upright = [width, height, contentWidth(PAPERS[name])] as const
  // A page that is turned for a wide table keeps its margins where they are.
  const turned = [height, width, height - margins.left - margins.right] as const
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const faults: string[] = []
  let isKnown = false
  for (const page of await pagesOf(document)) {
    const number = page.pageNumber
    const [, , pageWidth, pageHeight] = page.view as [number, number, number, number]
    const [wide, high, content] = pageWidth > pageHeight ? turned : upright
    const end = (margins.left + content) * POINTS + HANGING
    if (Math.abs(pageWidth - wide * POINTS) > 1 || Math.abs(pageHeight - high * POINTS) > 1)
      faults.push(`page ${number} is ${pageWidth} by ${pageHeight} points`)
    const items = await itemsOf(page)
    for (const { text, size, left, right, foot } of items) {
      // The cover has no margins.
      const [from, to] = number === 1 ? [0, pageWidth] : [margins.left * POINTS - MARKER, end]
      if (left < from || right > to || foot < 0 || foot > pageHeight)
        faults.push(`page ${number}: “${text}” stands from ${left.toFixed(1)} to ${right.toFixed(1)}, at ${foot.toFixed(1)}`)
      if (!text.includes(sentinel)) continue
      isKnown = true
      if (Math.abs(size - em * 1.03) > 0.05) faults.push(`page ${number}: the text has a size of ${size}`)
    }
    faults.push(...coveringIn(items).map((said) => `page ${number}: ${said}`))
    page.cleanup()
  }
  if (!isKnown) faults.push('the first paragraph is nowhere')
  return [...faults, ...strayedIn((await callsOf(document)).filter((call) => !told.includes(call.name))), ...(await brokenWords(bytes))]
}
