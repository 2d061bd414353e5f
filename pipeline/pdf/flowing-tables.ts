import type { NotesTools } from './notes/tools.ts'

/** Some of the text after tables that are turned, which may as well stand before them. */
export interface Following {
  /** The number of its first block. */
  readonly number: number
  /** How high it is with its notes, and with what parts it from what follows. In points. */
  readonly height: number
  /** What parts it from what it follows, as a heading. In points. */
  readonly above: number
  /** Whether it does not stand alone: a heading, or what leads to a list. */
  readonly isLead: boolean
  /** Whether it may stand on a turned page, and whether it does. */
  readonly mayTurn: boolean
  readonly isTurned: boolean
  /** Whether it was turned since it stands below a table. */
  readonly isBelow: boolean
}

/** Tables on turned pages that follow each other, or a table or a figure on an upright one, and the text after them. */
export interface FlowingTables {
  /** The number of the first block that is turned, or of the table's or figure's first, and of the last row. */
  readonly first: number
  readonly last: number
  readonly isTurned: boolean
  /** Of turned tables, how high the last row is with what belongs to the table below it, and with what parts that from text. In points. */
  readonly foot: number
  /** The number of the block before which text may stand that follows; nothing where none may. */
  readonly place: number | undefined
  readonly following: readonly Following[]
  /** Whether more text follows below that. */
  readonly goesOn: boolean
}

/**
 * Tells the tables on turned pages, and others that are asked for; runs in the page. Where there are any, notes stand then where they were gathered. Text of another chapter does not come
 * before a table, nor text of another section before one that no caption names. Side by side editions stay as they are.
 * @param others the first blocks of tables and figures on upright pages
 */
export function flowingTables(selector: string, others: readonly number[], tools: NotesTools): FlowingTables[] {
  const text = document.querySelector<HTMLElement>('body:not([data-columns]) .text')
  if (!text) return []
  const HEADING = 'h2, h3, h4, h5, h6'
  // Copies of pictures do not tell at once how high they are.
  const FLOWING = `:is(p, ul, ol, blockquote, pre, .alert, ${HEADING}):not(:has(img))`
  // So many signs fill the pages before and below tables; and a note of more does not stand in the margin.
  const [SIGNS, SIGNS_IN_MARGIN] = [8000, 300]
  const blocks = [...document.querySelectorAll<HTMLElement>(selector)]
  const numberOf = (unit: Element): number => blocks.indexOf(unit.matches(selector) ? (unit as HTMLElement) : unit.querySelector(selector)!)
  const units = [...text.querySelectorAll<HTMLElement>(':scope > [data-unit]:not(.source-line)')]
  const styleOf = (element: Element) => getComputedStyle(element) as CSSStyleDeclaration & { page: string }
  const isOther = (unit: Element): boolean => unit.matches('table, figure') && others.includes(numberOf(unit))
  const isTurnedTable = (unit: Element | undefined): unit is HTMLTableElement =>
    unit?.matches('table') === true && styleOf(unit).page === 'turned'
  const inPoints = (pixels: number): number => (pixels * 72) / 96
  const marginOf = (element: Element, side: 'marginTop' | 'marginBottom'): number => Number.parseFloat(styleOf(element)[side])
  /** The notes of a unit, and what says where it is from. */
  const besides = (unit: Element): Element[] => {
    const found: Element[] = []
    for (let at = unit.nextElementSibling; at?.matches('.note, .source-line'); at = at.nextElementSibling) found.push(at)
    return found
  }
  const alone = document.querySelector<HTMLStyleElement>('style[data-paper-alone]')
  if (others.length === 0 && !units.some(isTurnedTable)) return []
  tools.takeHome(text, [], tools.keepHere)
  const found: FlowingTables[] = []
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]!
    const isTurned = isTurnedTable(unit)
    if (!isTurned && !isOther(unit)) continue
    const tables = [unit]
    let first = at
    if (isTurned) while (units[first - 1]?.matches('[data-turned]')) first--
    if (isTurned) for (; isTurnedTable(units[at + 1]); at++) tables.push(units[at + 1]!)
    const parts = followingOf(tables, at + 1)
    const last = tables.at(-1)!
    const row = [...last.querySelectorAll<HTMLElement>('table tr')].at(-1) ?? last
    found.push({
      first: numberOf(units[first]!),
      last: numberOf(row),
      isTurned,
      place: placeBefore(first),
      foot: isTurned ? footOf(last, row) : 0,
      following: measured(parts.following),
      goesOn: parts.goesOn,
    })
  }
  return found

  /** What leads to a table stays above it, and a heading above its text. */
  function placeBefore(first: number): number | undefined {
    let at = first
    while (units[at - 1]?.matches('[data-leads]')) at--
    if (at === 0 || units[at]!.matches(HEADING) || units[at - 1]!.matches(HEADING)) return undefined
    return numberOf(units[at]!)
  }

  function followingOf(tables: readonly HTMLElement[], from: number): { following: HTMLElement[]; goesOn: boolean } {
    const areNamed = tables.every((table) => table.querySelector(':scope > :is(caption, figcaption)') !== null)
    const areNoted = tables.some((table) => besides(table).some((each) => each.matches('.note')))
    const following: HTMLElement[] = []
    let signs = 0
    for (const unit of units.slice(from)) {
      const begins = /page|left|right|recto|verso/.test(styleOf(unit).breakBefore) && !unit.matches('[data-overleaf]')
      if (begins || isTurnedTable(unit)) return { following, goesOn: false }
      const isApart = !unit.matches(FLOWING) || (unit.matches(HEADING) && !areNamed)
      if (isApart || signs > SIGNS || (areNoted && besides(unit).length > 0)) return { following, goesOn: true }
      following.push(unit)
      signs += unit.textContent.length
    }
    return { following, goesOn: false }
  }

  function footOf(table: HTMLElement, row: HTMLElement): number {
    const lowest = besides(table).at(-1) ?? table
    if (alone) alone.disabled = true
    const foot = inPoints(lowest.getBoundingClientRect().bottom - row.getBoundingClientRect().top + marginOf(lowest, 'marginBottom'))
    if (alone) alone.disabled = false
    return foot
  }

  /** Heights are those of copies, which no page parts; lines end where they do on pages. */
  function measured(following: readonly HTMLElement[]): Following[] {
    const shelf = text!.cloneNode() as HTMLElement
    const hasMargin = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--aside')) > 0
    // A note of the text around that goes on overleaf would part what stands below a table there.
    const hasNotes = text!.querySelector('.note:not([data-fixed])') !== null
    const copies: HTMLElement[] = []
    for (const unit of following) {
      const below = besides(unit).filter((each) => !hasMargin || each.textContent.length > SIGNS_IN_MARGIN)
      const copy = unit.cloneNode(true) as HTMLElement
      delete copy.dataset['turned']
      copies.push(copy)
      shelf.append(copy, ...below.map((each) => each.cloneNode(true)))
      for (const block of [copy, ...copy.querySelectorAll<HTMLElement>('li')]) block.style.setProperty('text-wrap', 'wrap')
    }
    const end = shelf.appendChild(document.createElement('div'))
    end.style.clear = 'both'
    // So the copies alone are laid out.
    const { display } = text!.style
    text!.style.display = 'none'
    text!.after(shelf)
    if (alone) alone.disabled = true
    const tops = [...copies, end].map((copy) => copy.getBoundingClientRect().top)
    const margins = copies.map((copy) => marginOf(copy, 'marginTop'))
    if (alone) alone.disabled = false
    shelf.remove()
    text!.style.display = display
    return copies.map((_, index): Following => {
      const unit = following[index]!
      return {
        number: numberOf(unit),
        height: inPoints(tops[index + 1]! - tops[index]!),
        above: inPoints(margins[index]!),
        isLead: unit.matches(`${HEADING}, [data-leads]`),
        mayTurn: !hasNotes && unit.matches(`p, ul, ol, blockquote, ${HEADING}`),
        isTurned: unit.matches('[data-turned]'),
        isBelow: unit.matches('[data-turned="below"]'),
      }
    })
  }
}

/** Text that is to stand before what follows tables so far, by the numbers of its blocks. */
export interface FlowedText {
  /** What comes before a block. */
  readonly before: readonly { readonly place: number; readonly numbers: readonly number[] }[]
  /** What stands on turned pages below tables. */
  readonly below: readonly number[]
  /** What stood there so far, and has no room any more since the table has moved. */
  readonly upright: readonly number[]
}

/** Moves text before tables, with its notes, and from below them; runs in the page. @returns the order of the text’s units, by their numbers before all moves */
export function flowText(selector: string, { before, upright }: Pick<FlowedText, 'before' | 'upright'>): number[] {
  const blocks = document.querySelectorAll<HTMLElement>(selector)
  const unitOf = (number: number): HTMLElement => blocks[number]!.closest<HTMLElement>('.text > *')!
  for (const unit of upright.map(unitOf)) delete unit.dataset['turned']
  for (const { place, numbers } of before)
    for (const unit of numbers.map(unitOf)) {
      const moved: Element[] = [unit]
      for (let at = unit.nextElementSibling; at?.matches('.note, .source-line'); at = at.nextElementSibling) moved.push(at)
      delete unit.dataset['turned']
      unitOf(place).before(...moved)
    }
  return [...document.querySelectorAll<HTMLElement>('.text > [data-unit]')].map(({ dataset }) => Number(dataset['unit']))
}
