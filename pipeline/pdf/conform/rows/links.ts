import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString, type PDFNumber, type PDFRef } from '@cantoo/pdf-lib'
import { RELATIVE } from '../../../html/page-addresses.ts'
import { around, type Box } from '../bounds.ts'
import { textOf, type PrintedFile } from '../printed-file.ts'
import { elementsOf } from '../tree.ts'

/** How far apart the boxes of one line's link may be, in points: the browser ends each at a whole unit of its own. */
const TOUCH = 0.5

/**
 * One annotation for each line of a link: the browser gives every word group one of its own, and one to the space that
 * hangs over a line's end, where nobody could hit it.
 */
export function joinLinks({ context, tree, pages }: PrintedFile): void {
  const dropped = new Set<string>()
  for (const element of elementsOf(tree)) {
    const kept: { box: Box; page: PDFRef; dict: PDFDict }[] = []
    element.kids = element.kids.filter((kid) => {
      if (kid.kind !== 'annotation') return true
      const dict = context.lookup(kid.ref, PDFDict)
      const rectangle = dict.lookup(PDFName.of('Rect'), PDFArray).asArray()
      const box = rectangle.map((each) => (each as PDFNumber).asNumber()) as unknown as Box
      const neighbour = kept.find((other) => other.page === kid.page && touch(other.box, box))
      if (!neighbour) {
        kept.push({ box, page: kid.page, dict })
        return true
      }
      neighbour.box = around(neighbour.box, box)
      neighbour.dict.set(PDFName.of('Rect'), context.obj([...neighbour.box]))
      dropped.add(kid.ref.toString())
      return false
    })
  }
  if (dropped.size === 0) return
  for (const page of pages) {
    const dict = context.lookup(page, PDFDict)
    const annotations = dict.lookupMaybe(PDFName.of('Annots'), PDFArray)
    if (!annotations) continue
    dict.set(PDFName.of('Annots'), context.obj(annotations.asArray().filter((each) => !dropped.has(each.toString()))))
  }
}

/** Whether two boxes stand on one line, side by side or over each other. */
function touch(a: Box, b: Box): boolean {
  const shared = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  const height = Math.min(a[3] - a[1], b[3] - b[1])
  return shared > height / 2 && b[0] <= a[2] + TOUCH && b[2] >= a[0] - TOUCH
}

/** Links to what lies beside the PDF lead there wherever both lie: the browser writes whole addresses alone. */
export function relateLinks({ context, tree }: PrintedFile): void {
  for (const element of elementsOf(tree)) {
    for (const kid of element.kids) {
      const action = kid.kind === 'annotation' ? context.lookup(kid.ref, PDFDict).lookupMaybe(PDFName.of('A'), PDFDict) : undefined
      const address = action?.lookup(PDFName.of('URI'))
      const text = address instanceof PDFString || address instanceof PDFHexString ? address.decodeText() : ''
      if (text.startsWith(RELATIVE)) action!.set(PDFName.of('URI'), PDFString.of(decodeURIComponent(text.slice(RELATIVE.length))))
    }
  }
}

/** A link says where it leads: its annotations carry the link's words, and stand in an element of type Link (7.18.5). */
export function describeLinks(file: PrintedFile): void {
  for (const element of elementsOf(file.tree)) {
    const annotations = element.kids.filter(({ kind }) => kind === 'annotation')
    if (annotations.length === 0) continue
    element.type = 'Link'
    const words = textOf(file, element).replaceAll('\u00AD', '').replaceAll(/\s+/g, ' ').trim()
    for (const kid of annotations) {
      if (kid.kind !== 'annotation') continue
      const dict = file.context.lookup(kid.ref, PDFDict)
      dict.set(PDFName.of('Contents'), PDFHexString.fromText(words || addressOf(dict)))
    }
  }
}

function addressOf(link: PDFDict): string {
  const address = link.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'))
  return address && 'decodeText' in address ? (address as PDFHexString).decodeText() : 'Link'
}
