// The terms and names that a segment’s source has: marked in it, and listed with their settled forms.

/** @typedef {{ term: string, kind: 'term' | 'name', accepted: string[], source: { start: number, end: number }[], used: string[] }} TermUse */

/**
 * Marks terms in the words of the source, and lists them below it.
 * @param {HTMLElement} segment @param {readonly TermUse[]} terms
 * @param {(text: string) => void} write writes a form into the translation
 */
export function showTerms(segment, terms, write) {
  const source = /** @type {HTMLElement} */ (segment.querySelector('.words-of-source'))
  const place = /** @type {HTMLElement} */ (segment.querySelector('.terms'))
  markIn(source, terms)
  place.hidden = terms.length === 0
  const items = terms.map(({ term, accepted, used }) => {
    const { content } = /** @type {HTMLTemplateElement} */ (document.getElementById('term'))
    const item = /** @type {HTMLElement} */ (/** @type {DocumentFragment} */ (content.cloneNode(true)).firstElementChild)
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (item.querySelector(name))
    part('.of').textContent = term
    part('.forms').replaceChildren(
      ...accepted.map((form) => {
        const button = document.createElement('button')
        button.type = 'button'
        button.textContent = form
        button.addEventListener('click', () => write(form))
        return button
      }),
    )
    part('.used').textContent = used.join(', ')
    part('.used').hidden = used.length === 0
    part('.lacking').hidden = used.length > 0
    item.classList.toggle('lacks', used.length === 0)
    return item
  })
  place.querySelector('ul')?.replaceChildren(...items)
}

/** @param {HTMLElement} source @param {readonly TermUse[]} terms of which two may overlap: the first that stands there is marked */
function markIn(source, terms) {
  const text = source.textContent
  const ranges = terms.flatMap(({ source: places }) => places).toSorted((a, b) => a.start - b.start || b.end - a.end)
  /** @type {(string | HTMLElement)[]} */
  const parts = []
  let done = 0
  for (const { start, end } of ranges) {
    if (start < done) continue
    const mark = document.createElement('mark')
    mark.textContent = text.slice(start, end)
    parts.push(text.slice(done, start), mark)
    done = end
  }
  source.replaceChildren(...parts, text.slice(done))
}
