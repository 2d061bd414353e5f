/**
 * Has no more than two lines in a row end in a hyphen: the word at the second of three is not parted. Runs in the page, which is laid out
 * for it as wide as its paper; the browser knows no such limit.
 */
export function breakHyphenLadders(): void {
  const [HYPHEN, MOST_ROUNDS, NEXT_LINE] = ['\u00AD', 4, 1.6]
  const root = getComputedStyle(document.documentElement)
  const content = root.getPropertyValue('--content')
  const blocks = [...document.querySelectorAll<HTMLElement>('.text :is(p, li, dd)')].filter(
    (block) => block.textContent.split(HYPHEN).length > 3 && !block.closest('table') && !block.querySelector('p, li, dd'),
  )
  if (content === '' || blocks.length === 0) return
  const alone = document.querySelector<HTMLStyleElement>('style[data-paper-alone]')
  if (alone) alone.disabled = true
  document.body.style.width = content
  // On pages the browser breaks lines one by one, whatever the style says.
  const wraps = blocks.map((block) => block.style.getPropertyValue('text-wrap'))
  for (const block of blocks) block.style.setProperty('text-wrap', 'wrap')
  let left = blocks
  for (let round = 0; round < MOST_ROUNDS && left.length > 0; round++) {
    const ladders = left.map(wordsOfLadders)
    // Asked of all before the first text is changed: the browser lays the page out anew after that.
    for (const [text, words] of ladders.flatMap((each) => [...each]))
      for (const [from, to] of words.toReversed())
        text.data = text.data.slice(0, from) + text.data.slice(from, to).replaceAll(HYPHEN, '') + text.data.slice(to)
    left = left.filter((_, index) => ladders[index]!.size > 0)
  }
  for (const [index, block] of blocks.entries()) block.style.setProperty('text-wrap', wraps[index]!)
  document.body.style.width = ''
  if (alone) alone.disabled = false

  /** The words at the second of three lines that end in a hyphen: where each begins and ends in its text. */
  function wordsOfLadders(block: Element): Map<Text, (readonly [number, number])[]> {
    const ends = endsIn(block)
    const line = Number.parseFloat(getComputedStyle(block).lineHeight) * NEXT_LINE
    const isNext = (index: number): boolean => ends[index + 1] !== undefined && ends[index + 1]!.top - ends[index]!.top < line
    const words = new Map<Text, (readonly [number, number])[]>()
    for (let index = 0; index < ends.length; index++) {
      if (!isNext(index) || !isNext(index + 1)) continue
      const { text, at } = ends[index + 1]!
      const from = text.data.slice(0, at).search(/\S*$/)
      words.set(text, [...(words.get(text) ?? []), [from, at + text.data.slice(at).search(/\s|$/)]])
      index += 1
    }
    return words
  }

  /** Where lines end in a hyphen, in their order. */
  function endsIn(block: Element): { text: Text; at: number; top: number }[] {
    const range = document.createRange()
    const topAt = (text: Text, at: number): number => {
      range.setStart(text, at)
      range.setEnd(text, at + 1)
      // The first sign of a line is told at the end of the one before, too.
      return [...range.getClientRects()].at(-1)?.top ?? 0
    }
    const ends: { text: Text; at: number; top: number }[] = []
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null)
      for (let at = text.data.indexOf(HYPHEN, 1); at > 0 && at < text.length - 1; at = text.data.indexOf(HYPHEN, at + 1)) {
        const top = topAt(text, at - 1)
        if (topAt(text, at + 1) > top + 1) ends.push({ text, at, top })
      }
    return ends
  }
}
