import type { Places } from './destinations.ts'
import type { Block } from './page-ends.ts'
import { LAST_LINE, type TextEnds } from './text-ends.ts'

/** What leads to a table that is turned, and was turned with it: the numbers of its first block and of the first row of the table. */
export interface TurnedLead {
  readonly first: number
  readonly table: number
}

/** The page before a turned one may be so empty. */
const HOLE = 0.2
/** What parts a heading from the text before it. In points. */
const ABOVE = 30

/**
 * The leads that stand on the upright page before the table: where that would be empty for more than a fifth, and has room for them.
 * @param footOf how far down the text of a page reaches at most, in points
 */
export function leadsTurnedBack(
  leads: readonly TurnedLead[],
  blocks: readonly Block[],
  { ends, paper, height }: TextEnds,
  { destinations, heights }: Places,
  footOf: (page: number) => number,
): TurnedLead[] {
  return leads.filter(({ first, table }) => {
    const end = ends.find(({ last }) => last === first - 1)
    const [page, lead] = [end && destinations.get(end.id), destinations.get(blocks[first]!.id)]
    if (page === undefined || lead !== page + 1 || destinations.get(blocks[table]!.id) !== lead) return false
    const filled = paper - heights.get(end!.id)! + LAST_LINE
    const needed = heights.get(blocks[first]!.id)! - heights.get(blocks[table]!.id)! + ABOVE
    return height - filled > HOLE * height && filled + needed <= footOf(page)
  })
}

/** What leads to each table that is turned, where nothing but that has been turned with it; runs in the page. */
export function turnedLeads(selector: string): TurnedLead[] {
  const blocks = [...document.querySelectorAll<HTMLElement>(selector)]
  const isTurned = (element: Element | null): element is HTMLElement => element?.matches('[data-turned]') ?? false
  // A heading alone stays with its table, and so does what says that the table is not translated.
  const isMark = (element: Element): boolean => element.querySelector(':scope > .draft-mark')?.textContent === element.textContent.trim()
  return [...document.querySelectorAll<HTMLTableElement>('.text > p[data-turned] + table')].flatMap((table) => {
    let first = table.previousElementSibling as HTMLElement
    if (isMark(first)) return []
    while (isTurned(first.previousElementSibling)) first = first.previousElementSibling
    const after = first.previousElementSibling
    // It goes on below another table.
    if (!after || (getComputedStyle(after) as CSSStyleDeclaration & { page: string }).page === 'turned') return []
    return [{ first: blocks.indexOf(first), table: blocks.indexOf(table.rows[0]!) }]
  })
}

/** Has leads stand on upright pages again; runs in the page. */
export function turnLeadsBack(selector: string, leads: readonly TurnedLead[]): void {
  const blocks = document.querySelectorAll<HTMLElement>(selector)
  for (const { first, table } of leads) for (let number = first; number < table; number++) delete blocks[number]!.dataset['turned']
}
