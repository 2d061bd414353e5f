/** A hyphen at the end of a line. */
interface LineEnd {
  readonly text: Text
  readonly at: number
  /** Where its line is, in pixels. */
  readonly top: number
}

/** What the breaking of ladders does its work with; it runs in the page. */
export const LADDERS_TOOLS = { breakLadders } as const

/**
 * Has no more than two lines in a row of the text end in a hyphen, which the browser knows no limit for; runs in the page, which is laid
 * out for it as wide as its paper. Notes stand elsewhere in print than where they are gathered, but for those of tables.
 */
export function breakHyphenLadders(tools: typeof LADDERS_TOOLS): void {
  const content = getComputedStyle(document.documentElement).getPropertyValue('--content')
  const blocks = [...document.querySelectorAll<HTMLElement>('.text :is(p, li, dd):not(.note:not([data-fixed]) *)')]
  if (content === '') return
  const alone = document.querySelector<HTMLStyleElement>('style[data-paper-alone]')
  if (alone) alone.disabled = true
  document.body.style.width = content
  tools.breakLadders(blocks)
  document.body.style.width = ''
  if (alone) alone.disabled = false
}

/**
 * Has no three lines in a row of some blocks end in a hyphen where they stand: the word at the second is not parted, or that at another
 * where the second ends in a hyphen of its own. Runs in the page.
 */
function breakLadders(all: readonly HTMLElement[]): void {
  const [HYPHEN, MOST_ROUNDS, NEXT_LINE] = ['\u00AD', 4, 1.6]
  const blocks = all.filter(
    (block) => block.textContent.split(/[\u00AD\u2010-]/).length > 3 && !block.closest('table') && !block.querySelector('p, li, dd'),
  )
  // On pages the browser breaks lines one by one, whatever the style says.
  const wraps = blocks.map((block) => block.style.getPropertyValue('text-wrap'))
  for (const block of blocks) block.style.setProperty('text-wrap', 'wrap')
  let left = blocks
  for (let round = 0; round < MOST_ROUNDS && left.length > 0; round++) {
    const ladders = left.map(wordsOfLadders)
    // Asked of all before the first text is changed: the browser lays the page out anew after that.
    for (const [text, words] of ladders.flatMap((each) => [...each])) for (const [from, to] of words.toReversed()) keepWhole(text, from, to)
    left = left.filter((_, index) => ladders[index]!.size > 0)
  }
  for (const [index, block] of blocks.entries()) block.style.setProperty('text-wrap', wraps[index]!)

  function keepWhole(text: Text, from: number, to: number): void {
    // Without the soft hyphen before it, the line would end with none.
    if (to === text.length && text.nextSibling instanceof HTMLElement) text.nextSibling.classList.remove('repeated')
    text.data = text.data.slice(0, from) + text.data.slice(from, to).replaceAll(HYPHEN, '') + text.data.slice(to)
  }

  /** A word of each three lines that end in a hyphen: where it begins and ends in its text. */
  function wordsOfLadders(block: Element): Map<Text, (readonly [number, number])[]> {
    const ends = endsIn(block)
    const line = Number.parseFloat(getComputedStyle(block).lineHeight) * NEXT_LINE
    const room = roomIn(block)
    const isNext = (index: number): boolean => ends[index + 1] !== undefined && ends[index + 1]!.top - ends[index]!.top < line
    const words = new Map<Text, (readonly [number, number])[]>()
    for (let index = 0; index < ends.length; index++) {
      if (!isNext(index) || !isNext(index + 1)) continue
      const end = [ends[index + 1]!, ends[index]!, ends[index + 2]!].find((each) => mayBeWhole(each, room))
      if (!end) continue
      const before = words.get(end.text) ?? []
      const [from, to] = wordAround(end)
      if (before.at(-1)?.[0] !== from) words.set(end.text, [...before, [from, to]])
      index = ends.indexOf(end)
    }
    return words
  }

  /** How wide its lines are; what stands in the lines of another block has no width of its own. */
  function roomIn(block: Element): number {
    let box = block
    while (box.clientWidth === 0 && box.parentElement) box = box.parentElement
    const { paddingLeft, paddingRight } = getComputedStyle(box)
    return box.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
  }

  /** Not of a word that is wider than a line: it would be broken without a hyphen. */
  function mayBeWhole(end: LineEnd, room: number): boolean {
    if (end.text.data[end.at] !== HYPHEN) return false
    const range = document.createRange()
    const [from, to] = wordAround(end)
    range.setStart(end.text, from)
    range.setEnd(end.text, to)
    return [...range.getClientRects()].reduce((width, part) => width + part.width, 0) < room
  }

  function wordAround({ text, at }: LineEnd): readonly [from: number, to: number] {
    return [text.data.slice(0, at).search(/\S*$/), at + text.data.slice(at).search(/\s|$/)]
  }

  /** Where lines end in a hyphen, in their order. */
  function endsIn(block: Element): LineEnd[] {
    const range = document.createRange()
    const topAt = (text: Text, at: number): number => {
      range.setStart(text, at)
      range.setEnd(text, at + 1)
      // The first sign of a line is told at the end of the one before, too.
      return [...range.getClientRects()].at(-1)?.top ?? 0
    }
    const ends: LineEnd[] = []
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null)
      for (const { index: at } of text.data.matchAll(/[\u00AD\u2010-]/g)) {
        if (at < 1 || at >= text.length - 1) continue
        const top = topAt(text, at - 1)
        if (topAt(text, at + 1) > top + 1) ends.push({ text, at, top })
      }
    return ends
  }
}
