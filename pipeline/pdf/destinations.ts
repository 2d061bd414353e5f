/**
 * Reads page numbers out of a PDF as Chromium 153 prints it: version 1.4, a classic cross-reference table, objects in
 * the clear. `/Dests` in the catalog holds the ids that links of the page lead to, as names.
 */

/**
 * Where each destination stands: id → page, counted from 1. Empty where no link of the page leads to a place in it.
 * @throws Error where the file is not built as Chromium 153 builds it
 */
export function pageNumbers(pdf: Uint8Array): Map<string, number> {
  const file = open(pdf)
  const pages = new Map(file.pages.map((reference, index) => [reference, index + 1]))
  const dests = /\/Dests (\d+) 0 R/.exec(file.catalog)
  if (!dests) return new Map()
  const entries = [...file.object(dests[1]!).matchAll(/\/(\S+)\s*\[(\d+) 0 R/g)]
  return new Map(
    entries.map(([, name, reference]) => {
      const page = pages.get(reference!)
      if (page === undefined) throw unknownForm(`the destination ${name} is on no page`)
      return [decodeName(name!), page]
    }),
  )
}

/**
 * How many pages a PDF has.
 * @throws Error where the file is not built as Chromium 153 builds it
 */
export function pageCount(pdf: Uint8Array): number {
  return open(pdf).pages.length
}

function open(pdf: Uint8Array): { catalog: string; pages: string[]; object: (reference: string) => string } {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))
  const root = /\/Root (\d+) 0 R/.exec(text.slice(-512))
  if (!start || !root) throw unknownForm('it has no cross-reference table')
  const offsets = readTable(text.slice(Number(start[1])))
  const object = (reference: string): string => {
    const offset = offsets.get(reference)
    if (offset === undefined || !text.startsWith(`${reference} 0 obj`, offset)) throw unknownForm(`it lacks the object ${reference}`)
    return text.slice(offset, text.indexOf('endobj', offset))
  }
  const catalog = object(root[1]!)
  const tree = /\/Pages (\d+) 0 R/.exec(catalog)
  if (!tree) throw unknownForm('it has no pages')
  const leaves = (reference: string): string[] => {
    const kids = /\/Kids \[([^\]]*)\]/.exec(object(reference))
    return kids ? [...kids[1]!.matchAll(/(\d+) 0 R/g)].flatMap((kid) => leaves(kid[1]!)) : [reference]
  }
  return { catalog, pages: leaves(tree[1]!), object }
}

/** Object number → offset in the file. */
function readTable(table: string): Map<string, number> {
  const offsets = new Map<string, number>()
  let number = 0
  for (const line of table.slice(0, table.indexOf('trailer')).split(/\r?\n/)) {
    const [first, second, kind] = line.trim().split(/\s+/)
    if (kind === 'n') offsets.set(String(number), Number(first))
    if (kind !== undefined) number++
    else if (second !== undefined) number = Number(first)
  }
  return offsets
}

/**
 * A PDF name writes some characters as # and two hexadecimal digits; Chromium puts there what the link says, which is
 * percent-encoded as in an address, except that a lone % stands for itself.
 */
function decodeName(name: string): string {
  const fragment = name.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

function unknownForm(what: string): Error {
  return new Error(`The browser’s PDF has an unknown form: ${what}.`)
}
