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
  const FLOWING = `p:not(.source-line), ul, ol, blockquote, pre, figure, .alert, ${HEADING}`
  const [SIGNS_IN_MARGIN, PAGES] = [300, 2]
  const blocks = [...document.querySelectorAll<HTMLElement>(selector)]
  const numberOf = (unit: Element): number => blocks.indexOf(unit.matches(selector) ? (unit as HTMLElement) : unit.querySelector(selector)!)
  const units = [...text.querySelectorAll<HTMLElement>(':scope > [data-unit]')]
  const styleOf = (element: Element) => getComputedStyle(element) as CSSStyleDeclaration & { page: string }
  const isTurnedTable = (unit: Element | undefined): unit is HTMLTableElement => unit?.matches('table') === true && styleOf(unit).page === 'turned'
  const notesOf = (unit: Element): Element[] => {
    const notes: Element[] = []
    for (let at = unit.nextElementSibling; at?.matches('.note'); at = at.nextElementSibling) notes.push(at)
    return notes
  }
  const root = getComputedStyle(document.documentElement)
  const lengthOf = (property: string): number => Number.parseFloat(root.getPropertyValue(property)) || 0
  const alone = document.querySelector<HTMLStyleElement>('style[data-paper-alone]')
  if (!units.some(isTurnedTable)) return []
  tools.takeHome(text, [], tools.keepHere)
  const found: TurnedTables[] = []
  for (let at = 0; at < units.length; at++) {
    if (!isTurnedTable(units[at])) continue
    const tables = [units[at] as HTMLTableElement]
    let first = at
    while (units[first - 1]?.matches('[data-turned]')) first--
    for (; isTurnedTable(units[at + 1]) || units[at + 1]?.matches('.source-line'); at++)
      if (isTurnedTable(units[at + 1])) tables.push(units[at + 1] as HTMLTableElement)
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
    const areNoted = tables.some((table) => notesOf(table).length > 0 || table.nextElementSibling?.nextElementSibling?.matches('.note'))
    const following: HTMLElement[] = []
    for (const unit of units.slice(from)) {
      const begins = /page|left|right|recto|verso/.test(styleOf(unit).breakBefore) && !unit.matches('[data-overleaf]')
      if (begins || isTurnedTable(unit)) return { following, goesOn: false }
      const isOther = !unit.matches(FLOWING) || (unit.matches(HEADING) && !areNamed)
      if (isOther || (areNoted && notesOf(unit).length > 0)) return { following, goesOn: true }
      following.push(unit)
    }
    return { following, goesOn: false }
  }

  /** Heights are those of copies, which no page parts. */
  function measured(following: readonly HTMLElement[]): Following[] {
    const shelf = text!.cloneNode() as HTMLElement
    const most = PAGES * lengthOf('--height') * (96 / 25.4)
    const hasMargin = lengthOf('--aside') > 0
    const copies: Element[] = []
    let signs = 0
    for (const unit of following) {
      const notes = notesOf(unit).filter(({ textContent }) => !hasMargin || textContent.length > SIGNS_IN_MARGIN)
      const copy = unit.cloneNode(true) as HTMLElement
      delete copy.dataset['turned']
      copies.push(copy)
      shelf.append(copy, ...notes.map((note) => note.cloneNode(true)))
      signs += unit.textContent.length
      if (signs > most * 10) break
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
      const isNoted = unit.matches('[data-noted]') || unit.querySelector('[data-noted]') !== null
      return {
        number: numberOf(unit),
        height: ((tops[index + 1]! - tops[index]!) * 72) / 96,
        isLead: unit.matches(`${HEADING}, [data-leads]`),
        mayTurn: !isNoted && unit.matches(`p, ul, ol, blockquote, ${HEADING}`),
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
      for (let at = unit.nextElementSibling; at?.matches('.note'); at = at.nextElementSibling) moved.push(at)
      delete unit.dataset['turned']
      unitOf(place).before(...moved)
    }
  return [...document.querySelectorAll<HTMLElement>('.text > [data-unit]')].map(({ dataset }) => Number(dataset['unit']))
}
