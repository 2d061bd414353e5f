/** Where a text or the contents end, or may go on on another page: before a chapter, before a table that is turned. */
export interface TextEnd {
  readonly id: string
  /** The number of the last block before it. */
  readonly last: number
}

/** The ends of a page's texts, and how large its paper is. */
export interface TextEnds {
  readonly ends: readonly TextEnd[]
  /** Of the paper, and of what stands on it between the margins, in points. */
  readonly paper: number
  readonly height: number
  /** The same of a page that is turned. */
  readonly turned: { readonly paper: number; readonly height: number }
  /** Whether all blocks are linked. In a print the browser looks on each page for each that is: for all of a long page that takes longer than the print. */
  readonly areBlocksLinked: boolean
  /** Whether the first text begins at the top of a page. */
  readonly beginsPage: boolean
  /** How full the last page is at most where all is set tighter to spare it; nothing for a page that is not set so. */
  readonly spared: number
}

/** The line in which a text ends, whose mark stands at its top. In points. */
export const LAST_LINE = 15

/** In so many signs before the end of a text a page has begun. */
export const PAGE_OF_TEXT = 5000

/**
 * Marks the ends of texts, and has unseen links lead there; runs in the page, after its blocks have been named. The marks
 * take no room: they stand in the last line.
 * @param isLong whether no links lead to the page’s blocks: then some lead to those that follow the ends
 * @returns nothing for a page whose style does not tell its measures
 */
export function markEnds(selector: string, isLong: boolean): TextEnds | undefined {
  const root = getComputedStyle(document.documentElement)
  const lengthOf = (property: string): number => (Number.parseFloat(root.getPropertyValue(property)) * 72) / 25.4
  const [paper, height, width] = [lengthOf('--page-height'), lengthOf('--height'), lengthOf('--page-width')]
  if (!(paper > 0 && height > 0)) return undefined
  const isLine = (element: Element): boolean => /^(?:inline|contents|none)/.test(getComputedStyle(element).display)
  const isApart = (element: Element): boolean => element.matches('.note, img, svg, hr, input')
  const links = document.querySelector('[data-blocks]')!
  const last = [...document.querySelectorAll('.contents, .text, .programme')]
  const before = [...document.querySelectorAll('.text > :is(h2, table, figure)')].map(
    ({ previousElementSibling }) => previousElementSibling,
  )
  // A table that is turned takes along what leads to it: a paragraph, and a heading above that.
  for (const { previousElementSibling: lead } of document.querySelectorAll('.text > table:has(tr > :nth-child(6))'))
    before.push(lead?.previousElementSibling ?? null, lead?.previousElementSibling?.previousElementSibling ?? null)
  const holderOf = (end: Element | null): Element | undefined => {
    let holder = end
    while (holder?.matches('.note')) holder = holder.previousElementSibling
    for (let child = holder ?? undefined; child; child = [...child.children].findLast((each) => !isApart(each) && !isLine(each)))
      holder = child
    return holder ?? undefined
  }
  // Asked of all before the first mark is put: after each change the browser computes the styles of the whole page anew.
  for (const [number, holder] of [...new Set([...before, ...last].map(holderOf))].entries()) {
    if (!holder) continue
    const mark = holder.appendChild(document.createElement('span'))
    mark.id = `__text-ends-${number}`
    mark.dataset['blocks'] = ''
    mark.dataset['textEnd'] = ''
    mark.style.padding = '0'
    links.appendChild(document.createElement('a')).href = `#${mark.id}`
  }
  const ends: TextEnd[] = []
  const blocks: HTMLElement[] = []
  for (const element of document.querySelectorAll<HTMLElement>(`${selector}, [data-text-end]`))
    if (element.dataset['textEnd'] === undefined) blocks.push(element)
    else ends.push({ id: element.id, last: blocks.length - 1 })
  const following = isLong ? ends.flatMap(({ last: number }) => blocks[number + 1] ?? []) : []
  for (const { id } of following) links.appendChild(document.createElement('a')).href = `#${id}`
  return {
    ends,
    paper,
    height,
    turned: { paper: width, height: width - (paper - height) },
    areBlocksLinked: !isLong,
    beginsPage: beginsPage(),
    spared: sparedShare(),
  }

  /** What ends a letter or a brief has taken lines along from the page before; a report loses a last page that holds too little. */
  function sparedShare(): number {
    const { body } = document
    if (body.matches('[data-tight]')) return 0
    if (body.matches('[data-form="letter"], [data-form="brief"]')) return 0.4
    return body.matches('[data-form="report"]:not([data-long], :has(> .programme))') ? 0.2 : 0
  }

  function beginsPage(): boolean {
    let above = document.querySelector('.text')?.previousElementSibling
    while (above && getComputedStyle(above).display === 'none') above = above.previousElementSibling
    return !above || getComputedStyle(above).breakAfter === 'page'
  }
}

/** Has unseen links lead to the blocks before some ends of a long page, as far back as a page may have begun; runs in the page. */
export function linkBefore(selector: string, lasts: readonly number[], characters: number): void {
  // The marks of ends are named so too.
  const links = document.querySelector('body > [data-blocks]')!
  const blocks = document.querySelectorAll(selector)
  for (const last of lasts)
    for (let at = last, room = characters; at >= 0 && room > 0; at--) {
      const { id, textContent } = blocks[at]!
      links.appendChild(document.createElement('a')).href = `#${id}`
      room -= textContent.length
    }
}
