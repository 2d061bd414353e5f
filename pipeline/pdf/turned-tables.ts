import type { NotesTools } from './notes/tools.ts'

/** Some of the text after tables that are turned, which may as well stand before them. */
export interface Following {
  /** The number of its first block. */
  readonly number: number
  /** How high it is with its notes, and with what parts it from what follows. In points. */
  readonly height: number
  /** Whether it does not stand alone: a heading, or what leads to a list. */
  readonly isLead: boolean
  /** Whether it may stand on a turned page, and whether it does. */
  readonly mayTurn: boolean
  readonly isTurned: boolean
}

/** Tables on turned pages that follow each other, and the text after them. */
export interface TurnedTables {
  /** The number of the first block that is turned, and of the last row. */
  readonly first: number
  readonly last: number
  /** The number of the block before which text may stand that follows; nothing where none may. */
  readonly place: number | undefined
  readonly following: readonly Following[]
  /** Whether more text follows below that. */
  readonly goesOn: boolean
}

/**
 * Tells the tables on turned pages; runs in the page. Where there are any, notes stand then where they were gathered. Text of another chapter does not come
 * before a table, nor text of another section before one that no caption names. Side by side editions stay as they are.
 */
export function turnedTables(selector: string, tools: NotesTools): TurnedTables[] {
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
  const isTurnedTable = (unit: Element | undefined): unit is HTMLTableElement =>
    unit?.matches('table') === true && styleOf(unit).page === 'turned'
  /** The notes of a unit, and what says where it is from. */
  const besides = (unit: Element): Element[] => {
    const found: Element[] = []
    for (let at = unit.nextElementSibling; at?.matches('.note, .source-line'); at = at.nextElementSibling) found.push(at)
    return found
  }
  const alone = document.querySelector<HTMLStyleElement>('style[data-paper-alone]')
  if (!units.some(isTurnedTable)) return []
  tools.takeHome(text, [], tools.keepHere)
  const found: TurnedTables[] = []
  for (let at = 0; at < units.length; at++) {
    if (!isTurnedTable(units[at])) continue
    const tables = [units[at] as HTMLTableElement]
    let first = at
    while (units[first - 1]?.matches('[data-turned]')) first--
    for (; isTurnedTable(units[at + 1]); at++) tables.push(units[at + 1] as HTMLTableElement)
    const parts = followingOf(tables, at + 1)
    found.push({
      first: numberOf(units[first]!),
      last: numberOf([...tables.at(-1)!.rows].at(-1)!),
      place: placeBefore(first),
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

  function followingOf(tables: readonly HTMLTableElement[], from: number): { following: HTMLElement[]; goesOn: boolean } {
    const areNamed = tables.every(({ caption }) => caption !== null)
    const areNoted = tables.some((table) => besides(table).some((each) => each.matches('[data-fixed]')))
    const following: HTMLElement[] = []
    let signs = 0
    for (const unit of units.slice(from)) {
      const begins = /page|left|right|recto|verso/.test(styleOf(unit).breakBefore) && !unit.matches('[data-overleaf]')
      if (begins || isTurnedTable(unit)) return { following, goesOn: false }
      const isOther = !unit.matches(FLOWING) || (unit.matches(HEADING) && !areNamed)
      if (isOther || signs > SIGNS || (areNoted && besides(unit).length > 0)) return { following, goesOn: true }
      following.push(unit)
      signs += unit.textContent.length
    }
    return { following, goesOn: false }
  }

  /** Heights are those of copies, which no page parts. */
  function measured(following: readonly HTMLElement[]): Following[] {
    const shelf = text!.cloneNode() as HTMLElement
    const hasMargin = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--aside')) > 0
    // A note of the text around that goes on overleaf would part what stands below a table there.
    const hasNotes = text!.querySelector('.note:not([data-fixed])') !== null
    const copies: Element[] = []
    for (const unit of following) {
      const below = besides(unit).filter((each) => !hasMargin || each.textContent.length > SIGNS_IN_MARGIN)
      const copy = unit.cloneNode(true) as HTMLElement
      delete copy.dataset['turned']
      copies.push(copy)
      shelf.append(copy, ...below.map((each) => each.cloneNode(true)))
    }
    const end = shelf.appendChild(document.createElement('div'))
    end.style.clear = 'both'
    text!.after(shelf)
    if (alone) alone.disabled = true
    const tops = [...copies, end].map((copy) => copy.getBoundingClientRect().top)
    if (alone) alone.disabled = false
    shelf.remove()
    return copies.map((_, index): Following => {
      const unit = following[index]!
      return {
        number: numberOf(unit),
        height: ((tops[index + 1]! - tops[index]!) * 72) / 96,
        isLead: unit.matches(`${HEADING}, [data-leads]`),
        mayTurn: !hasNotes && unit.matches(`p, ul, ol, blockquote, ${HEADING}`),
        isTurned: unit.matches('[data-turned]'),
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
}

/** Moves text before tables, with its notes; runs in the page. @returns the order of the text’s units, by their numbers before all moves */
export function flowText(selector: string, { before }: Pick<FlowedText, 'before'>): number[] {
  const blocks = document.querySelectorAll<HTMLElement>(selector)
  const unitOf = (number: number): HTMLElement => blocks[number]!.closest<HTMLElement>('.text > *')!
  for (const { place, numbers } of before)
    for (const unit of numbers.map(unitOf)) {
      const moved: Element[] = [unit]
      for (let at = unit.nextElementSibling; at?.matches('.note, .source-line'); at = at.nextElementSibling) moved.push(at)
      delete unit.dataset['turned']
      unitOf(place).before(...moved)
    }
  return [...document.querySelectorAll<HTMLElement>('.text > [data-unit]')].map(({ dataset }) => Number(dataset['unit']))
}
