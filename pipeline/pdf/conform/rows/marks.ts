import { PDFName } from '@cantoo/pdf-lib'
import { CONTINUED, MARK } from '../../preparation.ts'
import { Unprintable } from '../../unprintable.ts'
import { wordsAround, type PrintedFile } from '../printed-file.ts'
import { elementsOf, setTextEntry, textEntry, type Element } from '../tree.ts'

/** How much of the words around a fault is told. */
const TOLD = 60

/**
 * Gives the elements that the page marked their types and entries.
 * @throws Unprintable where a mark is lost, so that none is lost in silence
 */
export function readMarks(file: PrintedFile): void {
  const { tree, marked, notes, preparation } = file
  const { markers } = preparation
  const found = new Map<number, Element>()
  const refuse = (what: string, near: Element | undefined): never => {
    const words = wordsAround(file, near)
    throw new Unprintable(words === '' ? `${what}.` : `${what}, at “${words.slice(0, TOLD)}”.`, [words])
  }
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
    if (!marker || found.has(index))
      return refuse(`The browser’s PDF has an element twice, or one that the page has not: ${element.type}`, element)
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
  const lost = markers.flatMap((marker, index) => (found.has(index) ? [] : [{ type: marker.type, index }]))
  if (lost.length > 0) {
    const before = Math.max(...[...found.keys()].filter((index) => index < lost[0]!.index))
    refuse(`The browser’s PDF lacks elements that the page has: ${lost.map(({ type }) => type).join(', ')}`, found.get(before))
  }
}
