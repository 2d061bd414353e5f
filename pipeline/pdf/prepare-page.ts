import type { Marker, PreparedPage } from './preparation.ts'

/**
 * Readies a loaded page for a tagged print; runs in the page, before it is first laid out and without asking for that.
 *
 * The browser writes a structure element's type from its role, and of what it does not know nothing is left. A role of
 * figure keeps the element and its label: so the label carries a number, and the PDF's element gets its type
 * afterwards.
 */
export function preparePage(mark: string): PreparedPage {
  /** How many times wider than high a picture is that is wide: those of screens and charts are. */
  const WIDE = 1.7
  const markers: Marker[] = []
  const faults: string[] = []
  const put = (element: Element, marker: Marker): void => {
    element.setAttribute('role', 'figure')
    element.setAttribute('aria-label', `${mark}${markers.length}`)
    markers.push(marker)
  }
  const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)]
  const shown = (element: Element): boolean => element.checkVisibility()
  const PICTURES = 'img:not([alt=""]), svg[role="img"], input'
  /** Whether anything of an element is for readers: of one that says nothing the browser leaves nothing. */
  const says = (element: Element): boolean => {
    if (element.matches(PICTURES) || element.querySelector(PICTURES) !== null) return true
    if (element.textContent.trim() === '') return false
    if (element.querySelector('[aria-hidden="true"]') === null) return true
    return [...element.childNodes].some((child) =>
      child instanceof Element ? child.ariaHidden !== 'true' && says(child) : child instanceof Text && child.data.trim() !== '',
    )
  }
  const wrap = (nodes: readonly Node[], tag: string): HTMLElement => {
    const wrapper = document.createElement(tag)
    nodes[0]!.parentNode!.insertBefore(wrapper, nodes[0]!)
    wrapper.append(...nodes)
    return wrapper
  }

  // Labels that would win over ours, and roles that the browser turns into nothing.
  for (const element of all('[aria-label]')) element.setAttribute('aria-label', element.getAttribute('aria-label')!.replaceAll(mark, ''))
  for (const element of all('[alt]')) element.setAttribute('alt', element.getAttribute('alt')!.replaceAll(mark, ''))
  for (const element of all('[aria-labelledby]')) element.removeAttribute('aria-labelledby')
  for (const element of all('body [title]:not(abbr, svg *)')) element.removeAttribute('title')
  for (const element of all('hr, svg:not([role="img"])')) element.setAttribute('aria-hidden', 'true')

  // Tags of BCP 47 (7.2): the browser takes any, with an underscore too.
  for (const { lang } of all('[lang]')) if (!/^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i.test(lang)) faults.push(`“${lang}” is no tag of a language`)
  // A caption with blocks in it would stand outside the table. Its box keeps them in mind: a new one does not.
  for (const caption of all('caption:has(> :is(p, div))')) {
    for (const block of caption.querySelectorAll(':is(p, div)')) block.replaceWith(...block.childNodes, ' ')
    caption.replaceWith(caption.cloneNode(true))
  }

  // A wide picture takes the margin too.
  for (const picture of document.images) if (picture.naturalWidth > picture.naturalHeight * WIDE) picture.dataset['wide'] = ''

  // A cell without content becomes no cell, and a short row leaves a hole in the grid (7.2).
  for (const table of document.querySelectorAll('table')) {
    for (const part of table.querySelectorAll<HTMLTableSectionElement>(':scope > :is(thead, tbody, tfoot)'))
      for (const [y, row] of [...part.rows].entries())
        for (const cell of row.cells) cell.rowSpan = Math.min(cell.rowSpan, part.rows.length - y)
    const grid = [...table.rows].map(() => new Set<number>())
    for (const [y, row] of [...table.rows].entries()) {
      let x = 0
      for (const cell of row.cells) {
        while (grid[y]!.has(x)) x++
        for (let down = 0; down < Math.min(cell.rowSpan, grid.length - y); down++)
          for (let right = 0; right < cell.colSpan; right++) {
            if (grid[y + down]!.has(x + right)) faults.push(`two cells of a table stand in one place, at “${cell.textContent.trim()}”`)
            grid[y + down]!.add(x + right)
          }
      }
    }
    const width = Math.max(0, ...grid.map((row) => row.size))
    for (const [y, row] of [...table.rows].entries()) for (let x = grid[y]!.size; x < width; x++) row.insertCell()
    for (const cell of table.querySelectorAll('td, th'))
      if (cell.textContent.trim() === '' && !cell.querySelector('img, svg, input')) cell.textContent = '\u00A0'
  }

  // Lists of terms: every group an item, the term its label, the definitions its body.
  for (const list of all('dl')) {
    let group: HTMLElement[] = []
    const close = (): void => {
      if (group.length > 0) wrap(group, 'div').style.display = 'contents'
      group = []
    }
    for (const child of [...list.children] as HTMLElement[]) {
      if (child.localName === 'div' || (child.localName === 'dt' && group.some(({ localName }) => localName === 'dd'))) close()
      if (child.localName !== 'div') group.push(child)
    }
    close()
  }
  // A note as an element inside its item, so that the item stays one.
  for (const note of all('[data-footnotes] li, [role="doc-footnote"]:not([data-note-of])')) {
    const inner = document.createElement('div')
    inner.append(...note.childNodes)
    note.append(inner)
    inner.dataset['noteOf'] = note.id
  }
  for (const reference of all('[data-footnote-ref], [role="doc-noteref"]'))
    (reference.parentElement?.localName === 'sup' ? reference.parentElement : wrap([reference], 'span')).dataset['reference'] = ''
  for (const element of all('[role^="doc-"]')) element.removeAttribute('role')

  // The browser drops a paragraph in which a line of its own is set apart.
  const isLine = (element: Element): boolean => !/^(?:inline|contents|none)/.test(getComputedStyle(element).display)
  // In one that calls a note the note may come to stand.
  for (const paragraph of all('p'))
    if ([...paragraph.children].some(isLine) || paragraph.querySelector('[data-reference]')) paragraph.dataset['parted'] = ''

  // Read before the marks are put, without the calls to notes and what says that the words are English.
  const headings = all('h1, h2, h3, h4, h5, h6, [role="heading"]')
    .filter((heading) => shown(heading) && !heading.closest('[aria-hidden="true"]'))
    .map(headingText)
    .filter((text) => text !== '')

  const types: readonly (readonly [selector: string, marker: (element: HTMLElement) => Marker])[] = [
    ['figure', () => ({ type: 'Div' })],
    ['body > section, article section, section section, nav.contents, section[data-footnotes]', () => ({ type: 'Sect' })],
    ['nav.contents > ol, nav.contents > ul', () => ({ type: 'TOC' })],
    ['nav.contents > ol > li, nav.contents > ul > li', () => ({ type: 'TOCI' })],
    ['nav.contents li > ol, nav.contents li > ul', () => ({ type: 'TOC' })],
    ['nav.contents li li', () => ({ type: 'TOCI' })],
    ['[data-note-of]', ({ dataset }) => ({ type: 'Note', id: dataset['noteOf'] })],
    ['.note-label', () => ({ type: 'Lbl' })],
    ['[data-reference]', (element) => ({ type: 'Reference', calls: noteOf(element) })],
    ['dl', () => ({ type: 'L' })],
    ['dl > div', () => ({ type: 'LI' })],
    ['dl dt', () => ({ type: 'Lbl' })],
    ['dl dd', () => ({ type: 'LBody' })],
    ['pre, p[data-parted]', () => ({ type: 'P' })],
    ['q', () => ({ type: 'Quote' })],
    ['abbr[title]', ({ title }) => ({ type: 'Span', expansion: title })],
    // A tick box is a picture of its state, which its label says in words.
    [
      'input[type="checkbox"]',
      (box) => ({ type: 'Figure', alternative: box.ariaLabel ?? ((box as HTMLInputElement).checked ? '☑' : '☐') }),
    ],
    ['span[lang], i[lang], b[lang], cite[lang], small[lang], sub[lang], sup[lang], u[lang], mark[lang]', () => ({ type: 'Span' })],
  ]
  const marked = new Set<Element>()
  for (const [selector, markerOf] of types)
    for (const element of all(selector)) {
      if (marked.has(element) || element.closest('[aria-hidden="true"], svg') || !(shown(element) || element.style.display === 'contents'))
        continue
      if (!says(element)) continue
      marked.add(element)
      put(element, markerOf(element))
      if (element.localName === 'abbr') element.removeAttribute('title')
    }

  for (const [unit, element] of all('.text > :not(.note)').entries()) element.dataset['unit'] = String(unit)
  const said = shownTexts()
  const meta = (name: string): string | undefined =>
    document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content.trim() || undefined
  return {
    title: document.title,
    language: document.documentElement.lang,
    description: meta('description'),
    publisher: meta('publisher'),
    authors: [...document.querySelectorAll<HTMLMetaElement>('meta[name="author"]')].map(({ content }) => content.trim()),
    numbering: document.body.dataset['numbering'],
    headings,
    markers,
    ...said,
    families: [...new Set([...document.fonts].map(({ family }) => family.replaceAll(/["']/g, '')))],
    faults,
    hidden: all('[aria-hidden="true"]')
      .map((element) => element.textContent)
      .join('')
      .replaceAll(/\s/g, ''),
  }

  /** The name of the note that a call leads to. */
  function noteOf(element: HTMLElement): string | undefined {
    const hash = element.querySelector('a')?.hash
    const note = hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null
    // One that stands in a list at the end of the page is read there.
    return note?.matches('.note') ? note.id : undefined
  }

  function shownTexts(): { texts: string[]; units: number[] } {
    const texts: string[] = []
    const units: number[] = []
    let unit = -1
    const numbers = new Map<Element, number>()
    let text = ''
    const end = (): void => {
      if (text.trim() !== '') {
        texts.push(text)
        units.push(unit)
      }
      text = ''
    }
    /** @param isAround whether what stands right in the element around is shown */
    const visit = (element: Element, isAround: boolean): void => {
      const { display, visibility, contentVisibility, listStyleType } = getComputedStyle(element)
      // What has no box of its own, as a group that only holds others, is shown where it stands.
      const hasBox = display !== 'contents'
      if (!(hasBox ? element.checkVisibility() : isAround) || element.ariaHidden === 'true') return
      const mayHide = hasBox && (contentVisibility === 'hidden' || element.matches('details:not([open])'))
      const isInside = mayHide ? showsInside(element) : hasBox || isAround
      const isBlock = hasBox && !display.startsWith('inline')
      if (isBlock) end()
      if (element instanceof HTMLElement && element.dataset['unit'] !== undefined) unit = Number(element.dataset['unit'])
      if (element instanceof HTMLOListElement) numberItems(element, numbers)
      if (display === 'list-item' && listStyleType === 'decimal') text += `${numbers.get(element)}. `
      if (element instanceof HTMLElement && element.dataset['pageOf'] !== undefined) text += `${mark}${element.dataset['pageOf']}${mark}`
      for (const child of element.childNodes)
        if (child instanceof Element) visit(child, isInside)
        else if (child instanceof Text && isInside && visibility === 'visible') text += child.data
      if (isBlock) end()
      if (element.matches('.text')) unit = Number.MAX_SAFE_INTEGER
    }
    visit(document.body, true)
    end()
    return { texts, units }
  }

  /** Numbers the items of an ordered list. */
  function numberItems(list: HTMLOListElement, numbers: Map<Element, number>): void {
    const items = [...list.children].filter((child) => child instanceof HTMLLIElement)
    let number = list.reversed && !list.hasAttribute('start') ? items.length : list.start
    for (const item of items) {
      if (item.hasAttribute('value')) number = item.value
      numbers.set(item, number)
      number += list.reversed ? -1 : 1
    }
  }

  /** Whether what stands right in an element is shown: its text cannot be asked, but another element in its place can. */
  function showsInside(element: Element): boolean {
    const place = element.appendChild(document.createElement('span'))
    const isShown = place.checkVisibility()
    place.remove()
    return isShown
  }

  function headingText(heading: HTMLElement): string {
    const copy = heading.cloneNode(true) as HTMLElement
    for (const call of copy.querySelectorAll('[data-reference], .draft-mark')) call.remove()
    for (const picture of copy.querySelectorAll('img')) picture.replaceWith(` ${picture.alt} `)
    for (const end of copy.querySelectorAll('br')) end.replaceWith(' ')
    return copy.textContent
      .replaceAll('\u00AD', '')
      .replaceAll(/[ \t\n\r\f]+/g, ' ')
      .trim()
  }
}
