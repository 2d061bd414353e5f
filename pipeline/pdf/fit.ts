/** What is wider than its place, and can be made no narrower. */
export interface Overflow {
  /** Its text, or of a table that of its widest cell. */
  readonly text: string
  /** All that the table says. */
  readonly table?: string
  /** Of a table the head of its widest column; empty where that has none. */
  readonly column?: string
  /** Whether it stands in a note, which stands on an upright page. */
  readonly isInNote?: boolean
  /** In millimetres. */
  readonly width: number
  readonly place: number
}

/** What came of making a page fit. */
export interface Fit {
  readonly overflows: readonly Overflow[]
  /** What reaches out of its place the farthest, be it by the space at a line's end alone. */
  readonly farthest: Overflow
}

/** The ways in which the style sets a table narrower, one after the other, as `data-narrow`. In those of `turned` its page is turned, but for one in a note. */
export const NARROWER = [
  'small',
  'parted',
  'smaller',
  'heads',
  'heads-smaller',
  'turned',
  'turned-smaller',
  'turned-parted',
  'turned-heads',
  'turned-smallest',
  'turned-smallest-heads',
] as const

/**
 * Sets tables narrower that are wider than the page, and tells what is wider all the same; runs in the page, which is laid out
 * for it as no print needs: so this is only for one that has turned out too wide.
 */
export function fitPage(ways: readonly string[]): Fit {
  const MILLIMETRE = 96 / 25.4
  const root = getComputedStyle(document.documentElement)
  const lengthOf = (property: string): number => Number.parseFloat(root.getPropertyValue(property)) * MILLIMETRE
  const [page, content, turned] = [lengthOf('--page-width'), lengthOf('--content'), lengthOf('--turned')]
  const alone = document.querySelector<HTMLStyleElement>('style[data-paper-alone]')
  if (alone) alone.disabled = true
  document.body.style.width = `${content}px`
  const isTurned = (table: Element | null): boolean =>
    table !== null && (getComputedStyle(table) as CSSStyleDeclaration & { page: string }).page === 'turned'
  const placeOf = (element: Element): number => (element.closest('.cover') ? page : isTurned(element.closest('table')) ? turned : content)
  const reach = (element: Element): number => {
    const { left, width } = element.getBoundingClientRect()
    const inside = getComputedStyle(element).overflowX === 'clip' ? 0 : element.scrollWidth
    return left + Math.max(width, inside) - document.body.getBoundingClientRect().left
  }
  // The space that hangs over a line's end has a margin of its own, which the print leaves for it.
  const HANGING = 2 * MILLIMETRE
  const isWide = (element: Element, margin = 0.5): boolean => reach(element) > placeOf(element) + margin

  const tables = [...document.querySelectorAll('table')]
  for (const table of tables) {
    const heads = headsToTurn(table)
    for (const way of ways) {
      if (!isWide(table)) break
      if (way.includes('heads') && heads.length === 0) continue
      table.dataset['narrow'] = way
      if (way.includes('heads')) heads.forEach(turnHead)
      else heads.forEach(turnHeadBack)
    }
  }
  // What belongs to a table that is turned goes with it, and what leads to it in a few lines; not what calls notes, which have no place there.
  const turn = (element: Element): void => void ((element as HTMLElement).dataset['turned'] = '')
  const SIGNS_OF_LINE = 64
  const HEADING = ':is(h2, h3, h4, h5, h6):not([data-noted])'
  const isLead = (element: Element | null, selector: string): boolean => element?.matches(`.text ${selector}`) ?? false
  // What is longer stands on upright pages; so much of one would be alone between two tables that are turned.
  const ALONE = 0.45
  const [line, height] = [Number.parseFloat(getComputedStyle(document.body).lineHeight), lengthOf('--height')]
  const heightOf = ({ textContent }: Element): number => (0.5 + Math.ceil(textContent.length / SIGNS_OF_LINE)) * line
  const turnBetween = (table: Element): void => {
    const between: Element[] = []
    let at = table.previousElementSibling
    for (; at && !isTurned(at.closest('table')); at = at.previousElementSibling) between.push(at)
    if (
      at &&
      between.reduce((sum, each) => sum + heightOf(each), 0) < ALONE * height &&
      between.every((each) => each.matches('.text > :not([data-noted], :has([data-noted]))'))
    )
      between.forEach(turn)
  }
  for (const table of tables.filter(isTurned)) {
    turnBetween(table)
    for (let at = table.nextElementSibling; at?.matches('.source-line, .note[data-fixed]'); at = at.nextElementSibling) turn(at)
    let before = table.previousElementSibling
    if (isLead(before, 'p:not([data-noted], .source-line)') && heightOf(before!) < ALONE * (page - lengthOf('--page-height') + height)) {
      turn(before!)
      before = before!.previousElementSibling
    }
    if (isLead(before, HEADING)) turn(before!)
  }
  // A table that goes on with few rows on a last page is set closer where that spares the page.
  const [FEW, FULL] = [0.45, lengthOf('--page-width') - (lengthOf('--page-height') - height)]
  const pagesOf = (table: HTMLTableElement): number => {
    const high = (element: Element | null | undefined): number => element?.getBoundingClientRect().height ?? 0
    let [pages, filled] = [0, Infinity]
    for (const row of [...table.tBodies].flatMap((body) => [...body.rows])) {
      if (filled + high(row) > FULL) [pages, filled] = [pages + 1, high(table.tHead) + (pages === 0 ? high(table.caption) : 0)]
      filled += high(row)
    }
    return pages - 1 + filled / FULL
  }
  for (const table of tables.filter(isTurned)) {
    const pages = pagesOf(table)
    if (pages < 1 || pages % 1 > FEW) continue
    table.dataset['close'] = ''
    if (pagesOf(table) > Math.floor(pages)) delete table.dataset['close']
  }
  const widest = (table: HTMLTableElement): Pick<Overflow, 'text' | 'table' | 'column' | 'isInNote'> => {
    const cells = [...table.rows].flatMap((row) => [...row.cells])
    const cell = cells.reduce((best, each) => (each.scrollWidth > best.scrollWidth ? each : best))
    // The word that makes the column so wide: the longest of its cells.
    const column = [...table.rows].flatMap(({ cells: row }) => row[cell.cellIndex] ?? [])
    const longest = (each: Element): number => Math.max(...each.textContent.split(/[\s\u00AD]+/).map(({ length }) => length))
    const holder = column.reduce((best, each) => (longest(each) > longest(best) ? each : best))
    return {
      text: holder.textContent.trim(),
      table: [...table.rows].map((row) => row.textContent).join(''),
      column: column[0]!.textContent.trim(),
      isInNote: table.closest('.note') !== null,
    }
  }
  const turnedTables = tables.filter(isTurned)
  const wide = [...document.body.querySelectorAll('*')].filter(
    (element) =>
      isWide(element, element.localName === 'table' ? undefined : HANGING) &&
      element.getClientRects().length > 0 &&
      // Leaders, and the space before them, are cut off before the number.
      !element.matches('.entry *') &&
      // What holds a table on a page of its own is not as wide as that.
      !turnedTables.some((table) => table !== element && element.contains(table)),
  )
  const innermost = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)))
  // What says nothing is known by what it stands in.
  const speaking = (element: Element): Element =>
    element.textContent.trim() === '' && element.parentElement ? speaking(element.parentElement) : element
  const causes = new Set(innermost.map((element) => element.closest('table') ?? speaking(element)))
  const overflowOf = (element: Element): Overflow => ({
    ...(element instanceof HTMLTableElement ? widest(element) : { text: element.textContent.trim() }),
    width: reach(element) / MILLIMETRE,
    place: placeOf(element) / MILLIMETRE,
  })
  const over = (element: Element): number => reach(element) - placeOf(element)
  const said = [...document.querySelectorAll('body *')].filter(({ textContent }) => textContent.trim() !== '')
  const farthest = overflowOf(said.reduce((best, element) => (over(element) >= over(best) ? element : best)))
  const overflows = [...causes].map(overflowOf)
  document.body.style.width = ''
  if (alone) alone.disabled = false
  return { overflows, farthest }

  /** The heads of a table’s columns of figures and other short signs, where a word of one may be wider than what stands below: turned, it takes a line’s height. */
  function headsToTurn(table: HTMLTableElement): HTMLElement[] {
    const MOST_SIGNS = 8
    const longestWord = (cell: Element | undefined): number =>
      Math.max(0, ...(cell?.textContent ?? '').split(/[\s\u00AD]+/).map(({ length }) => length))
    const rows = [...table.tBodies].flatMap((body) => [...body.rows])
    const isShort = (text: string): boolean => text.length <= MOST_SIGNS || !/\p{L}/u.test(text)
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])].filter(
      ({ cellIndex }) => cellIndex > 0 && rows.every(({ cells }) => isShort(cells[cellIndex]?.textContent.trim() ?? '')),
    )
    // Heads are bold, and wider than as many figures.
    const isWider = (head: HTMLTableCellElement): boolean =>
      longestWord(head) >= Math.max(2, ...rows.map(({ cells }) => longestWord(cells[head.cellIndex])))
    return heads.some(isWider) ? heads : []
  }

  /** What a head says stands in an element of its own, which the style turns. */
  function turnHead(head: HTMLElement): void {
    if (head.querySelector(':scope > [data-head]')) return
    const words = document.createElement('span')
    words.dataset['head'] = ''
    words.append(...head.childNodes)
    head.append(words)
  }

  function turnHeadBack(head: HTMLElement): void {
    const words = head.querySelector(':scope > [data-head]')
    words?.replaceWith(...words.childNodes)
  }
}
