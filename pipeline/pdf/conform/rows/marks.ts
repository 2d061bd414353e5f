import { PDFName } from '@cantoo/pdf-lib'
import { CONTINUED, MARK } from '../../preparation.ts'
import type { PrintedFile } from '../printed-file.ts'
import { elementsOf, setTextEntry, textEntry, type Element } from '../tree.ts'

/**
 * Gives the elements that the page marked their types and entries.
 * @throws Error where a mark is lost, so that none is lost in silence
 */
export function readMarks({ tree, marked, notes, preparation: { markers } }: PrintedFile): void {
  const found = new Map<number, Element>()
  const parts: [note: string, part: Element][] = []
  for (const element of elementsOf(tree)) {
    const alternative = textEntry(element, 'Alt')
    if (!alternative?.startsWith(MARK)) continue
    const [number, ...continued] = alternative.slice(MARK.length).split(CONTINUED)
    const index = Number(number)
    const marker = markers[index]
    if (continued.length > 0 && marker?.id !== undefined) {
      element.dict.delete(PDFName.of('Alt'))
      element.type = marker.type
      parts.push([marker.id, element])
      continue
    }
    if (!marker || found.has(index)) throw new Error(`The browser’s PDF has an element twice, or one that the page has not: ${index}.`)
    found.set(index, element)
    marked.add(element)
    element.type = marker.type
    element.dict.delete(PDFName.of('Alt'))
    if (marker.alternative !== undefined) setTextEntry(element, 'Alt', marker.alternative)
    if (marker.expansion !== undefined) setTextEntry(element, 'E', marker.expansion)
    if (marker.id !== undefined) setTextEntry(element, 'ID', marker.id)
    if (marker.type === 'Note' && marker.id !== undefined) notes.parts.set(marker.id, [element])
    if (marker.calls !== undefined) notes.calls.set(element, marker.calls)
  }
  for (const [id, part] of parts) notes.parts.get(id)?.push(part)
  const lost = markers.flatMap((marker, index) => (found.has(index) ? [] : [marker.type]))
  if (lost.length > 0) throw new Error(`The browser’s PDF lacks elements that the page has: ${lost.join(', ')}.`)
}
