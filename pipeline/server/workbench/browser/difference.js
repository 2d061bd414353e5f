// The words in which a text differs from another.

/** @typedef {{ kind: 'same' | 'added' | 'removed', text: string }} Part */

const ELEMENTS = /** @type {const} */ ({ same: 'span', added: 'ins', removed: 'del' })

/** @param {readonly Part[]} parts */
export function elementsOf(parts) {
  return parts.map(({ kind, text }) => {
    const element = document.createElement(ELEMENTS[kind])
    element.textContent = text
    return element
  })
}
