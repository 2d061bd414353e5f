// The page of a document: its segments and their parts.

export const { tag = '', document: id = '', publication = '' } = document.body.dataset
export const sheet = `/api/editions/${tag}/documents/${id}`
export const list = /** @type {HTMLOListElement} */ (document.getElementById('segments'))

/** @returns {HTMLLIElement[]} */
export const segments = () => [.../** @type {NodeListOf<HTMLLIElement>} */ (list.querySelectorAll('.segment'))]
export const keyOf = (/** @type {HTMLElement} */ segment) => segment.dataset['key'] ?? ''
/** Where the server has it. */
export const pathOf = (/** @type {HTMLElement} */ segment) => `${sheet}/segments/${encodeURIComponent(keyOf(segment))}`
export const segmentOf = (/** @type {string} */ key) =>
  /** @type {HTMLLIElement | null | undefined} */ (document.getElementById(`text-${key}`)?.closest('.segment')) ?? undefined
export const fieldOf = (/** @type {Element} */ segment) => /** @type {HTMLTextAreaElement} */ (segment.querySelector('textarea'))
export const sourceOf = (/** @type {Element} */ segment) => segment.querySelector('.words-of-source')?.textContent ?? ''
export const isTyped = (/** @type {HTMLElement} */ segment) => fieldOf(segment).value !== fieldOf(segment).defaultValue
export const partOf = (/** @type {ParentNode} */ element, /** @type {string} */ selector) =>
  /** @type {HTMLElement} */ (element.querySelector(selector))

/** A copy of a part that the server has rendered for such use. @param {string} name */
export function fromTemplate(name) {
  const { content } = /** @type {HTMLTemplateElement} */ (document.getElementById(name))
  return /** @type {HTMLElement} */ (/** @type {DocumentFragment} */ (content.cloneNode(true)).firstElementChild)
}

/** A segment as the page has it now. @param {HTMLLIElement} segment */
export const now = (segment) => segmentOf(keyOf(segment)) ?? segment

/** @returns {HTMLLIElement | null} */
export const current = () => list.querySelector('.segment.current')
