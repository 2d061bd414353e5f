import type { Entry, NotedText, Placing, Using } from './placing.ts'
import type { NotesTools } from './tools.ts'
import type { NotesAsked, NotesPlaced } from './asked.ts'

/**
 * Puts each note at the foot of the page on which it is called, short ones into the outer margin; runs in the page.
 *
 * The browser has no notes, but floats. Those of a page are one, at the last call of it: the lines that have room above stay,
 * and what follows goes overleaf. Page after page is laid out so, in columns that tell the place of every line.
 * @returns nothing for a page whose style does not tell its measures
 */
export function placeNotes(asked: NotesAsked, tools: NotesTools): NotesPlaced | undefined {
  const MOST_TRIES = 20
  const text = document.querySelector<HTMLElement>('.text')
  const root = getComputedStyle(document.documentElement)
  const lengths = ['--measure', '--height', '--page-height', '--aside', '--gutter'].map(
    (name) => (Number.parseFloat(root.getPropertyValue(name)) * 96) / 25.4,
  )
  const [width, exact, paper, aside, gutter] = lengths as [number, number, number, number, number]
  // The browser parts a print at whole pixels, the page’s height rounded up: a line or a row may reach so far. What ends
  // below that height rounded down has it add an empty page to the last.
  const [height, fragment] = [Math.floor(exact), Math.ceil(exact - 0.01)]
  if (!text || !(width > 0 && height > 0)) return undefined
  const numbered = [...document.querySelectorAll<HTMLElement>(asked.blocks)].flatMap((block, number) =>
    text.contains(block) ? [{ block, number }] : [],
  )
  const unchanged = tools.unchangedIn(
    text,
    // Of the contents nothing is in the text.
    asked.moved?.flatMap((number) => numbered.find((each) => each.number === number)?.block ?? []),
  )
  const stays = (element: Element): boolean => unchanged.some((each) => each.contains(element))
  tools.takeHome(text, unchanged, tools.keepHere)
  const noted: NotedText & Using<NotesTools> = { asked, tools, text, paragraphs: text.querySelectorAll('[data-apart]').length }
  const shelf = document.createElement('div')
  shelf.className = 'page-notes'
  shelf.style.cssText = `position: fixed; top: 0; left: 0; contain: layout`
  // All are looked for before anything is put beside them: after each change the browser computes styles anew.
  const calls = tools.callsIn(text)
  const entries = [...text.querySelectorAll<HTMLElement>('.note:not([data-fixed], [data-with])')].flatMap((note) => {
    const call = asked.strayed.includes(note.id) || stays(note) ? undefined : calls.get(note.id)
    return call ? [tools.entryOf(note, call, noted)] : []
  })
  const homes = tools.leaveHome(entries)
  shelf.append(...homes.keys())
  const start = unchanged[0] && unchanged[0] === text.firstElementChild ? 0 : Math.round(paper - (asked.beginning * 96) / 72)
  const columns = tools.layOutInColumns(text, start, { width, height: fragment }, unchanged)
  text.append(shelf)
  const heightOf = (element: Element): number => element.getBoundingClientRect().height
  const inText = numbered.filter(({ block }) => !block.closest('table, .note'))
  const placing: Placing & Using<NotesTools> = Object.assign(noted, {
    columns,
    shelf,
    entries,
    width,
    height,
    aside,
    gutter,
    carried: [],
    crowded: [],
    above: heightOf(shelf) - [...homes.keys()].reduce((sum, note) => sum + heightOf(note), 0),
    broad: [...text.querySelectorAll('table, pre, figure, img, svg')],
    flowing: inText.flatMap(({ block }) => (isTurned(block) ? [] : [block])),
  })
  tools.measureMargins(placing, toFoot)
  // In the margin, and where they stand in a list, lines are shorter than at the foot.
  tools.breakLadders([...shelf.querySelectorAll<HTMLElement>('.note :is(p, li, dd)')])
  const areLinesHeld = text.querySelector('[style*="widows"]') !== null
  const parted = inText.filter(({ block }) => block.textContent.includes('\u00AD'))
  const ends: number[] = []
  const below = [...asked.strayed]
  const pairs = new Map(
    entries.flatMap((entry) => (tools.isInside(entry) ? [[entry, [entry.notes[0]!.id, entry.call.id] as const] as const] : [])),
  )
  const next = (): Element | undefined => (asked.keepsWords ? undefined : entries[0]?.block)
  const names = entries.map(({ notes }) => notes[0]!.id)
  for (let page: number | undefined = 0; page !== undefined && columns.turnTo(page, next()); page = nextAfter(page)) settle(page)
  while (entries.length > 0) drop(entries[0]!)
  // What goes on beyond the end of the text begins a page: above its own beginning there may be room as well.
  if (placing.carried[0]) tools.sendOverleaf(placing.carried[0])
  text.append(...placing.carried)
  for (const probe of text.querySelectorAll('[data-probe]')) probe.remove()
  shelf.remove()
  columns.end()
  for (const { style } of text.querySelectorAll<HTMLElement>('[data-overleaf]')) {
    style.breakBefore = 'page'
    style.marginTop = '0'
  }
  return { names, ends, settled: numbered.map(({ number }) => number), paragraphs: placing.paragraphs, pairs: [...pairs.values()], below }

  /** Whether a block stands on a turned page, which has no place for what goes on from another. */
  function isTurned(block: HTMLElement): boolean {
    if (!block.matches('[data-turned], [data-turned] *, .source-line')) return false
    return (getComputedStyle(block.closest('.text > *')!) as CSSStyleDeclaration & { page: string }).page === 'turned'
  }

  /** The next page on which there may be something to settle, as far as the text is laid out; nothing where no other has anything. */
  function nextAfter(page: number): number | undefined {
    if (asked.keepsWords || placing.carried.length > 0) return page + 1
    if (!entries[0]) return undefined
    const rect = rectOf(entries[0])
    return Math.max(page + 1, rect ? columns.pageOf(rect) : columns.lastPage())
  }

  /** Where the place of a note is, or ends. */
  function rectOf(entry: Entry): DOMRect | undefined {
    return [...(tools.isInside(entry) ? entry.probe : entry.block).getClientRects()].at(-1)
  }

  /** Places the notes of a page, when those before it are. */
  function settle(page: number): void {
    let most = Number.POSITIVE_INFINITY
    // So many stand here at all once those before them are in the margin, which may move a block overleaf.
    let left = Number.POSITIVE_INFINITY
    // Lines after a call that stay on its page, so that none stands alone overleaf where its note is parted.
    let lines = 0
    // What goes on from before, where this page has no place for it either.
    const waiting: HTMLElement[] = []
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const here = entriesOn(page).slice(0, left)
      const undo: (() => void)[] = []
      const strayed = tools.intoMargin(here.slice(0, most), page, placing, undo)
      const gone = strayed ? -1 : here.findIndex(({ call }) => columns.pageOf([...call.getClientRects()].at(-1) ?? new DOMRect()) > page)
      const plan = strayed || gone > 0 ? undefined : tools.planOf(here, Math.min(most, here.length), lines, placing, undo)
      const failed = plan && tools.reserve(page, here, plan, placing, undo)
      if (plan && failed === undefined && !(asked.keepsWords && keepWhole(page))) {
        // What stands in a block may keep the browser from moving it whole to the page that it begins here.
        const first = page > 0 && plan.count + plan.foot.length > 0 ? columns.firstOf(page) : undefined
        if (first) tools.sendOverleaf(first)
        entries.splice(0, plan.count)
        // One that had come back to the page would be looked for on all that follow, and keep the others from their places.
        while (entries[0] && isBehind(entries[0], page)) drop(entries[0])
        placing.carried = [...waiting, ...plan.rest]
        return
      }
      for (const each of undo.reverse()) each()
      if (areLinesHeld) layOutAnew()
      if (strayed) toFoot(strayed)
      else if (gone > 0) left = gone
      else if (failed === 'crowded') placing.crowded.splice(0).forEach(toFoot)
      else if (failed === 'carried') waiting.push(...placing.carried.splice(0))
      else if (failed !== undefined && plan!.rest.length > 0 && lines < 2) lines++
      else if (typeof failed === 'number') most = failed
      else if (failed) drop(failed)
    }
    placing.carried.unshift(...waiting)
    for (const entry of entriesOn(page)) drop(entry)
  }

  /**
   * Where lines are kept together, the browser parts a text as it did for a float, also when that is gone: a call would seem to be overleaf,
   * and be back on its page when that is settled.
   */
  function layOutAnew(): void {
    const { display } = text!.style
    text!.style.display = 'none'
    text!.getBoundingClientRect()
    text!.style.display = display
  }

  /** The entries whose calls are on a page, as it is without their floats. */
  function entriesOn(page: number): Entry[] {
    const end = entries.findIndex((entry) => {
      const rect = rectOf(entry)
      // One that is not laid out yet is on a later page.
      if (!rect || columns.pageOf(rect) > page) return true
      const line = tools.isInside(entry) ? Number.parseFloat(getComputedStyle(entry.block).lineHeight) : rect.height
      entry.line = { top: rect.top, bottom: rect.top + line }
      return false
    })
    return end < 0 ? [...entries] : entries.slice(0, end)
  }

  /** Whether a note is called on a page that is settled. */
  function isBehind(entry: Entry, page: number): boolean {
    const rect = rectOf(entry)
    return rect !== undefined && columns.pageOf(rect) <= page
  }

  function toFoot(entry: Entry): void {
    shelf.append(...entry.notes)
    entry.margin?.remove()
    entry.margin = undefined
  }

  /** Leaves a note below the block of its call. */
  function drop(entry: Entry): void {
    entries.splice(entries.indexOf(entry), 1)
    below.push(entry.notes[0]!.id)
    pairs.delete(entry)
    toFoot(entry)
    for (const note of entry.notes) homes.get(note)!.after(note)
    entry.probe.remove()
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
