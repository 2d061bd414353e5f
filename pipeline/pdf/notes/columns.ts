/** A text that is laid out in columns as its pages will be. */
export interface Columns {
  /** Of a page’s text, in pixels. */
  readonly width: number
  readonly height: number
  /**
   * Lays out a page and the next two alone, when those before it stand: so the time for each is the same however long the
   * text. Of what stands elsewhere no place is told.
   * @param until up to which nothing is changed, so that all of it is laid out at once
   * @returns whether the text has so many pages
   */
  turnTo(page: number, until?: Element): boolean
  /** The last page of what is laid out. */
  lastPage(): number
  /** Which page a place is on, counted from 0. */
  pageOf(rect: DOMRect): number
  /** Where the text of a page begins at its left. */
  leftOf(page: number): number
  /** The outermost element that begins a page, where one does. */
  firstOf(page: number): HTMLElement | undefined
  /** The parts of an element that stand on a page. */
  partsOn(element: Element, page: number): DOMRect[]
  /** Lays the page out as before. */
  end(): void
}

/**
 * Lays the text of a page out in columns as high as its pages, which the browser fills as it does those, and where it tells
 * the place of every line; runs in the page.
 * @param start where on its first page the text begins, in pixels below the upper margin
 * @param size in pixels
 * @param unchanged elements right in the text that are not laid out, nor anything else of the pages that they stand on
 */
export function layOutInColumns(
  text: HTMLElement,
  start: number,
  { width, height }: { width: number; height: number },
  unchanged: readonly HTMLElement[],
): Columns {
  // Wider than anything that reaches out of a page; and how many pages, and signs at once, are laid out after the one in hand.
  const [GAP, AHEAD, CHARACTERS] = [2000, 2, 4000]
  const restore: (() => void)[] = []
  const set = ({ style }: HTMLElement, properties: Readonly<Record<string, string>>): void => {
    for (const [name, value] of Object.entries(properties)) {
      const [before, priority] = [style.getPropertyValue(name), style.getPropertyPriority(name)]
      style.setProperty(name, value, 'important')
      restore.push(() => (before === '' ? style.removeProperty(name) : style.setProperty(name, before, priority)))
    }
  }
  const { body } = document
  const alone = document.querySelector<HTMLStyleElement>('style[data-paper-alone]')
  if (alone) {
    alone.disabled = true
    restore.push(() => void (alone.disabled = false))
  }
  for (let at = text; at !== body; at = at.parentElement!)
    for (const other of at.parentElement!.children) if (other !== at && other instanceof HTMLElement) set(other, { display: 'none' })
  set(body, {
    margin: '0',
    padding: '0',
    width: `${width}px`,
    height: `${height}px`,
    columns: `${width}px auto`,
    'column-gap': `${GAP}px`,
    'column-fill': 'auto',
  })
  const apart = new Set(unchanged)
  for (const element of apart) set(element, { display: 'none' })
  const above = document.createElement('div')
  text.before(above)
  restore.push(() => above.remove())
  set(text, { 'margin-top': '0' })
  // What begins a page begins a column; and what has pages of its own stands between two columns, however long it is.
  const { page: usual } = getComputedStyle(text) as CSSStyleDeclaration & { page: string }
  for (const element of text.querySelectorAll<HTMLElement>('*')) {
    const style = getComputedStyle(element) as CSSStyleDeclaration & { page: string }
    const isElsewhere = style.page !== usual && style.page !== 'auto'
    if (isElsewhere) set(element, { height: '1px', overflow: 'hidden' })
    for (const side of ['break-before', 'break-after'])
      if (isElsewhere || /page|left|right|recto|verso/.test(style.getPropertyValue(side))) set(element, { [side]: 'column' })
  }
  const origin = body.getBoundingClientRect().left
  /** The page of the first column. */
  let base = 0
  const pageOf = ({ left }: DOMRect): number => base + Math.floor((left - origin + GAP / 2) / (width + GAP))
  const lastPageOf = (element: Element | undefined): number => {
    const last = [...(element?.getClientRects() ?? [])].at(-1)
    return last ? pageOf(last) : -1
  }
  /** Begins the first column at a height, and keeps what is below another for the notes of its page. */
  const begin = (top: number, foot = height): void => {
    above.style.cssText = `height: ${top}px; display: ${top > 0 ? 'block' : 'none'}`
    const [space, kept] = [document.createElement('div'), document.createElement('div')]
    space.style.cssText = `float: left; width: 0; height: ${foot}px`
    kept.style.cssText = `float: left; clear: left; width: 100%; height: ${height - foot}px`
    above.replaceChildren(...(foot < height ? [space, kept] : []))
  }
  const isInFlow = (element: Element): boolean => {
    const { float, position } = getComputedStyle(element)
    return float === 'none' && position !== 'fixed'
  }
  const isFootOf =
    (page: number) =>
    (element: Element): boolean =>
      element.matches('.page-notes, .page-end') &&
      Number.parseFloat(getComputedStyle(element).marginRight) >= 0 &&
      element.getClientRects().length > 0 &&
      pageOf(element.getBoundingClientRect()) === page
  const ahead = ([...text.children] as HTMLElement[])
    .filter((element) => !apart.has(element))
    .map((element) => {
      const hidden = { element, display: element.style.display }
      element.style.display = 'none'
      return hidden
    })
  // Before the first page there is none to part it from.
  if (ahead[0]) set(ahead[0].element, { 'break-before': 'auto' })
  /** The first that is not hidden. */
  let from = text.firstElementChild
  /** The last that is laid out. */
  let reached: Element | undefined
  begin(start)
  return {
    width,
    height,
    pageOf,
    lastPage: () => lastPageOf(reached),
    turnTo: (page, until) => {
      // Those before are hidden, and those ahead: to ask each of a book at each page would take longer than all else.
      const shown: HTMLElement[] = []
      for (let at = from; at && at !== ahead[0]?.element; at = at.nextElementSibling)
        if (at.getClientRects().length > 0) shown.push(at as HTMLElement)
      const first = shown.find((element) => lastPageOf(element) >= page && isInFlow(element))
      if (first && first !== shown[0]) {
        const rect = first.getClientRects()[0]!
        const over = shown.slice(0, shown.indexOf(first))
        const [top, own] = [rect.top, pageOf(rect)]
        const foot = over.flatMap((element) => [...element.querySelectorAll('.page-notes, .page-end'), element]).find(isFootOf(own))
        const end = foot?.getBoundingClientRect().top
        for (const element of over) set(element, { display: 'none' })
        from = first
        // What is parted already is not to be kept whole on the next page instead.
        set(first, { 'margin-top': '0', 'break-before': 'auto', ...(own < page && { 'break-inside': 'auto' }) })
        begin(top, end)
        base = own
      }
      reached = shown.findLast(isInFlow)
      let free = until ? ahead.findIndex(({ element }) => element.contains(until)) : -1
      while (ahead.length > 0 && lastPageOf(reached) < page + AHEAD) {
        const more: HTMLElement[] = []
        for (let characters = 0; ahead.length > 0 && (characters < CHARACTERS || free >= 0); free--) {
          const { element, display } = ahead.shift()!
          element.style.display = display
          characters += element.textContent.length
          more.push(element)
        }
        reached = more.findLast(isInFlow) ?? reached
      }
      return ahead.length > 0 || lastPageOf(reached) >= page
    },
    firstOf: (page) => {
      for (let at: Element | null = from; at;) {
        const rect = at.getClientRects()[0]
        if (!rect || lastPageOf(at) < page || !isInFlow(at)) at = at.nextElementSibling
        else if (pageOf(rect) === page)
          return rect.top < 1 && !getComputedStyle(at).display.startsWith('inline') ? (at as HTMLElement) : undefined
        else at = at.firstElementChild
      }
      return undefined
    },
    leftOf: (page) => origin + (page - base) * (width + GAP),
    partsOn: (element, page) => [...element.getClientRects()].filter((rect) => pageOf(rect) === page),
    end: () => {
      for (const { element, display } of ahead) element.style.display = display
      restore.reverse().forEach((undo) => undo())
    },
  }
}
