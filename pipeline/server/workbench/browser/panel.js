// The panel of a segment: a form is opened there, or its former texts.

import { fieldOf, now, partOf } from './page.js'

const panelOf = (/** @type {HTMLLIElement} */ segment) => partOf(now(segment), '.panel')

/** @param {HTMLLIElement} segment @param {Node[]} content */
export function openPanel(segment, ...content) {
  panelOf(segment).replaceChildren(...content)
}

/** @param {HTMLLIElement} segment */
export function closePanel(segment) {
  panelOf(segment).replaceChildren()
  back(segment)
}

/** Goes back to the text. @param {HTMLLIElement} segment */
export const back = (segment) => fieldOf(now(segment)).focus()
