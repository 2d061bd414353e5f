import { PDFDict } from '@cantoo/pdf-lib'
import { isAddress } from '../../../pipeline/html/breaks.ts'
import { facesOf, unicodeOf, type Face } from '../../../pipeline/verify/faces.ts'
import { visitOperations } from '../../../pipeline/verify/operations.ts'
import { name, readPdf, type ContentStream, type Reading, type StructureElement } from '../../../pipeline/verify/reading.ts'

/** Elements that stand in a line of others. */
const INLINE = new Set('Span Link Em Strong Reference Quote Code NonStruct'.split(' '))
/** What ends a line within a word leaves a letter on either side of it. */
const LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}]/u

/** A part of a line. */
interface Run {
  /** The block that it stands in; nothing for what is on each page. */
  readonly block: StructureElement | undefined
  readonly baseline: string
  readonly isCode: boolean
  readonly text: string
}

/** The words of a PDF that go on in a new line without a hyphen, but for those of code and of addresses. */
export async function brokenWords(bytes: Uint8Array): Promise<string[]> {
  const pdf = await readPdf(bytes)
  const blocks = new Map(
    pdf.elements.flatMap((element) => element.contents.map(({ stream, mcid }) => [`${stream} ${mcid}`, blockOf(element)] as const)),
  )
  return pdf.pageRefs.flatMap((ref, index) => {
    const runs = pdf.streams.filter((stream) => stream.ref === ref).flatMap((stream) => runsIn(pdf, stream, blocks))
    return runs.flatMap((run, at) => {
      const before = runs[at - 1]
      if (!before?.block || before.block !== run.block || before.baseline === run.baseline || before.isCode || run.isCode) return []
      if (!LETTER.test(before.text.at(-1)!) || !LETTER.test(run.text[0]!)) return []
      const isOfBlock = ({ block }: Run): boolean => block === run.block
      const [start, end] = [wordAt(runs.slice(0, at).reverse().filter(isOfBlock), -1), wordAt(runs.slice(at).filter(isOfBlock), 1)]
      // A line that ends elsewhere in an address has no hyphen either: nobody could tell whether it is one of its own.
      return isAddress(start + end) ? [] : [`page ${index + 1}: “${start}|${end}” goes on in a new line without a hyphen`]
    })
  })
}

function blockOf(element: StructureElement): StructureElement {
  let block = element
  while (block.parent && INLINE.has(block.type)) block = block.parent
  return block
}

/** What stands before the next space. @param step 1 for the signs from the first on, −1 for those before the end */
function wordAt(runs: readonly Run[], step: 1 | -1): string {
  let word = ''
  for (const { text } of runs) {
    const part = step === 1 ? /^\S*/.exec(text)![0] : /\S*$/.exec(text)![0]
    word = step === 1 ? word + part : part + word
    if (part !== text) break
  }
  return word
}

function runsIn(pdf: Reading, { ref, text, resources }: ContentStream, blocks: ReadonlyMap<string, StructureElement>): Run[] {
  const fonts = resources?.lookupMaybe(name('Font'), PDFDict)
  const faces = new Map<PDFDict, Face>(facesOf(pdf).map((face) => [face.dict, face]))
  const runs: Run[] = []
  const marks: string[] = []
  let face: Face | undefined
  let baseline = ''
  visitOperations(text, (operator, operands) => {
    if (operator === 'BDC' || operator === 'BMC') marks.push(/\/MCID\s*(\d+)/.exec(operands[1] ?? '')?.[1] ?? marks.at(-1) ?? '')
    else if (operator === 'EMC') marks.pop()
    else if (operator === 'Tf') face = faces.get(fonts?.lookupMaybe(name(operands[0]!.slice(1)), PDFDict) as PDFDict)
    else if (operator === 'Tm') baseline = operands[5]!
    else if (face && (operator === 'Tj' || operator === 'TJ')) {
      const map = unicodeOf(face)
      const digits = operands.filter((each) => each.startsWith('<')).flatMap((each) => each.slice(1, -1).match(/.{4}/g) ?? [])
      const said = digits.map((each) => map.get(Number.parseInt(each, 16)) ?? '').join('')
      if (said !== '') runs.push({ block: blocks.get(`${ref} ${marks.at(-1)}`), baseline, isCode: /Mono/.test(face.label), text: said })
    }
  })
  return runs
}
