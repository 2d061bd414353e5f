/**
 * Takes the notes of a page out of their section at its end, and puts each behind the block in which it is called first,
 * where a reader hears it: paper shows it on the page of its call. Runs in the page, before it is prepared.
 *
 * A note called in a table, or where that says what it is from, stands below the table (`data-fixed`), one called in a note with
 * that note (`data-with`). Blocks that call others are marked (`data-noted`).
 */
export function gatherNotes(): void {
  const section = document.querySelector('.text > [data-footnotes]')
  const text = section?.parentElement
  if (!section || !text) return
  const items = new Map([...section.querySelectorAll<HTMLElement>(':scope > ol > li')].map((item) => [item.id, item]))
  for (const back of section.querySelectorAll('[data-footnote-backref]')) back.remove()
  // Numbers side by side would be read as one.
  for (const call of text.querySelectorAll<HTMLElement>('sup:has(> a[data-footnote-ref])'))
    if (call.previousSibling instanceof HTMLElement && call.previousSibling.localName === 'sup') call.dataset['next'] = ''
  const all = [...text.querySelectorAll<HTMLAnchorElement>('a[data-footnote-ref]')]
  // Asked of all before the first note is moved: after each change the browser computes the styles of the whole page anew.
  const blocks = new Map(all.map((call) => [call, blockOf(call)]))
  gather(all.filter((call) => !section.contains(call)))
  if (!section.querySelector('li')) section.remove()

  function gather(calls: Iterable<HTMLAnchorElement>): void {
    for (const call of calls) {
      const item = items.get(decodeURIComponent(call.hash.slice(1)))
      if (!item) continue
      items.delete(item.id)
      const note = document.createElement('div')
      note.className = 'note'
      note.id = item.id
      note.dataset['noteOf'] = item.id
      note.lang = item.lang || item.parentElement!.closest<HTMLElement>('[lang]')!.lang
      const label = note.appendChild(document.createElement('span'))
      label.className = 'note-label'
      const back = label.appendChild(document.createElement('a'))
      back.href = `#${call.id}`
      back.textContent = call.textContent
      note.append(...item.childNodes)
      item.remove()
      home(call, note)
      gather(note.querySelectorAll<HTMLAnchorElement>('a[data-footnote-ref]'))
    }
  }

  function blockOf(call: Element): HTMLElement {
    let block = call.parentElement!
    while (/^(?:inline|contents)/.test(getComputedStyle(block).display)) block = block.parentElement!
    return block
  }

  function home(call: HTMLAnchorElement, note: HTMLElement): void {
    const block = blocks.get(call)!
    const outer = call.closest<HTMLElement>('.note')
    const table = block.matches('table + .source-line') ? block.previousElementSibling! : call.closest('table')
    if (outer) note.dataset['with'] = outer.dataset['with'] ?? outer.id
    else if (table) note.dataset['fixed'] = ''
    else block.dataset['noted'] = ''
    const before = outer ?? table ?? (block.matches('p, h1, h2, h3, h4, h5, h6') ? block : undefined)
    if (!before) {
      block.append(note)
      return
    }
    let last: Element = before
    if (table && last.nextElementSibling?.matches('.source-line')) last = last.nextElementSibling
    while (last.nextElementSibling?.matches('.note')) last = last.nextElementSibling
    last.after(note)
  }
}
