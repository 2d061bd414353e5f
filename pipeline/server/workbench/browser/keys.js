// The keys of the page of a document.

import { ACTIONS } from './actions.js'
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

/** Shows what keys do, or no longer. */
export function toggleKeys() {
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById('keys'))
  if (dialog.open) dialog.close()
  else dialog.showModal()
}

export function listenToKeys() {
  list.addEventListener('keydown', (event) => {
    const { target, code, key } = event
    const segment = /** @type {HTMLLIElement | null} */ (/** @type {Element} */ (target).closest('.segment'))
    if (!segment || event.isComposing) return
    const isControl = (event.ctrlKey || event.metaKey) && !event.altKey
    const isRead = target === segment
    const isAction = isRead ? !event.ctrlKey && !event.metaKey : event.altKey && !event.ctrlKey
    const at = Number(/^Digit([1-3])$/.exec(code)?.[1] ?? 0)
    const action = event.shiftKey && code === 'KeyR' ? 'review-section' : event.shiftKey ? undefined : KEYS[code]
    if (isControl && key === 'Enter') ACTIONS['save-next']?.(segment, segment)
    else if (isControl && key.toLowerCase() === 's') ACTIONS['save']?.(segment, segment)
    else if (key === 'Escape' && !isRead) segment.focus()
    else if (isRead && key === 'Enter') fieldOf(segment).focus()
    else if (isAction && action !== undefined) ACTIONS[action]?.(segment, segment)
    else if (isAction && at > 0) /** @type {HTMLElement | undefined} */ (segment.querySelectorAll('.suggestions button')[at - 1])?.click()
    else if (key !== 'Enter' || target !== fieldOf(segment)) return
    event.preventDefault()
  })
  addEventListener('keydown', (event) => {
    const isWriting = /** @type {Element} */ (event.target).closest?.('textarea, input') !== null
    if (event.key !== '?' || isWriting || event.defaultPrevented) return
    event.preventDefault()
    toggleKeys()
  })
}
