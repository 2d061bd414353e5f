import type { isInside } from './calls.ts'
import type { Entry, Placing, Undo, Using } from './placing.ts'

/** Gives short notes floats of their own, where the paper has a margin for them; runs in the page. */
export function measureMargins({ entries, shelf, aside }: Placing, toFoot: (entry: Entry) => void): void {
  const MOST_LINES = 9
  const brief = entries.filter(
    ({ notes: [note, ...others] }) => others.length === 0 && note!.children.length === 2 && note!.lastElementChild!.matches('p'),
  )
  for (const entry of aside > 0 ? brief : []) {
    entry.margin = document.createElement('div')
    entry.margin.className = 'margin-note'
    shelf.append(entry.margin)
    entry.margin.append(...entry.notes)
  }
  const isLong = ({ margin, notes: [note] }: Entry): boolean =>
    margin !== undefined && note!.getBoundingClientRect().height > MOST_LINES * Number.parseFloat(getComputedStyle(note!).lineHeight)
  brief.filter(isLong).forEach(toFoot)
}

/** What notes are put into the margin with. */
interface MarginTools {
  readonly isInside: typeof isInside
}

/** Puts the short notes of a page into its margin; runs in the page. @returns one for which it has no room */
export function intoMargin(here: readonly Entry[], page: number, placing: Placing & Using<MarginTools>, undo: Undo): Entry | undefined {
  const { columns, shelf, tools, width, height, aside, gutter, broad } = placing
  for (const entry of here) {
    const { margin, probe, block } = entry
    if (!margin) continue
    const holder = tools.isInside(entry) ? block : block.parentElement!
    const { right } = columns.partsOn(holder, page)[0] ?? holder.getBoundingClientRect()
    const { paddingRight, borderRightWidth } = getComputedStyle(holder)
    const inset = columns.leftOf(page) + width - right + Number.parseFloat(paddingRight) + Number.parseFloat(borderRightWidth)
    margin.style.marginRight = `${-(gutter + aside + inset)}px`
    probe.after(margin)
    undo.push(() => shelf.append(margin))
  }
  return here.find(({ margin }) => margin && !isInMargin(margin))

  function isInMargin(margin: HTMLElement): boolean {
    const [rect, ...others] = margin.getClientRects()
    if (!rect || others.length > 0 || columns.pageOf(rect) !== page || rect.bottom > height + 1) return false
    return !broad.some((element) =>
      columns
        .partsOn(element, page)
        .some(({ right, top, bottom }) => right > rect.left - gutter / 2 && top < rect.bottom && bottom > rect.top),
    )
  }
}
