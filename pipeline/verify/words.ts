import { PDFDict, PDFHexString, PDFString } from '@cantoo/pdf-lib'
import { facesOf, unicodeOf, type Face } from './faces.ts'
import { visitOperations } from './operations.ts'
import { name, type ContentStream, type Reading, type StructureElement } from './reading.ts'

/** A run of text in one stream, with its marked content. */
interface Run {
  readonly stream: string
  readonly mcid: number | undefined
  readonly text: string
  readonly codes: readonly (readonly [face: Face | undefined, code: number])[]
}

/** Replaces a character without a Unicode value. */
const UNKNOWN = '\uFFFD'

/** Length to which a text is shortened. */
const TOLD = 80

/**
 * The words that a finding concerns, for the document’s writer: words painted with a character of a font, the words of a
 * named element, of what it shows, or of the nearest around it that has any; or the first words of a page. Computed only for findings.
 */
export function wordsOf(pdf: Reading, finding: string): string | undefined {
  const runs = pdf.streams.flatMap((stream) => runsIn(pdf, stream))
  const [, label, code] = /^([^\s:]+)(?:$|: (?:\d+ characters, first |character )?(\d+)?)/.exec(finding) ?? []
  const isOf = ([face, each]: Run['codes'][number]): boolean => face?.label === label && (code === undefined || each === Number(code))
  const run = runs.find(({ codes }) => codes.some(isOf))
  if (run) return told(runs.filter(({ stream, mcid }) => stream === run.stream && mcid === run.mcid))
  const object = /\(object (\d+)\)/.exec(finding)?.[1]
  const contents = (each: StructureElement): StructureElement['contents'] => [...each.contents, ...each.kids.flatMap(contents)]
  for (let element = pdf.elements.find(({ ref }) => ref === `${object} 0 R`); element; element = element.parent) {
    const owned = new Set(contents(element).map(({ stream, mcid }) => `${stream} ${mcid}`))
    const words = alternativeOf(element) ?? told(runs.filter(({ stream, mcid }) => owned.has(`${stream} ${mcid}`)))
    if (words !== undefined) return words
  }
  const page = pdf.pageRefs[Number(/\bpage (\d+)/.exec(finding)?.[1]) - 1]
  return page === undefined ? undefined : told(runs.filter(({ stream, mcid }) => stream === page && mcid !== undefined))
}

/** What a figure shows, as it says itself. */
function alternativeOf({ dict }: StructureElement): string | undefined {
  const value = dict.lookup(name('Alt'))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
}

function told(runs: readonly Run[]): string | undefined {
  const text = runs
    .map((run) => run.text)
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return text === '' ? undefined : text.slice(0, TOLD)
}

function runsIn(pdf: Reading, { ref, text, resources }: ContentStream): Run[] {
  const fonts = resources?.lookupMaybe(name('Font'), PDFDict)
  const byDict = new Map(facesOf(pdf).map((face) => [face.dict, { face, map: unicodeOf(face) }]))
  const runs: Run[] = []
  const marks: (number | undefined)[] = []
  let font: { face: Face; map: ReadonlyMap<number, string> } | undefined
  visitOperations(text, (operator, operands) => {
    if (operator === 'BDC' || operator === 'BMC')
      marks.push(Number(/\/MCID\s*(\d+)/.exec(operands[1] ?? '')?.[1] ?? marks.at(-1) ?? Number.NaN))
    else if (operator === 'EMC') marks.pop()
    else if (operator === 'Tf') font = byDict.get(fonts?.lookupMaybe(name(operands[0]!.slice(1)), PDFDict) as PDFDict)
    else if (operator === 'Tj' || operator === 'TJ') {
      const digits = operands.filter((each) => each.startsWith('<')).flatMap((each) => each.slice(1, -1).match(/.{4}/g) ?? [])
      const codes = digits.map((each) => Number.parseInt(each, 16))
      const mcid = marks.at(-1)
      runs.push({
        stream: ref,
        mcid: Number.isNaN(mcid) ? undefined : mcid,
        text: codes.map((code) => valueOf(font?.map, code)).join(''),
        codes: codes.map((code) => [font?.face, code] as const),
      })
    }
  })
  return runs
}

function valueOf(map: ReadonlyMap<number, string> | undefined, code: number): string {
  const value = map?.get(code) ?? ''
  return value === '' || value === '\0' ? UNKNOWN : value
}
