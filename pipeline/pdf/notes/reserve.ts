import type { markParagraph, probeAfter } from './calls.ts'
import type { firstGapOn, GapTools } from './gaps.ts'
import type { begunOn, codeBeside, cutAbove, rowAcross } from './overleaf.ts'
import type { Entry, Place, Placing, Plan, Undo, Using } from './placing.ts'

/** What is in the way of a plan: a note, what has been carried, a note in the margin, or that so many entries have room at most. */
export type Obstacle = Entry | 'carried' | 'crowded' | number

/** What the foot of a page is kept with. */
interface FootTools extends GapTools {
  readonly firstGapOn: typeof firstGapOn
  readonly probeAfter: typeof probeAfter
  readonly markParagraph: typeof markParagraph
  readonly cutAbove: typeof cutAbove
  readonly rowAcross: typeof rowAcross
  readonly codeBeside: typeof codeBeside
  readonly begunOn: typeof begunOn
  readonly sendOverleaf: typeof sendOverleaf
  readonly keepHere: typeof keepHere
}

/**
 * Keeps the foot of a page for its notes, or from what is to go overleaf; runs in the page.
 *
 * The notes are a float, below another without width that is as high as what is left of the page above them.
 * @param here the entries whose calls are on the page
 */
export function reserve(
  page: number,
  here: readonly Entry[],
  plan: Plan,
  placing: Placing & Using<FootTools>,
  undo: Undo,
): Obstacle | undefined {
  const { text, tools, columns, shelf, width, height, flowing, crowded } = placing
  const [last, next] = [here[plan.count - 1], here[plan.count]]
  for (const { margin } of here.slice(plan.count)) if (margin) shelf.append(margin)
  const cut = next && tools.cutAbove(next, columns, page)
  if (plan.foot.length === 0 && cut === undefined) return undefined
  const place = last ?? beginning()
  const { left, top: line } = place?.probe.getBoundingClientRect() ?? { left: 0, top: height }
  if (!place || (cut !== undefined && !last && line >= cut)) return next ?? 'carried'
  const lead = cut === undefined ? 0 : Math.max(0, height - plan.height - cut)
  // No float begins above one that comes before it.
  const lowest = here.slice(0, plan.count).findLast(({ margin }) => margin)
  const top = Math.max(line, lowest?.margin?.getBoundingClientRect().top ?? 0)
  if (lowest && top > height - plan.height - lead) {
    crowded.push(lowest)
    return 'crowded'
  }
  const row = tools.rowAcross(text, columns, page, height - plan.height - lead, place.probe)
  const code = tools.codeBeside(text, columns, page, height - plan.height - lead, place.probe)
  const foot = putFoot(place)
  if (code) {
    tools.sendOverleaf(code)
    undo.push(() => tools.keepHere(code))
  }
  if (row) {
    tools.sendOverleaf(row)
    undo.push(() => tools.keepHere(row))
    foot.style.marginRight = `${-width}px`
  }
  tools.markParagraph(place.block, placing)
  undo.push(() => {
    shelf.append(...foot.childNodes)
    foot.previousElementSibling!.remove()
    foot.remove()
  })
  const begun = tools.begunOn(text, flowing, columns, page)
  if (begun) {
    tools.sendOverleaf(begun)
    undo.push(() => tools.keepHere(begun))
  }
  return obstacle()

  /** A place in the first line of the page, or after the first row of columns, which would grow to the end of the page with what stands in it. */
  function beginning(): Place | undefined {
    const gap = tools.firstGapOn(flowing, columns, page, tools)
    if (!gap) return undefined
    const { block, text: before } = gap
    const beside = block.closest<HTMLElement>('.row')
    if (beside) {
      const probe = tools.probeAfter(beside)
      undo.push(() => probe.remove())
      return { probe, block: beside }
    }
    const after = before.splitText(gap.at)
    const probe = tools.probeAfter(before)
    block.style.setProperty('text-wrap', 'wrap')
    undo.push(() => {
      probe.remove()
      before.data += after.data
      after.remove()
    })
    return { probe, block }
  }

  function putFoot({ probe }: Place): HTMLElement {
    const space = tools.probeAfter(last?.margin ?? probe)
    space.removeAttribute('data-probe')
    space.dataset['space'] = ''
    space.style.clear = 'left'
    space.style.height = `${Math.max(0, height - plan.height - lead - top - 0.25)}px`
    const element = document.createElement('div')
    element.className = plan.foot.length > 0 ? 'page-notes' : 'page-end'
    element.style.cssText = `margin-left: ${columns.leftOf(page) - left}px; border-top-width: ${lead}px`
    element.append(...plan.foot)
    space.after(element)
    return element
  }

  function obstacle(): Obstacle | undefined {
    // Floats are told lower than their line where others stand above them.
    const pageOfCall = ({ call }: Entry): number => columns.pageOf([...call.getClientRects()].at(-1) ?? new DOMRect())
    const moved = here.slice(0, plan.count).findIndex((entry) => pageOfCall(entry) !== page)
    if (moved >= 0) return moved
    if (next && pageOfCall(next) === page) {
      // Calls in one line go overleaf together.
      const first = here.findIndex((entry) => entry.line.top === next.line.top)
      return first < plan.count ? first : next
    }
    const [rect, ...others] = foot.getClientRects()
    const stands = rect && others.length === 0 && columns.pageOf(rect) === page && Math.abs(rect.bottom - height) < 2
    if (plan.foot.length === 0 || stands) return undefined
    return here.slice(0, plan.count).findLast(({ margin }) => !margin) ?? 'carried'
  }
}

/**
 * Has a block begin a page; its margin is none there, as where it would begin one by itself. What stands beside others takes them along:
 * a row is stretched to the end of the page where one of its columns is parted there. Runs in the page.
 */
export function sendOverleaf(part: HTMLElement): void {
  const block = part.closest<HTMLElement>('.row') ?? part
  block.dataset['overleaf'] = ''
  block.style.breakBefore = 'column'
  block.style.marginTop = '0'
}

/** Undoes that; runs in the page. */
export function keepHere(part: HTMLElement): void {
  const block = part.closest<HTMLElement>('.row') ?? part
  delete block.dataset['overleaf']
  block.style.breakBefore = ''
  block.style.marginTop = ''
}
