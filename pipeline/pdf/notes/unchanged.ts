/**
 * What stands on its pages as before when some blocks of a text are moved: all that is parted from these by a page that
 * begins. Runs in the page.
 * @returns elements right in the text; none where it is not known what was moved
 */
export function unchangedIn(text: Element, moved: readonly Element[] | undefined): HTMLElement[] {
  if (!moved) return []
  const parts: HTMLElement[][] = [[]]
  for (const child of text.children as HTMLCollectionOf<HTMLElement>) {
    // What notes have sent overleaf may come back.
    const begins = child.dataset['overleaf'] === undefined && /page|left|right|recto|verso/.test(getComputedStyle(child).breakBefore)
    if (begins) parts.push([])
    parts.at(-1)!.push(child)
  }
  const isChanged = parts.map((part) => part.some((element) => moved.some((block) => element.contains(block))))
  const goesOn = parts.map((part) => part.some((element) => element.querySelector('.note[data-rest]')))
  // What is moved leaves the page before; and a note that goes on there joins two.
  const hasChanged = (index: number): boolean =>
    [index - 1, index, index + 1].some((each) => isChanged[each] && (each >= index || goesOn[index])) || (goesOn[index + 1] ?? false)
  return parts.flatMap((part, index) => (hasChanged(index) ? [] : part))
}
