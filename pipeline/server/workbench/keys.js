// The keys of the page of a document.

import { DEEDS } from './deeds.js'
import { fieldOf, list } from './page.js'

/** What keys do: with Alt where one writes, alone where one reads. @type {Readonly<Record<string, string>>} */
const KEYS = {
  ArrowUp: 'before',
  ArrowDown: 'after',
  KeyA: 'accept',
  KeyC: 'claim',
  KeyF: 'finding',
  KeyH: 'history',
  KeyN: 'next',
  KeyP: 'mend',
  KeyQ: 'ask',
  KeyR: 'review-next',
  KeyZ: 'undo',
  Digit0: 'copy',
}

export function listenToKeys() {
  list.addEventListener('keydown', (event) => {
    const { target, code, key } = event
    const segment = /** @type {HTMLLIElement | null} */ (/** @type {Element} */ (target).closest('.segment'))
    if (!segment || event.isComposing) return
    const isControl = (event.ctrlKey || event.metaKey) && !event.altKey
    const isRead = target === segment
    const isDeed = isRead ? !event.ctrlKey && !event.metaKey : event.altKey && !event.ctrlKey
    const at = Number(/^Digit([1-3])$/.exec(code)?.[1] ?? 0)
    const deed = event.shiftKey && code === 'KeyR' ? 'review-section' : event.shiftKey ? undefined : KEYS[code]
    if (isControl && key === 'Enter') DEEDS['save-next']?.(segment, segment)
    else if (isControl && key.toLowerCase() === 's') DEEDS['save']?.(segment, segment)
    else if (key === 'Escape' && !isRead) segment.focus()
    else if (isRead && key === 'Enter') fieldOf(segment).focus()
    else if (isDeed && deed !== undefined) DEEDS[deed]?.(segment, segment)
    else if (isDeed && at > 0) /** @type {HTMLElement | undefined} */ (segment.querySelectorAll('.suggestions button')[at - 1])?.click()
    else if (key !== 'Enter' || target !== fieldOf(segment)) return
    event.preventDefault()
  })
  addEventListener('keydown', (event) => {
    const isWriting = /** @type {Element} */ (event.target).closest?.('textarea, input') !== null
    if (event.key !== '?' || isWriting || event.defaultPrevented) return
    event.preventDefault()
    document.querySelector('.tools [data-do="keys"]')?.dispatchEvent(new MouseEvent('click'))
  })
}
