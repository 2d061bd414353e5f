import type { wholeWords } from '../../language/hyphenation.ts'
import type { Note } from './homes.ts'
import type { NotesAsked } from './asked.ts'

/** A note in two. */
export interface PartedNote {
  readonly parts: readonly [beginning: HTMLElement, rest: HTMLElement]
  /** Makes it one again. */
  readonly join: () => void
}

/**
 * Parts a note that has not enough room on its page, at the end of a line: two lines at least stand on either; runs in the
 * page.
 * @param room in pixels
 * @param shelf where a note is as wide as on its page
 * @param continued marks the label of what goes on with another
 * @param whole as `wholeWords`
 * @returns its beginning and what goes on, in new elements which have its pictures; nothing where it cannot be parted so, or has columns
 */
export function partNote(
  note: Note,
  room: number,
  shelf: HTMLElement,
  { continued, overlong }: Pick<NotesAsked, 'continued' | 'overlong'>,
  whole: typeof wholeWords,
): PartedNote | undefined {
  // Its columns would have to be parted each for itself.
  if (note.querySelector(':scope > .cell')) return undefined
  const first = note.cloneNode(true) as HTMLElement
  takePictures()
  shelf.append(first)
  const result = parted()
  const join = (): void => {
    note.takeBack?.()
    for (const each of result ?? [first]) each.remove()
  }
  if (result) return { parts: result, join }
  join()
  return undefined

  /** Takes the note’s pictures in the place of their copies: those would be read anew, and may come too late for the print. */
  function takePictures(): void {
    const copies = [...first.querySelectorAll('img')]
    const pictures = [...note.querySelectorAll('img')]
    for (const [at, picture] of pictures.entries()) {
      const place = document.createComment('')
      picture.replaceWith(place)
      copies[at]!.replaceWith(picture)
      place.replaceWith(copies[at]!)
    }
    note.takeBack = () => {
      for (const [at, picture] of pictures.entries()) copies[at]!.replaceWith(picture)
      delete note.takeBack
    }
  }

  function parted(): [HTMLElement, HTMLElement] | undefined {
    const line = Number.parseFloat(getComputedStyle(first).lineHeight)
    // Words at the border stay whole.
    const texts = textsIn(first)
    for (const text of texts) text.data = whole(text.data, overlong)
    for (const hyphen of first.querySelectorAll('.repeated')) hyphen.classList.remove('repeated')
    const { top, height } = first.getBoundingClientRect()
    if (room < 2 * line || height < room) return undefined
    const fits = Math.min(room, height - 2 * line)
    const range = document.createRange()
    for (const text of texts) {
      if (text.parentElement!.closest('.note-label')) continue
      const bottomAt = (at: number): number => {
        range.setStart(text, at)
        range.setEnd(text, at + 1)
        return Math.max(...[...range.getClientRects()].map((rect) => rect.bottom), 0) - top
      }
      if (text.length === 0 || bottomAt(text.length - 1) <= fits) continue
      let [low, high] = [0, text.length - 1]
      while (low < high) {
        const middle = (low + high) >> 1
        if (bottomAt(middle) > fits) high = middle
        else low = middle + 1
      }
      range.setStart(text, low)
      const unit = unitAround(text)
      const going = unit ?? (low === 0 ? elementBegunBy(text) : undefined)
      if (going) range.setStartBefore(going)
      return partedAt(range, unit, going)
    }
    return undefined
  }

  /** What stays whole around a text: a table, code, an item, a part of which would have its sign again; the list, with its first. */
  function unitAround(text: Text): Element | undefined {
    let unit: Element | undefined
    for (let at = text.parentElement!; at !== first; at = at.parentElement!) if (at.matches('li, table, pre')) unit = at
    return unit?.matches('li:first-child') ? unit.parentElement! : unit
  }

  /** The outermost element that begins with a text: of one that were parted before it the beginning would say nothing, and bear the mark. */
  function elementBegunBy(text: Text): Element | undefined {
    let begun: Element | undefined
    for (let at: Node = text; !at.previousSibling && at.parentElement !== first; at = begun) begun = at.parentElement!
    return begun
  }

  /** @param going what goes on as a whole at the beginning of the rest */
  function partedAt(range: Range, unit: Element | undefined, going: Element | undefined): [HTMLElement, HTMLElement] | undefined {
    range.setEndAfter(first.lastChild!)
    const list = unit?.parentElement
    const number = list instanceof HTMLOListElement ? list.start + [...list.children].indexOf(unit!) : undefined
    const rest = first.cloneNode() as HTMLElement
    rest.removeAttribute('id')
    rest.dataset['rest'] = ''
    rest.ariaLabel = `${note.ariaLabel ?? ''}${continued}`
    rest.append(range.extractContents())
    // What stands on both sides is one element, which has its name and mark on the first.
    for (
      let half = rest.firstElementChild;
      half && half !== going && half === half.parentElement!.firstChild;
      half = half.firstElementChild
    )
      for (const name of ['id', 'role', 'aria-label']) half.removeAttribute(name)
    const listOfRest = unit?.parentElement
    if (listOfRest instanceof HTMLOListElement && number !== undefined) listOfRest.start = number
    shelf.append(rest)
    const line = Number.parseFloat(getComputedStyle(first).lineHeight)
    if (first.getBoundingClientRect().height >= 2 * line) return [first, rest]
    rest.remove()
    return undefined
  }

  function textsIn(element: Element): Text[] {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text)
    return texts
  }
}
