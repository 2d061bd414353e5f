import type { Columns } from './columns.ts'
import type { Entry } from './placing.ts'

/**
 * A block whose first line has no room above the notes begins on their page all the same, with nothing in it: its rule
 * would be drawn there, and links would lead there. And one of which a line has room there, but no two, the browser parts
 * where it does not look far enough back for another place. Runs in the page.
 * @returns the outermost that begins so, or the heading above it
 */
export function begunOn(text: Element, blocks: readonly HTMLElement[], columns: Columns, page: number): HTMLElement | undefined {
  /** So many lines that lead to a block go overleaf with it. */
  const MOST_LINES = 4
  const range = document.createRange()
  const isParted = (block: Element): boolean => columns.partsOn(block, page).length > 0 && columns.partsOn(block, page + 1).length > 0
  /** The tops of a block’s lines up to the end of the page. */
  const linesOf = (block: Element): Set<number> => {
    const tops = new Set<number>()
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      if (node.data.trim() === '' || node.parentElement!.closest('.note')) continue
      range.selectNodeContents(node)
      for (const rect of range.getClientRects()) if (columns.pageOf(rect) <= page) tops.add(Math.round(rect.top))
    }
    return tops
  }
  const isEmpty = (block: Element): boolean => isParted(block) && linesOf(block).size === 0
  const isAlone = (block: Element): boolean =>
    block.matches('p, li:not(:has(p, ul, ol, pre, table))') && columns.partsOn(block, page - 1).length === 0 && linesOf(block).size < 2
  let block = blocks.find((each) => isParted(each) && (isEmpty(each) || isAlone(each)))
  if (!block) return undefined
  while (block.parentElement !== text && isEmpty(block.parentElement!)) block = block.parentElement!
  for (;;) {
    let before: Element | null = block.previousElementSibling
    while (before && getComputedStyle(before).float !== 'none') before = before.previousElementSibling
    if (!(before instanceof HTMLElement) || getComputedStyle(before).breakAfter !== 'avoid' || columns.partsOn(before, page).length === 0)
      return block
    // Of a paragraph only the lines go along that are kept together.
    if (before.style.widows !== '' && before.style.orphans === '') return block
    // One of more lines would leave a hole as high as they are.
    if (before.matches('p') && linesOf(before).size > MOST_LINES) return block
    block = before
  }
}

/**
 * Where what goes overleaf with a call begins: a block whose lines are held goes as a whole, and takes those along that are kept with it
 * (`keepLinesTogether`). Runs in the page.
 */
export function cutAbove({ block, line }: Pick<Entry, 'block' | 'line'>, columns: Columns, page: number): number {
  if (block.style.orphans === '') return line.top
  const topOf = (element: Element): number => columns.partsOn(element, page)[0]?.top ?? line.top
  let top = topOf(block)
  for (let before = block.previousElementSibling; before instanceof HTMLElement; before = before.previousElementSibling) {
    const { float, lineHeight } = getComputedStyle(before)
    if (float !== 'none') continue
    const { orphans, widows } = before.style
    if (widows === '') return top
    const end = columns.partsOn(before, page).at(-1)?.bottom
    if (orphans === '') return end === undefined ? top : end - Number(widows) * Number.parseFloat(lineHeight)
    top = topOf(before)
  }
  return top
}

/**
 * A table has no room beside a float that begins above its end, and would go overleaf as a whole: where it is parted, a row
 * goes there first, and the notes take no room from it. What stays below the table would take all of it along, too. Runs in the page.
 * @param place after which the table stands
 * @param edge where the notes begin
 * @returns the row, with two more below it; nothing where the table stands above the notes, or two rows of it do not
 */
export function rowAcross(text: Element, columns: Columns, page: number, edge: number, place: Element): HTMLElement | undefined {
  const isOver = (element: Element): boolean => columns.partsOn(element, page).every(({ bottom }) => bottom > edge)
  for (const table of text.querySelectorAll('table')) {
    if (!(place.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING)) continue
    const rows = [...table.tBodies].flatMap((body) => [...body.rows])
    const first = rows.findIndex(isOver)
    let below = table.nextElementSibling
    while (below?.matches('.source-line, .note[data-fixed]') && !isOver(below)) below = below.nextElementSibling
    const isBelowOver = below?.matches('.source-line, .note[data-fixed]') ?? false
    if (first < 0 && !isBelowOver) continue
    const over = first < 0 || first > rows.length - 3 ? rows.length - 3 : first
    // One that is kept whole goes there by itself.
    const isWhole = getComputedStyle(table).breakInside === 'avoid' && table.getBoundingClientRect().height < columns.height
    return over >= 2 && !isWhole ? rows[over] : undefined
  }
  return undefined
}

/**
 * Code that is wider than the text has room beside the notes, in the outer margin: what of it has none above them goes overleaf. Runs in
 * the page.
 * @param place after which the code stands
 * @param edge where the notes begin
 * @returns the first line that goes there, or all of the code where no two lines stay; nothing where it stands above the notes, or below
 * text that goes overleaf too
 */
export function codeBeside(text: Element, columns: Columns, page: number, edge: number, place: Element): HTMLElement | undefined {
  for (const code of text.querySelectorAll<HTMLElement>(':scope > pre[data-wide]')) {
    if (!(place.compareDocumentPosition(code) & Node.DOCUMENT_POSITION_FOLLOWING)) continue
    const top = columns.partsOn(code, page)[0]?.top ?? Infinity
    let before = code.previousElementSibling
    while (before && getComputedStyle(before).float !== 'none') before = before.previousElementSibling
    const end = before ? (columns.partsOn(before, page).at(-1)?.bottom ?? -Infinity) : -Infinity
    if (top === Infinity || end > edge || code.getBoundingClientRect().width <= columns.width) return undefined
    const lines = [...code.querySelectorAll<HTMLElement>('.line')]
    const over = lines.findIndex((line) => {
      const parts = columns.partsOn(line, page)
      return parts.length === 0 || parts.some(({ bottom }) => bottom > edge)
    })
    if (over >= 0) return over < 2 ? code : lines[over]
  }
  return undefined
}
