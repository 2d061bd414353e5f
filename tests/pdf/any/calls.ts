import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { pagesOf } from './items.ts'

/** A call of a note, with the pages on which it and the note stand. */
export interface NoteCall {
  readonly name: string
  readonly call: number
  readonly note: number
  /** A note of a table stands below it. */
  readonly isInTable: boolean
}

interface Structure {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly Structure[]
}

/** The calls of notes, in the order of the pages. */
export async function callsOf(pdf: PDFDocumentProxy): Promise<NoteCall[]> {
  const calls = (await pagesOf(pdf)).map(async (page) => {
    const links = (await page.getAnnotations()) as { id: string; dest?: string }[]
    const noted = links.flatMap(({ id, dest }) => (dest?.startsWith('fn-') ? [{ id, name: dest }] : []))
    if (noted.length === 0) return []
    const inTables = await linksInTables(page)
    return Promise.all(
      noted.map(async ({ id, name }) => ({
        name,
        call: page.pageNumber,
        note: await pageOf(pdf, name),
        isInTable: inTables.some((each) => each.endsWith(id)),
      })),
    )
  })
  return (await Promise.all(calls)).flat()
}

/** On which page a destination is. */
export async function pageOf(pdf: PDFDocumentProxy, name: string): Promise<number> {
  const destination = await pdf.getDestination(name)
  return 1 + (await pdf.getPageIndex(destination![0] as { num: number; gen: number }))
}

async function linksInTables(page: PDFPageProxy): Promise<string[]> {
  const linksIn = ({ role, type, id, children = [] }: Structure, isInTable: boolean): string[] => [
    ...(isInTable && type === 'annotation' ? [id!] : []),
    ...children.flatMap((child) => linksIn(child, isInTable || role === 'Table')),
  ]
  return linksIn(await page.getStructTree(), false)
}

/**
 * The notes that stand on another page than their call.
 * @param calls of a document: of several of one note the first counts
 */
export function strayedIn(calls: readonly NoteCall[]): string[] {
  const first = calls.filter(({ name }, at) => calls.findIndex((each) => each.name === name) === at)
  return first
    .filter(({ call, note, isInTable }) => (isInTable ? note < call : note !== call))
    .map(({ name, call, note }) => `${name} is called on page ${call} and stands on page ${note}`)
}
