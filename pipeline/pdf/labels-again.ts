import type { Block } from './page-ends.ts'

/** The numbers of the blocks that begin a page in the middle of a session. @param pages on which page each block begins, by its id */
export function goingOn(blocks: readonly Block[], pages: ReadonlyMap<string, number>): number[] {
  const printed = blocks.filter(({ id }) => pages.has(id))
  return printed
    .filter(({ id, isInside }, index) => isInside && pages.get(printed[index - 1]?.id ?? id)! < pages.get(id)!)
    .map(({ number }) => number)
}

/**
 * Repeats the label of sessions beside what begins a page; runs in the page. It takes no room, and nobody is read it again.
 * @returns what the labels say
 */
export function repeatLabels(selector: string, numbers: readonly number[]): string[] {
  const blocks = document.querySelectorAll<HTMLElement>(selector)
  return numbers.flatMap((number) => {
    const block = blocks[number]!
    const label = block.closest('.session')?.querySelector('h4')
    if (!label) return []
    const again = document.createElement('div')
    again.className = 'label-again'
    again.ariaHidden = 'true'
    again.append(...label.cloneNode(true).childNodes)
    if (block.matches('li')) block.prepend(again)
    else block.before(again)
    return label.textContent
  })
}
