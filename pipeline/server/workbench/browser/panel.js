// The panel of a segment: a form is opened there, or its former texts.

import { fieldOf, now, partOf } from './page.js'

const panelOf = (/** @type {HTMLLIElement} */ segment) => partOf(now(segment), '.panel')

/** @param {HTMLLIElement} segment @param {Node[]} content */
export function openPanel(segment, ...content) {
  panelOf(segment).replaceChildren(...content)
}

/** What is open in the panel, which is another thing each time that it is opened. @param {HTMLLIElement} segment */
export const shownIn = (segment) => panelOf(segment).firstChild

/** @param {HTMLLIElement} segment */
export const isPanelOpen = (segment) => shownIn(segment) !== null

/** @param {HTMLLIElement} segment */
export const emptyPanel = (segment) => panelOf(segment).replaceChildren()

/** @param {HTMLLIElement} segment */
export function closePanel(segment) {
  emptyPanel(segment)
  back(segment)
}

/** Whether the keyboard is still at a segment, or nowhere, as after what had it is closed. @param {HTMLLIElement} segment */
export function isWith(segment) {
  const { activeElement: focused, body } = document
  return !focused || focused === body || now(segment).contains(focused)
}

/** Goes back to the text: who has gone on to another meanwhile goes on typing there. @param {HTMLLIElement} segment */
export function back(segment) {
  if (isWith(segment)) fieldOf(now(segment)).focus()
}
