import { PDFArray, PDFDict, PDFName } from '@cantoo/pdf-lib'
import { textOf, type PrintedFile } from '../printed-file.ts'
import { adopt, around, elementsOf, setTextEntry, type Element, type Kid } from '../tree.ts'

/** Types of the browser's own and the standard types that they stand for (ISO 32000-1, 14.8.4). */
const ROLES = { Strong: 'Span', Em: 'Span', Aside: 'Div' }

/** What holds blocks; text in it stands in a paragraph. */
const GROUPS = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Note', 'Aside', 'NonStruct'])
const INLINE = new Set(['Span', 'Link', 'Reference', 'Quote', 'Code', 'Em', 'Strong', 'Figure', 'Formula', 'Form', 'Annot'])

/** Whether a kid stands in a line of text. */
const isInline = (kid: Kid): boolean =>
  kid.kind !== 'element' || INLINE.has(kid.type) || (kid.type === 'NonStruct' && kid.kids.every(isInline))

export function mapRoles({ context, structureRoot }: PrintedFile): void {
  structureRoot.set(PDFName.of('RoleMap'), context.obj(ROLES))
}

/** The browser's elements without meaning: their kids stand in their place, text among blocks in a paragraph. */
export function dissolveGroups({ context, tree }: PrintedFile): void {
  const dissolve = (element: Element): void => {
    for (const kid of element.kids) if (kid.kind === 'element') dissolve(kid)
    const among = GROUPS.has(element.type) && !element.kids.every(isInline)
    adopt(
      element,
      element.kids.flatMap((kid): Kid[] => {
        if (kid.kind !== 'element' || kid.type !== 'NonStruct') return [kid]
        const lines = kid.kids.length > 0 && kid.kids.every(isInline)
        const structured = kid.kids.some((inner) => inner.kind === 'element')
        // Where blocks stand, a group with lines of its own was a paragraph; a bare one is joined with its neighbours.
        if (lines && GROUPS.has(element.type) && (among || element.type === 'Document') && structured) {
          kid.type = 'P'
          return [kid]
        }
        return kid.kids
      }),
    )
    if (GROUPS.has(element.type) && element.type !== 'NonStruct') adopt(element, inParagraphs(context, element.kids))
  }
  dissolve(tree)
}

/** Puts every run of what stands in a line into a paragraph; a figure alone is a block. */
function inParagraphs(context: PrintedFile['context'], kids: readonly Kid[]): Kid[] {
  const blocks: Kid[] = []
  let run: Kid[] = []
  const close = (): void => {
    if (run.length > 0)
      blocks.push(...(run.every((kid) => kid.kind === 'element' && kid.type === 'Figure') ? run : [around(context, 'P', run)]))
    run = []
  }
  for (const kid of kids) {
    if (isInline(kid)) run.push(kid)
    else {
      close()
      blocks.push(kid)
    }
  }
  close()
  return blocks
}

/** A list's items are items; each has its label, and all else in its body. */
export function completeLists(file: PrintedFile): void {
  const { context } = file
  for (const list of elementsOf(file.tree, 'L')) {
    for (const kid of list.kids) if (kid.kind === 'element' && !['L', 'LI', 'Caption'].includes(kid.type)) kid.type = 'LI'
    for (const item of list.kids) {
      if (item.kind !== 'element' || item.type !== 'LI') continue
      const parts = (kid: Kid): boolean => kid.kind === 'element' && (kid.type === 'Lbl' || kid.type === 'LBody')
      const rest = item.kids.filter((kid) => !parts(kid))
      if (rest.length === 0) continue
      adopt(item, [...item.kids.filter(parts), around(context, 'LBody', rest)])
    }
  }
}

/**
 * The numbering of a list by its first label: the browser names decimals and the bullets of whole lists only (ISO 32000-1,
 * table 347). A plain item among tasks has a label that is drawn.
 */
const NUMBERINGS: readonly (readonly [label: RegExp, numbering: string])[] = [
  [/^$/, 'Disc'],
  [/^\d/, 'Decimal'],
  [/^[ivx]+[.)]/, 'LowerRoman'],
  [/^[IVX]+[.)]/, 'UpperRoman'],
  [/^[a-z]+[.)]/, 'LowerAlpha'],
  [/^[A-Z]+[.)]/, 'UpperAlpha'],
]
const BULLETS: Readonly<Record<string, string>> = { Disc: '•', Circle: '◦', Square: '▪' }

/** Labels that are drawn say what they show, and a list how it is numbered (7.6). */
export function nameLabels(file: PrintedFile): void {
  for (const list of elementsOf(file.tree, 'L')) {
    const labels = list.kids.flatMap((item) => (item.kind === 'element' ? item.kids : [])).filter((kid) => kid.kind === 'element')
    const first = labels.find(({ type }) => type === 'Lbl')
    if (!first) continue
    const attributes = numberingOf(file, list)
    const numbering =
      attributes?.lookupMaybe(PDFName.of('ListNumbering'), PDFName)?.decodeText() ??
      NUMBERINGS.find(([label]) => label.test(textOf(file, first).trim()))?.[1]
    if (!attributes && numbering !== undefined) list.dict.set(PDFName.of('A'), file.context.obj({ O: 'List', ListNumbering: numbering }))
    const drawn = labels.filter((label) => label.type === 'Lbl' && textOf(file, label).trim() === '')
    for (const label of drawn) setTextEntry(label, 'ActualText', BULLETS[numbering ?? 'Disc'] ?? '•')
  }
}

function numberingOf({ context }: PrintedFile, { dict }: Element): PDFDict | undefined {
  const value = context.lookup(dict.get(PDFName.of('A')))
  const all = value instanceof PDFArray ? value.asArray().map((each) => context.lookup(each)) : [value]
  return all.find((each): each is PDFDict => each instanceof PDFDict && each.has(PDFName.of('ListNumbering')))
}

/** Rows of column heads at a table's top are its head, all others its body. */
export function completeTables({ context, tree }: PrintedFile): void {
  for (const table of elementsOf(tree, 'Table')) {
    const rows = table.kids.filter((kid): kid is Element => kid.kind === 'element' && kid.type === 'TR')
    const others = table.kids.filter((kid) => kid.kind !== 'element' || kid.type !== 'TR')
    const isHead = (row: Element): boolean => row.kids.length > 0 && row.kids.every((kid) => kid.kind === 'element' && kid.type === 'TH')
    const body = rows.findIndex((row) => !isHead(row))
    const head = body < 0 ? rows : rows.slice(0, body)
    if (head.length === 0 || head.length === rows.length) continue
    adopt(table, [...others, around(context, 'THead', head), around(context, 'TBody', rows.slice(head.length))])
  }
}

/** Entries of the contents refer to their chapters. */
export function completeContents({ context, tree }: PrintedFile): void {
  for (const entry of elementsOf(tree, 'TOCI'))
    adopt(
      entry,
      entry.kids.map((kid) => (kid.kind === 'element' && kid.type === 'Link' ? around(context, 'Reference', [kid]) : kid)),
    )
}

const HEADING = /^H([1-6])$/

/** No level of headings is left out: one that stands too deep rises (7.4.2). */
export function levelHeadings({ tree }: PrintedFile): void {
  const open: { found: number; given: number }[] = []
  for (const element of elementsOf(tree)) {
    const found = Number(HEADING.exec(element.type)?.[1])
    if (!found) continue
    while (open.length > 0 && open.at(-1)!.found >= found) open.pop()
    const given = Math.min(found, (open.at(-1)?.given ?? 0) + 1)
    open.push({ found, given })
    element.type = `H${given}`
  }
}
