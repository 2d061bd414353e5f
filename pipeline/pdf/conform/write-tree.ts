import { PDFArray, PDFDict, PDFName, PDFNull, PDFNumber, PDFRef, PDFString, type PDFObject } from '@cantoo/pdf-lib'
import type { PrintedFile } from './printed-file.ts'
import { elementsOf, textEntry, type Element, type Kid } from './tree.ts'

const name = PDFName.of

/** Writes the structure back, with the parent tree that leads from content to elements, and the tree of names. */
export function writeTree(file: PrintedFile): void {
  const { context, structureRoot, tree } = file
  const elements = elementsOf(tree)
  nameElements(file, elements)
  const parents = new Map<number, PDFRef[] | PDFRef>()
  const parentsOf = (holder: PDFDict, key: string): number => holder.lookup(name(key), PDFNumber).asNumber()
  for (const element of elements) {
    element.dict.set(name('S'), name(element.type))
    element.dict.set(name('P'), element.parent?.ref ?? (file.catalog.get(name('StructTreeRoot')) as PDFRef))
    writeKids(file, element)
    for (const kid of element.kids) {
      if (kid.kind === 'annotation') parents.set(parentsOf(context.lookup(kid.ref, PDFDict), 'StructParent'), element.ref)
      if (kid.kind !== 'content') continue
      const number = parentsOf(file.contentStreams.get(kid.contentStream)!.owner, 'StructParents')
      const list = (parents.get(number) as PDFRef[] | undefined) ?? []
      list[kid.mcid] = element.ref
      parents.set(number, list)
    }
  }
  const numbers = [...parents.keys()].sort((a, b) => a - b)
  const entries = numbers.flatMap((number): PDFObject[] => {
    const parent = parents.get(number)!
    if (parent instanceof PDFRef) return [PDFNumber.of(number), parent]
    return [
      PDFNumber.of(number),
      context.register(
        arrayOf(
          file,
          Array.from(parent, (ref: PDFRef | undefined) => ref ?? PDFNull),
        ),
      ),
    ]
  })
  const old = structureRoot.get(name('ParentTree'))
  context.assign(old as PDFRef, context.obj({ Nums: arrayOf(file, entries) }))
  structureRoot.set(name('ParentTreeNextKey'), PDFNumber.of((numbers.at(-1) ?? -1) + 1))
  // What has lost its last sequence leads to no elements.
  for (const { owner, sequences } of file.contentStreams.values())
    if (sequences.size === 0 && owner.get(name('Subtype')) === name('Form')) owner.delete(name('StructParents'))
  forgetUnused(file, new Set(elements.map(({ ref }) => ref.toString())))
}

function arrayOf({ context }: PrintedFile, values: readonly PDFObject[]): PDFArray {
  const array = PDFArray.withContext(context)
  for (const value of values) array.push(value)
  return array
}

function writeKids(file: PrintedFile, element: Element): void {
  const page = element.kids.find((kid) => kid.kind !== 'element')?.page
  if (page) element.dict.set(name('Pg'), page)
  else element.dict.delete(name('Pg'))
  const kids = element.kids.map((kid) => kidObject(file, kid, page))
  if (kids.length === 0) element.dict.delete(name('K'))
  else element.dict.set(name('K'), kids.length === 1 ? kids[0]! : arrayOf(file, kids))
}

function kidObject({ context }: PrintedFile, kid: Kid, page: PDFRef | undefined): PDFObject {
  if (kid.kind === 'element') return kid.ref
  if (kid.kind === 'annotation') return context.obj({ Type: 'OBJR', Obj: kid.ref, Pg: kid.page })
  if (!kid.form && kid.page === page) return PDFNumber.of(kid.mcid)
  return context.obj({ Type: 'MCR', Pg: kid.page, ...(kid.form && { Stm: kid.form }), MCID: kid.mcid })
}

/**
 * Names elements anew, in the tree's order: the browser counts through all pages that it has ever held. Cells name the
 * heads that they stand under; the tree of names leads back to each.
 */
function nameElements({ context, structureRoot }: PrintedFile, elements: readonly Element[]): void {
  const names = new Map<string, string>()
  const named: [string, PDFRef][] = []
  for (const element of elements) {
    const old = textEntry(element, 'ID')
    if (old === undefined) continue
    const given = `e${String(named.length + 1).padStart(6, '0')}`
    names.set(old, given)
    named.push([given, element.ref])
    element.dict.set(name('ID'), PDFString.of(given))
  }
  for (const { dict } of elements) {
    const attributes = context.lookup(dict.get(name('A')))
    for (const each of attributes instanceof PDFArray ? attributes.asArray() : [attributes]) {
      const headers = (context.lookup(each) as PDFDict | undefined)?.lookupMaybe(name('Headers'), PDFArray)
      headers?.asArray().forEach((head, index) => {
        const given = names.get((head as PDFString).decodeText())
        if (given !== undefined) headers.set(index, PDFString.of(given))
      })
    }
  }
  structureRoot.delete(name('IDTree'))
  if (named.length === 0) return
  const list = named.flatMap(([given, ref]): PDFObject[] => [PDFString.of(given), ref])
  const pairs = PDFArray.withContext(context)
  for (const each of list) pairs.push(each)
  structureRoot.set(name('IDTree'), context.register(context.obj({ Names: pairs })))
}

/** Bookmarks lead to no elements that are in the tree no longer. */
function forgetUnused({ context, catalog }: PrintedFile, used: ReadonlySet<string>): void {
  const visit = (ref: PDFObject | undefined): void => {
    for (let at = ref; at;) {
      const item = context.lookup(at, PDFDict)
      const structure = item.get(name('SE'))
      if (structure && !used.has(structure.toString())) item.delete(name('SE'))
      visit(item.get(name('First')))
      at = item.get(name('Next'))
    }
  }
  visit(catalog.lookupMaybe(name('Outlines'), PDFDict)?.get(name('First')))
}
