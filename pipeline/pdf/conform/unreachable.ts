import { PDFArray, PDFDict, PDFRef, PDFStream } from '@cantoo/pdf-lib'
import type { PrintedFile } from './printed-file.ts'

/**
 * What nothing leads to goes: elements and names that were mended away. The browser’s names count through all pages
 * that it has ever held, so that what is left of them would make two prints of one page differ.
 */
export function dropUnreachable({ context }: PrintedFile): void {
  const reached = new Set<string>()
  const { Root, Info } = context.trailerInfo
  const waiting = [Root, Info].filter((object) => object !== undefined)
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PDFRef) {
      const key = object.toString()
      if (reached.has(key)) continue
      reached.add(key)
      const target = context.lookup(object)
      if (target) waiting.push(target)
    } else if (object instanceof PDFArray) waiting.push(...object.asArray())
    else if (object instanceof PDFDict) waiting.push(...object.values())
    else if (object instanceof PDFStream) waiting.push(...object.dict.values())
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref.toString())) context.delete(ref)
}
