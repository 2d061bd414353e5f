import type { Block } from './page-ends.ts'
import type { Places } from './destinations.ts'
import type { TextEnds } from './text-ends.ts'

/** A page whose text ends before it is filled far enough. */
export interface ShortPage {
  /** How much of it is filled, and how much that lacks of enough, in points. */
  readonly filled: number
  readonly lacking: number
  /** The number of the page before. */
  readonly before: number
  /** The number of the last block of its text. */
  readonly last: number
  /** The numbers of the blocks on it and on the page before that are linked, from its end backward. */
  readonly blocks: readonly number[]
}

/** A block before which a page may begin, or the last row of a table on a turned page, before which none of the text may. */
export interface Beginning {
  readonly number: number
  readonly kind: 'heading' | 'other' | 'turned'
}

/** A last page is filled at least so far, and takes at most so much of the page before for that. */
const LEAST = 0.2
const MOST = 0.6
/** A page before may have ended before its foot: so much more than what lacks is taken from it. */
const MORE = 0.03
/** A page that ends before a heading looks as it is meant to: for that it may take more than it lacks. */
const AT_HEADING = 0.45
/** The line in which a text ends stands below its own height. In points. */
const LINE = 15

/** The last pages of texts that are filled less than a fifth, though there is a page before. */
export function shortPages(blocks: readonly Block[], { ends, paper, height }: TextEnds, places: Places): ShortPage[] {
  const { pages, destinations, heights } = places
  return ends.flatMap(({ id, last }, index) => {
    const own = destinations.get(id)
    if (own === undefined) return []
    const next = blocks.slice(last + 1).find((block) => destinations.has(block.id))
    // Of the last page notes may be all that is left.
    const page = index === ends.length - 1 ? pages : own
    if (next && destinations.get(next.id) === page) return []
    const filled = page > own ? 0 : paper - heights.get(id)! + LINE
    if (filled >= LEAST * height) return []
    const near: number[] = []
    for (let number = last; number >= 0; number--) {
      const at = destinations.get(blocks[number]!.id)
      if (at !== undefined && at < page - 1) break
      if (at !== undefined) near.push(number)
    }
    return [{ filled, lacking: LEAST * height - filled, before: page - 1, last, blocks: near }]
  })
}

/**
 * Before which of the blocks near the ends of some texts a page may begin; runs in the page.
 * @param ends the numbers of the blocks near each, from the end of the text backward
 */
export function beginningsAmong(selector: string, ends: readonly (readonly number[])[]): Beginning[][] {
  const blocks = [...document.querySelectorAll<HTMLElement>(selector)]
  const styleOf = (element: Element) => getComputedStyle(element) as CSSStyleDeclaration & { page: string }
  const isWhole = (element: Element): boolean => element.matches('.contents, .text, .programme, body')
  const before = (element: Element): Element | null => {
    let at = element.previousElementSibling
    while (at && (at.matches('.note, caption') || styleOf(at).float !== 'none')) at = at.previousElementSibling
    return at
  }
  const unitOf = (block: Element, numbers: readonly number[]): Element => {
    let unit = block
    // What is to be whole and began before these pages is parted already.
    const isKept = (element: Element): boolean =>
      styleOf(element).breakInside === 'avoid' && numbers.includes(blocks.indexOf(element.querySelector<HTMLElement>(selector)!))
    for (let at = block.parentElement; at && !isWhole(at); at = at.parentElement) if (isKept(at)) unit = at
    for (;;) {
      const previous = before(unit)
      const parent = unit.parentElement!
      if (previous && !unit.matches('thead, tbody') && styleOf(unit).breakBefore !== 'avoid' && styleOf(previous).breakAfter !== 'avoid')
        return unit
      if (previous) unit = previous
      else if (parent.matches('.text, body')) return unit
      else unit = parent
    }
  }
  const beginningsIn = (numbers: readonly number[]): Beginning[] => {
    const found: Beginning[] = []
    for (const number of numbers) {
      const block = blocks[number]!
      if (!block.closest('.contents, .text, .programme')) break
      const unit = unitOf(block, numbers)
      const first = unit.matches(selector) ? unit : unit.querySelector(selector)
      // What begins a page already, or stands on a page of another kind, has nothing of its text before it.
      const outer = unit.closest('table') ?? unit
      const { page } = styleOf(outer)
      if (page === 'turned') found.push({ number, kind: 'turned' })
      // What the notes have sent overleaf may come back.
      const begins = /page|left|right|recto|verso/.test(styleOf(unit).breakBefore) && !unit.matches('[data-overleaf]')
      if (begins || page !== 'auto' || !before(unit)) break
      const at = blocks.indexOf(first as HTMLElement)
      if (found.at(-1)?.number !== at) found.push({ number: at, kind: /^H\d$/.test(first!.tagName) ? 'heading' : 'other' })
    }
    return found
  }
  return ends.map(beginningsIn)
}

/** How far below the upper margin the text of the page before a short one reaches at most, in points: the notes at its foot stay there. */
export function footOf(
  { before }: Pick<ShortPage, 'before'>,
  notes: readonly string[],
  { paper, height }: TextEnds,
  { destinations, heights, lefts }: Places,
): number {
  // Those in the outer margin stand on the right half.
  const atFoot = notes.filter((note) => destinations.get(note) === before && lefts.get(note)! < paper / 4)
  return Math.min(height, ...atFoot.map((note) => paper - heights.get(note)!))
}

/** With which block a short page is to begin, so that it is filled far enough; nothing where none is in the right place. */
export function beginningFor(
  { filled, lacking, before }: ShortPage,
  beginnings: readonly Beginning[],
  blocks: readonly Block[],
  { paper, height, foot }: TextEnds & { readonly foot: number },
  { destinations, heights }: Places,
): number | undefined {
  const room = beginnings.flatMap(({ number, kind }) => {
    const { id } = blocks[number]!
    if (destinations.get(id) !== before || kind === 'turned') return []
    const taken = foot - (paper - heights.get(id)!)
    return taken >= lacking + MORE * height && taken <= MOST * height ? [{ number, kind, full: taken + filled }] : []
  })
  const headed = room.find(({ kind, full }) => kind === 'heading' && full <= AT_HEADING * height)
  return (headed ?? room[0])?.number
}

/** The block that is parted by the beginning of a short page, and is long enough to give it more of its lines. */
export function partedOver(
  { before, last }: ShortPage,
  blocks: readonly Block[],
  { paper, height }: TextEnds,
  { destinations, heights }: Places,
): number | undefined {
  const { id } = blocks[last]!
  const taken = destinations.get(id) === before ? height - (paper - heights.get(id)!) : 0
  return taken > MOST * height || (destinations.get(id) ?? before) < before ? last : undefined
}

/** Has pages begin with blocks; runs in the page. The style knows it as `data-begins`. */
export function beginPages(selector: string, numbers: readonly number[]): void {
  const blocks = document.querySelectorAll<HTMLElement>(selector)
  for (const number of numbers) {
    let unit: HTMLElement = blocks[number]!
    const table = unit.matches('thead tr, tbody:not(thead + tbody) > tr:first-child') ? unit.closest('table') : null
    if (table) unit = table
    while (!unit.previousElementSibling && !unit.parentElement!.matches('.text, body')) unit = unit.parentElement!
    unit.dataset['begins'] = ''
  }
}

/** Two rows of a table, and what parts it from the text. In points. */
const ROWS = 60

/** The numbers of the blocks that follow a table on a turned page and have room below it there, where they would stand alone. */
export function turnedBelow(
  { filled, blocks: near }: ShortPage,
  beginnings: readonly Beginning[],
  blocks: readonly Block[],
  { turned }: TextEnds,
  { heights }: Places,
): number[] {
  const table = beginnings.find(({ kind }) => kind === 'turned')
  if (!table || turned.paper - heights.get(blocks[table.number]!.id)! + ROWS + filled > turned.height) return []
  return near.filter((number) => number > table.number)
}

/** Has blocks stand on turned pages, where none of them calls a note; runs in the page. The style knows it as `data-turned`. */
export function turnPages(selector: string, numbers: readonly number[]): void {
  const blocks = document.querySelectorAll<HTMLElement>(selector)
  const units = numbers.map((number) => blocks[number]!.closest<HTMLElement>('.text > *')!)
  if (units.some((unit) => unit.matches('[data-noted], :has([data-noted])'))) return
  for (const unit of units) unit.dataset['turned'] = ''
}

/**
 * Has the last lines of blocks stand on the page on which they end, as far as that lacks them; runs in the page. A paragraph has so many
 * widows, of code the line begins the page.
 * @param lines the numbers of the blocks, and how high what stands overleaf is to be, in points
 */
export function keepLinesTogether(selector: string, lines: readonly (readonly [number: number, height: number])[]): void {
  const blocks = document.querySelectorAll<HTMLElement>(selector)
  for (const [number, height] of lines) {
    const block = blocks[number]!
    const count = Math.ceil((height * 96) / 72 / Number.parseFloat(getComputedStyle(block).lineHeight))
    const code = block.querySelectorAll<HTMLElement>(':scope .line')
    if (code.length > 2 * count) code[code.length - count]!.dataset['begins'] = ''
    else block.style.widows = String(count)
  }
}
