/**
 * A block before which a page may begin, but for one that is parted at most (`inner`); or the last row of a table on a turned page,
 * before which none of the text may.
 */
export interface Beginning {
  readonly number: number
  readonly kind: 'heading' | 'other' | 'inner' | 'turned'
  /** How high a line of it is where it may be parted, else 0; and what parts it from what follows. In points. */
  readonly line: number
  readonly gap: number
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
  const linesOf = (block: Element): Pick<Beginning, 'line' | 'gap'> => {
    const { lineHeight, marginBottom } = styleOf(block)
    const inPoints = (length: string): number => (Number.parseFloat(length) * 72) / 96 || 0
    let isParted = block.matches('p, pre, li') && !block.querySelector(`${selector}, img, svg`)
    for (let at = block; isParted && !isWhole(at); at = at.parentElement!) isParted = styleOf(at).breakInside !== 'avoid'
    return isParted ? { line: inPoints(lineHeight), gap: inPoints(marginBottom) } : { line: 0, gap: 0 }
  }
  const beginningsIn = (numbers: readonly number[]): Beginning[] => {
    const found: Beginning[] = []
    for (const number of numbers) {
      const block = blocks[number]!
      if (!block.closest('.contents, .text, .programme')) break
      const unit = unitOf(block, numbers)
      const first = unit.matches(selector) ? unit : unit.querySelector(selector)
      // What begins a page already, or stands on a page of another kind, has nothing of its text before it.
      const outer = block.closest('table') ?? unit.closest('table') ?? unit
      const { page } = styleOf(outer)
      if (page === 'turned') found.push({ number, kind: 'turned', line: 0, gap: 0 })
      if (page !== 'auto') break
      const isFirst = blocks.indexOf(first as HTMLElement) === number
      // What the notes have sent overleaf may come back.
      const begins = /page|left|right|recto|verso/.test(styleOf(unit).breakBefore) && !unit.matches('[data-overleaf]')
      const mayBegin = isFirst && !begins && before(unit) !== null
      const lines = linesOf(block)
      if (mayBegin) found.push({ number, kind: /^H\d$/.test(first!.tagName) ? 'heading' : 'other', ...lines })
      else if (lines.line > 0) found.push({ number, kind: 'inner', ...lines })
      if (isFirst && !mayBegin) break
    }
    return found
  }
  return ends.map(beginningsIn)
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

/** Has blocks stand on turned pages, where none of them calls a note; runs in the page. The style knows it as `data-turned`. */
export function turnPages(selector: string, numbers: readonly number[]): void {
  const blocks = document.querySelectorAll<HTMLElement>(selector)
  const units = numbers.map((number) => blocks[number]!.closest<HTMLElement>('.text > *')!)
  if (units.some((unit) => unit.matches('[data-noted], :has([data-noted])'))) return
  for (const unit of units) unit.dataset['turned'] = 'below'
}

/** The last lines of a block, which are to stand on the page on which it ends. */
export interface LastLines {
  readonly number: number
  /** How high they are together, in points. */
  readonly height: number
  /** The numbers of the blocks below that stay with them. */
  readonly held: readonly number[]
}

/**
 * Has the last lines of blocks stand together; runs in the page. A paragraph has so many widows, and keeps its last lines with what
 * follows; of code a line begins the page.
 */
export function keepLinesTogether(selector: string, all: readonly LastLines[]): void {
  /** So many signs stand in a line of code in the measure, and so many fewer where it goes on. */
  const [COLUMNS, HANGING] = [63, 3]
  const WHOLE = '999'
  const blocks = document.querySelectorAll<HTMLElement>(selector)
  const root = getComputedStyle(document.documentElement)
  const lengthOf = (property: string): number => Number.parseFloat(root.getPropertyValue(property))
  for (const { number, height, held } of all) {
    const block = blocks[number]!
    const count = Math.ceil((height * 96) / 72 / Number.parseFloat(getComputedStyle(block).lineHeight) - 0.3)
    // The browser looks no further back than to a block that is not to be parted, but does past one of which all lines are orphans.
    for (const each of held) Object.assign(blocks[each]!.style, { orphans: WHOLE, widows: WHOLE, breakAfter: 'avoid' })
    if (!block.matches('pre')) {
      Object.assign(block.style, { widows: String(count), breakAfter: 'avoid' })
      continue
    }
    const columns = block.matches('[data-wide]') ? Math.floor((COLUMNS * lengthOf('--content')) / lengthOf('--measure')) : COLUMNS
    const lines = [...block.querySelectorAll<HTMLElement>('.line')]
    let rows = 0
    const first = lines.findLastIndex(({ textContent, dataset }) => {
      const place = columns - HANGING - Number(dataset['indent'] ?? 0)
      rows += Math.max(1, Math.ceil((textContent.trimEnd().length - columns) / place) + 1)
      return rows >= count
    })
    if (first > 1) lines[first]!.dataset['begins'] = ''
  }
}
