import { wholeWords } from '../language/hyphenation.ts'

/** What a page’s text stands in: each begins on a page of its own or goes on where the one before ends. */
export const BLOCKS = ':is(p, li, dt, dd, h1, h2, h3, h4, h5, h6, tr, figure, pre):not(.note *)'

/** A block of a page, in the order of reading. */
export interface Block {
  /** Its number among the page's blocks. */
  readonly number: number
  readonly id: string
  /** The id by which other editions know its place: its own, or that of the session that it begins; empty without one. */
  readonly anchor: string
  /** Whether words in it may be parted. */
  readonly isParted: boolean
  /** Whether it goes on with a session of the programme, beside whose first the label stands. */
  readonly isInside: boolean
}

/**
 * Of longer pages, some sixty of A4, the ends are left as they are: a line more on one page would move all that come after
 * it, and each page would ask for the place of each block.
 */
export const MOST_CHARACTERS = 180_000

/**
 * Hides a page, names its blocks and has unseen links lead to them, so that the print tells on which page each begins; runs
 * in the page.
 * @param selector of the blocks
 * @param isLong whether its ends are left as they are: no links lead to the blocks then
 */
export function hidePage(selector: string, isLong: boolean): Block[] {
  document.documentElement.style.visibility = 'hidden'
  const links = document.body.appendChild(document.createElement('div'))
  links.style.display = 'none'
  links.dataset['blocks'] = ''
  // A page on which nothing is seen does not tell how large it is printed.
  const point = document.body.appendChild(document.createElement('div'))
  point.style.cssText = 'visibility: visible; position: absolute; top: 0; left: 0; width: 1px; height: 1px; background: #000'
  point.dataset['blocks'] = ''
  return [...document.querySelectorAll(selector)].map((block, number) => {
    const anchor = block.id || (block.matches('.session > h4') ? block.parentElement!.id : '')
    // Such as no id of the page is; `showPage` takes them away.
    block.id ||= `__page-ends-${number}`
    if (!isLong) links.appendChild(document.createElement('a')).href = `#${block.id}`
    // A row stays on one page, and its words are parted only where the table needs it.
    const isParted = !isLong && !block.closest('table') && block.textContent.includes('\u00AD')
    return { number, id: block.id, anchor, isParted, isInside: block.closest('.session') !== null && !block.matches('h4') }
  })
}

/** Shows it again as it was, without the links and the names; runs in the page. */
export function showPage(): void {
  document.documentElement.style.visibility = ''
  for (const added of document.querySelectorAll('[data-blocks]')) added.remove()
  for (const block of document.querySelectorAll('[id^="__page-ends-"]')) block.removeAttribute('id')
}

/** What the keeping of words does its work with; it runs in the page. */
export const WORDS_TOOLS = { wholeWords, keepBlockWhole } as const

/** Has no word of some blocks parted; runs in the page. */
export function keepWordsWhole(selector: string, numbers: readonly number[], overlong: number, tools: typeof WORDS_TOOLS): void {
  const blocks = [...document.querySelectorAll(selector)]
  for (const block of numbers.flatMap((number) => blocks[number] ?? [])) tools.keepBlockWhole(block, overlong, tools.wholeWords)
}

/** Has no word of a block parted, but in its tables, which may fit the page only so, and its notes; runs in the page. */
function keepBlockWhole(block: Element, overlong: number, whole: typeof wholeWords): void {
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    if (!text.parentElement!.closest('table, .note')) text.nodeValue = whole(text.nodeValue!, overlong)
  // Without the soft hyphen before it, the line would end with none.
  for (const hyphen of block.querySelectorAll('.repeated')) if (!hyphen.closest('.note')) hyphen.classList.remove('repeated')
}

/**
 * The numbers of the blocks that end a page or go over its end, as far as words in them may be parted: the next begins on a
 * later page.
 * @param pages on which page each block begins, by its id; those that are not printed are missing
 * @param whole the numbers of the blocks whose words are whole already
 */
export function blocksAtPageEnds(blocks: readonly Block[], pages: ReadonlyMap<string, number>, whole: readonly number[] = []): number[] {
  const printed = blocks.filter(({ id }) => pages.has(id))
  return printed
    .filter(({ id, isParted }, index) => isParted && pages.get(printed[index + 1]?.id ?? id)! > pages.get(id)!)
    .flatMap(({ number }) => (whole.includes(number) ? [] : [number]))
}
