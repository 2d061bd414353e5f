// Types into fields as a person does.

import { fieldOf, keyOf, segmentOf } from './page.js'

/** Types as a person does, who can undo it. @param {HTMLTextAreaElement} field @param {string} text */
export function typeInto(field, text) {
  // No other way keeps the field’s undo (html.spec.whatwg.org has none).
  const isDone = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text)
  if (isDone) return
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

/** @param {HTMLTextAreaElement} field @param {string} text */
export function typeWhole(field, text) {
  field.focus()
  field.select()
  typeInto(field, text)
}

/** @param {HTMLLIElement} segment @param {string} text */
export function goToAndType(segment, text) {
  const field = fieldOf(segmentOf(keyOf(segment)) ?? segment)
  field.focus({ preventScroll: true })
  typeInto(field, text)
}
