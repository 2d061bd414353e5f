/** What is to stand on the page of something else. */
export interface Anchored {
  readonly id: string
  /**
   * The id of a note’s call; of a note of a table that of the table’s end, or of the line that says where the table is from, where that calls
   * it: of a call in such a line at the top of a page the browser may name the page before.
   */
  readonly anchor: string
  readonly kind: 'note' | 'note of a table' | 'source line'
}

/**
 * Marks the ends of tables that have notes, and has unseen links lead there and to what says where they are from; runs in the page, after its
 * blocks have been named. A row may be higher than a page, and end on another than it begins.
 */
export function markTableEnds(): void {
  const links = document.querySelector('body > [data-blocks]')!
  const tables = document.querySelectorAll<HTMLTableElement>(
    '.text :is(table:has(+ .note), table:has(+ .source-line + .note)):not(.note *)',
  )
  for (const [number, table] of tables.entries()) {
    const cells = [...([...table.rows].at(-1)?.cells ?? [])]
    const longest = cells.reduce((best, each) => (each.textContent.length > best.textContent.length ? each : best))
    const mark = longest.appendChild(document.createElement('span'))
    mark.id = `__table-ends-${number}`
    mark.dataset['blocks'] = ''
    mark.dataset['tableEnd'] = ''
    mark.style.padding = '0'
    for (const { id } of [mark, table.nextElementSibling!]) links.appendChild(document.createElement('a')).href = `#${id}`
  }
}

/** What each note of a page is to stand with, and what says where a table with notes is from; runs in the page while the ends of tables are marked. */
export function anchorsOfNotes(): Anchored[] {
  const endOf = (table: Element | null): Element | null => table?.querySelector('[data-table-end]') ?? null
  const notes = [...document.querySelectorAll<HTMLElement>('.note:not([data-rest])')].flatMap((note): Anchored[] => {
    const back = note.querySelector<HTMLAnchorElement>(':scope > .note-label > a')
    const call = back && document.getElementById(decodeURIComponent(back.hash.slice(1)))
    if (!call) return []
    if (note.dataset['fixed'] === undefined) return [{ id: note.id, anchor: call.id, kind: 'note' }]
    const end = call.closest('.source-line') ?? endOf(call.closest('table'))
    return end ? [{ id: note.id, anchor: end.id, kind: 'note of a table' }] : []
  })
  const lines = [...document.querySelectorAll('table + .source-line')].flatMap((line): Anchored[] => {
    const end = endOf(line.previousElementSibling)
    return end ? [{ id: line.id, anchor: end.id, kind: 'source line' }] : []
  })
  return [...notes, ...lines]
}

/**
 * Lets tables be parted where rows are usually kept together: of all places that are to be none the browser takes the last, which is before
 * the notes. Where that is not enough, the last row begins a page; and else what says where the table is from may be parted from it. Runs in
 * the page.
 * @param ids of what stands on a later page than the end of its table
 * @returns whether any table may be parted where it might not before
 */
export function loosenTables(ids: readonly string[]): boolean {
  const MOST = 3
  const tables = ids.flatMap((id) => {
    let at = document.getElementById(id)?.previousElementSibling
    while (at?.matches('.note, .source-line')) at = at.previousElementSibling
    return at instanceof HTMLTableElement ? [at] : []
  })
  const looser = [...new Set(tables)].filter(({ dataset }) => Number(dataset['loose'] ?? 0) < MOST)
  for (const { dataset } of looser) dataset['loose'] = String(Number(dataset['loose'] ?? 0) + 1)
  return looser.length > 0
}
