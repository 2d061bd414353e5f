import type { NotesAsked, NotesPlaced, NotesTools } from './tools.ts'

/**
 * Puts each note at the foot of the page on which it is called, short ones into the outer margin; runs in the page.
 *
 * The browser has no notes, but floats. The notes of a page are one, at the last call of it, below another without width
 * that is as high as what is left of the page above them: the lines that have room there stay, and what follows goes
 * overleaf. Page after page is laid out so, in columns that tell the place of every line.
 * @returns nothing for a page whose style does not tell its measures
 */
export function placeNotes(asked: NotesAsked, tools: NotesTools): NotesPlaced | undefined {
  /** A place in a line, at which floats may stand. */
  interface Place {
    readonly probe: HTMLElement
    /** The block that holds the line. */
    readonly block: HTMLElement
  }
  /** Stands for a note where it was gathered. */
  interface Home extends Comment {
    note?: HTMLElement
  }
  interface Entry extends Place {
    readonly call: HTMLElement
    /** Where the line of the call begins and ends on its page, without the floats of that. */
    line: { readonly top: number; readonly bottom: number }
    /** The note, and those that are called in it. */
    readonly notes: readonly HTMLElement[]
    /** Its own float, where it is short enough for the margin. */
    margin: HTMLElement | undefined
  }
  interface Plan {
    readonly foot: readonly HTMLElement[]
    /** How much of the page they take, in pixels. */
    readonly height: number
    /** How many of the entries stand on the page. */
    readonly count: number
    /** What goes on overleaf. */
    readonly rest: readonly HTMLElement[]
  }
  const [MOST_TRIES, MOST_MARGIN_LINES, MOST_CARRIED] = [20, 9, 0.7]
  const text = document.querySelector<HTMLElement>('.text')
  const root = getComputedStyle(document.documentElement)
  const lengths = ['--measure', '--height', '--page-height', '--aside', '--gutter'].map(
    (name) => (Number.parseFloat(root.getPropertyValue(name)) * 96) / 25.4,
  )
  const [width, height, paper, aside, gutter] = lengths as [number, number, number, number, number]
  if (!text || !(width > 0 && height > 0)) return undefined
  const numbered = [...document.querySelectorAll<HTMLElement>(asked.blocks)].flatMap((block, number) =>
    text.contains(block) ? [{ block, number }] : [],
  )
  const ends: number[] = []
  takeHome()
  let paragraphs = text.querySelectorAll('[data-apart]').length
  const shelf = document.createElement('div')
  shelf.className = 'page-notes'
  shelf.style.cssText = `position: fixed; top: 0; left: 0; contain: layout`
  const entries = [...text.querySelectorAll<HTMLElement>('.note:not([data-fixed], [data-with])')].flatMap((note) =>
    asked.strayed.includes(note.id) ? [] : (entryOf(note) ?? []),
  )
  const homes = new Map(entries.flatMap(({ notes }) => notes.map((note) => [note, document.createComment('note') as Home])))
  for (const [note, home] of homes) {
    home.note = note
    note.replaceWith(home)
  }
  shelf.append(...homes.keys())
  const columns = tools.layOutInColumns(text, Math.round(paper - (asked.beginning * 96) / 72), { width, height })
  text.append(shelf)
  const above = heightOf(shelf) - [...homes.keys()].reduce((sum, note) => sum + heightOf(note), 0)
  measureMargins()
  const broad = [...text.querySelectorAll('table, pre, figure, img, svg')]
  const inText = numbered.filter(({ block }) => !block.closest('table, .note'))
  const flowing = inText.map(({ block }) => block)
  const parted = inText.filter(({ block }) => block.textContent.includes('\u00AD'))
  let carried: HTMLElement[] = []
  const crowded: Entry[] = []
  const pairs = new Map(
    entries.flatMap((entry) => (isInside(entry) ? [[entry, [entry.notes[0]!.id, entry.call.id] as const] as const] : [])),
  )
  for (let page = 0; columns.turnTo(page); page++) settle(page)
  while (entries.length > 0) drop(entries[0]!)
  text.append(...carried)
  for (const probe of text.querySelectorAll('[data-probe]')) probe.remove()
  shelf.remove()
  columns.end()
  for (const { style } of text.querySelectorAll<HTMLElement>('[data-overleaf]')) {
    style.breakBefore = 'page'
    style.marginTop = '0'
  }
  return { ends, settled: numbered.map(({ number }) => number), paragraphs, pairs: [...pairs.values()] }

  /** Undoes what was placed before. */
  function takeHome(): void {
    for (const block of text!.querySelectorAll<HTMLElement>('[data-overleaf]')) keepHere(block)
    for (const added of text!.querySelectorAll('[data-space], .page-notes, .margin-note, .page-end, .note[data-rest]')) added.remove()
    const walker = document.createTreeWalker(text!, NodeFilter.SHOW_COMMENT)
    const found: Home[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node as Home)
    for (const home of found) if (home.note) home.replaceWith(home.note)
  }

  function entryOf(note: HTMLElement): Entry | undefined {
    const call = [...text!.querySelectorAll<HTMLAnchorElement>('[data-footnote-ref]')].find(
      (each) => decodeURIComponent(each.hash.slice(1)) === note.id && !each.closest('.note'),
    )
    if (!call) return undefined
    let block = call.parentElement!
    while (/^(?:inline|contents)/.test(getComputedStyle(block).display)) block = block.parentElement!
    // What stood in a heading would stand in its bookmark, and after it would part it from what follows.
    const isHeading = /^H\d$/.test(block.tagName)
    const below = isHeading ? tools.firstGapBelow(text!, block, tools) : undefined
    if (below) block = below.block
    below?.text.splitText(below.at)
    const probe = probeAfter(below?.text ?? (isHeading ? block : (call.closest('[data-reference]') ?? call)))
    // The browser breaks lines with floats one by one: so they are from the beginning.
    if (below || !isHeading) block.style.setProperty('text-wrap', 'wrap')
    if (below) markParagraph(block)
    const notes = [note, ...text!.querySelectorAll<HTMLElement>(`[data-with="${CSS.escape(note.id)}"]`)]
    return { notes, call, line: { top: 0, bottom: 0 }, block, probe, margin: undefined }
  }

  function probeAfter(node: ChildNode): HTMLElement {
    const probe = document.createElement('div')
    probe.dataset['probe'] = ''
    probe.style.cssText = 'float: left; width: 0; height: 0'
    node.after(probe)
    return probe
  }

  function heightOf(element: Element): number {
    return element.getBoundingClientRect().height
  }

  /** Whether floats stand in the block: those of a heading stand after it. */
  function isInside({ probe, block }: Place): boolean {
    return block.contains(probe)
  }

  function lineHeightOf(element: Element): number {
    return Number.parseFloat(getComputedStyle(element).lineHeight)
  }

  /** Short notes get floats of their own. */
  function measureMargins(): void {
    const brief = entries.filter(
      ({ notes: [note, ...others] }) => others.length === 0 && note!.children.length === 2 && note!.lastElementChild!.matches('p'),
    )
    for (const entry of aside > 0 ? brief : []) {
      entry.margin = document.createElement('div')
      entry.margin.className = 'margin-note'
      shelf.append(entry.margin)
      entry.margin.append(...entry.notes)
    }
    const long = brief.filter(({ margin, notes }) => margin && heightOf(notes[0]!) > MOST_MARGIN_LINES * lineHeightOf(notes[0]!))
    for (const entry of long) toFoot(entry)
  }

  function toFoot(entry: Entry): void {
    shelf.append(...entry.notes)
    entry.margin?.remove()
    entry.margin = undefined
  }

  /** Leaves a note below the block of its call. */
  function drop(entry: Entry): void {
    entries.splice(entries.indexOf(entry), 1)
    pairs.delete(entry)
    toFoot(entry)
    for (const note of entry.notes) homes.get(note)!.after(note)
    entry.probe.remove()
  }

  /** The line of a place: its page, counted from 0 and infinite for one that is not laid out yet, and where it begins and ends there. */
  function lineOf({ probe, block }: Place): { page: number; top: number; bottom: number } {
    const inside = isInside({ probe, block })
    const rect = [...(inside ? probe : block).getClientRects()].at(-1)
    if (!rect) return { page: Number.POSITIVE_INFINITY, top: 0, bottom: 0 }
    const line = inside ? lineHeightOf(block) : rect.height
    return { page: columns.pageOf(rect), top: rect.top, bottom: rect.top + line }
  }

  /** The entries whose calls are on a page, as it is without their floats. */
  function entriesOn(page: number): Entry[] {
    const end = entries.findIndex((entry) => {
      const line = lineOf(entry)
      if (line.page <= page) entry.line = line
      return line.page > page
    })
    return end < 0 ? [...entries] : entries.slice(0, end)
  }

  /** Floats are told lower than their line where others stand above them. */
  function pageOfCall({ call }: Entry): number {
    return columns.pageOf([...call.getClientRects()].at(-1) ?? new DOMRect())
  }

  /** Places the notes of a page, when those before it are. */
  function settle(page: number): void {
    let most = Number.POSITIVE_INFINITY
    // Lines after a call that stay on its page, so that none stands alone overleaf where its note is parted.
    let lines = 0
    // What goes on from before, where this page has no place for it either.
    const waiting: HTMLElement[] = []
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const here = entriesOn(page)
      const undo: (() => void)[] = []
      const strayed = intoMargin(here.slice(0, most), page, undo)
      const plan = strayed ? undefined : planOf(here, Math.min(most, here.length), lines, undo)
      const failed = plan && reserve(page, here, plan, undo)
      if (plan && failed === undefined && !(asked.keepsWords && keepWhole(page))) {
        // What stands in a block may keep the browser from moving it whole to the page that it begins here.
        const first = page > 0 && plan.count + plan.foot.length > 0 ? columns.firstOf(page) : undefined
        if (first) sendOverleaf(first, [])
        entries.splice(0, plan.count)
        carried = [...waiting, ...plan.rest]
        return
      }
      for (const each of undo.reverse()) each()
      if (strayed) toFoot(strayed)
      else if (failed === 'crowded') crowded.splice(0).forEach(toFoot)
      else if (failed === 'carried') waiting.push(...carried.splice(0))
      else if (failed !== undefined && plan!.rest.length > 0 && lines < 2) lines++
      else if (typeof failed === 'number') most = failed
      else if (failed) drop(failed)
    }
    carried.unshift(...waiting)
    for (const entry of entriesOn(page)) drop(entry)
  }

  /** @returns a note for which the margin of its page has no room */
  function intoMargin(here: readonly Entry[], page: number, undo: (() => void)[]): Entry | undefined {
    for (const { margin, probe, block } of here) {
      if (!margin) continue
      const holder = isInside({ probe, block }) ? block : block.parentElement!
      const { right } = columns.partsOn(holder, page)[0] ?? holder.getBoundingClientRect()
      const { paddingRight, borderRightWidth } = getComputedStyle(holder)
      const inset = columns.leftOf(page) + width - right + Number.parseFloat(paddingRight) + Number.parseFloat(borderRightWidth)
      margin.style.marginRight = `${-(gutter + aside + inset)}px`
      probe.after(margin)
      undo.push(() => shelf.append(margin))
    }
    return here.find(({ margin }) => margin && !isInMargin(margin, page))
  }

  function isInMargin(margin: HTMLElement, page: number): boolean {
    const [rect, ...others] = margin.getClientRects()
    if (!rect || others.length > 0 || columns.pageOf(rect) !== page || rect.bottom > height + 1) return false
    return !broad.some((element) =>
      columns
        .partsOn(element, page)
        .some(({ right, top, bottom }) => right > rect.left - gutter / 2 && top < rect.bottom && bottom > rect.top),
    )
  }

  /** Which notes the page has room for. @param most so many at most */
  function planOf(here: readonly Entry[], most: number, lines: number, undo: (() => void)[]): Plan {
    let used = carried.length > 0 ? above + heightOfAll(carried) : 0
    const begun = used > height * MOST_CARRIED ? parts(carried[0]!, height * MOST_CARRIED - above) : undefined
    if (begun) return { foot: [begun[0]], height: above + heightOf(begun[0]), count: 0, rest: [begun[1], ...carried.slice(1)] }
    const foot = [...carried]
    for (const [count, { margin, notes, block, line }] of here.slice(0, most).entries()) {
      const { bottom } = line
      if (margin && (used === 0 || bottom + used <= height)) continue
      const before = used || above
      if (!margin && bottom + before + heightOfAll(notes) <= height) {
        foot.push(...notes)
        used = before + heightOfAll(notes)
        continue
      }
      const two = margin || notes.length > 1 ? undefined : parts(notes[0]!, height - bottom - lines * lineHeightOf(block) - before - 1)
      if (!two) return { foot, height: used, count, rest: [] }
      return { foot: [...foot, two[0]], height: before + heightOf(two[0]), count: count + 1, rest: [two[1]] }
    }
    return { foot, height: used, count: most, rest: [] }

    function parts(note: HTMLElement, room: number): [HTMLElement, HTMLElement] | undefined {
      const two = tools.partNote(note, room, shelf, asked, tools.wholeWords)
      if (two) undo.push(() => two.forEach((each) => each.remove()))
      return two
    }
  }

  /** What notes take that are on the shelf. */
  function heightOfAll(notes: readonly HTMLElement[]): number {
    return notes.reduce((sum, note) => sum + heightOf(note), 0)
  }

  /**
   * Keeps the foot of a page for its notes, or from what is to go overleaf.
   * @returns what is in the way: a note, what has been carried, or how many entries have room at most
   */
  function reserve(
    page: number,
    here: readonly Entry[],
    plan: Plan,
    undo: (() => void)[],
  ): Entry | 'carried' | 'crowded' | number | undefined {
    const [last, next] = [here[plan.count - 1], here[plan.count]]
    for (const { margin } of here.slice(plan.count)) if (margin) shelf.append(margin)
    const cut = next?.line.top
    if (plan.foot.length === 0 && cut === undefined) return undefined
    const place = last ?? beginningOf(page, undo)
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
    const row = tools.rowAcross(text!, columns, page, height - plan.height - lead, place.probe)
    const space = probeAfter(last?.margin ?? place.probe)
    space.removeAttribute('data-probe')
    space.dataset['space'] = ''
    space.style.clear = 'left'
    space.style.height = `${Math.max(0, height - plan.height - lead - top - 0.25)}px`
    const foot = document.createElement('div')
    foot.className = plan.foot.length > 0 ? 'page-notes' : 'page-end'
    foot.style.cssText = `margin-left: ${columns.leftOf(page) - left}px; border-top-width: ${lead}px`
    foot.append(...plan.foot)
    space.after(foot)
    if (row) {
      sendOverleaf(row, undo)
      foot.style.marginRight = `${-width}px`
    }
    markParagraph(place.block)
    undo.push(() => {
      shelf.append(...foot.childNodes)
      foot.remove()
      space.remove()
    })
    const begun = tools.begunOn(text!, flowing, columns, page)
    if (begun) sendOverleaf(begun, undo)
    const moved = here.slice(0, plan.count).findIndex((entry) => pageOfCall(entry) !== page)
    if (moved >= 0) return moved
    if (next && pageOfCall(next) === page) return next
    const [rect, ...others] = foot.getClientRects()
    if (plan.foot.length === 0 || (rect && others.length === 0 && columns.pageOf(rect) === page && Math.abs(rect.bottom - height) < 2))
      return undefined
    return here.slice(0, plan.count).findLast(({ margin }) => !margin) ?? 'carried'
  }

  /** Has a block begin a page; its margin is none there, as where it would begin one by itself. */
  function sendOverleaf(block: HTMLElement, undo: (() => void)[]): void {
    block.dataset['overleaf'] = ''
    block.style.breakBefore = 'column'
    block.style.marginTop = '0'
    undo.push(() => keepHere(block))
  }

  function keepHere(block: HTMLElement): void {
    delete block.dataset['overleaf']
    block.style.breakBefore = ''
    block.style.marginTop = ''
  }

  /** A place in the first line of a page. */
  function beginningOf(page: number, undo: (() => void)[]): Place | undefined {
    const gap = tools.firstGapOn(flowing, columns, page, tools)
    if (!gap) return undefined
    const { block, text: before } = gap
    const after = before.splitText(gap.at)
    const probe = probeAfter(before)
    block.style.setProperty('text-wrap', 'wrap')
    undo.push(() => {
      probe.remove()
      before.data += after.data
      after.remove()
    })
    return { probe, block }
  }

  /** The browser drops a paragraph in which something is set apart, unless it is marked. */
  function markParagraph(block: HTMLElement): void {
    if (!block.matches('p') || block.role === 'figure') return
    block.role = 'figure'
    block.dataset['apart'] = ''
    block.ariaLabel = `${asked.mark}${asked.marked + paragraphs++}`
  }

  /** Has no word parted in a block that goes over the end of a page. @returns whether there was one */
  function keepWhole(page: number): boolean {
    const index = parted.findIndex(({ block }) => [page, page + 1].every((each) => columns.partsOn(block, each).length > 0))
    if (index < 0) return false
    const [{ block, number }] = parted.splice(index, 1) as [(typeof parted)[number]]
    tools.keepBlockWhole(block, asked.overlong, tools.wholeWords)
    ends.push(number)
    return true
  }
}
