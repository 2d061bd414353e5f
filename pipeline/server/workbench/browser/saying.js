// What the page says of what was done, or was not.

/** What a server answers that does not do what was asked (RFC 9457). @typedef {{ type?: string, title?: string, detail?: string }} Refusal */

const said = /** @type {HTMLElement} */ (document.querySelector('.said'))

/** @param {string} name @param {(Node | string)[]} more */
export function say(name, ...more) {
  said.classList.toggle('failed', name === 'failed')
  const shown = document.createElement('span')
  shown.append(wordsOf(name) ?? '', ...more)
  said.replaceChildren(shown)
}

export function sayNothing() {
  said.replaceChildren()
}

/** Says that something was not done, and why: in words of the page where it has some. @param {Refusal} [refusal] */
export function sayRefused({ type = '', title = '', detail = '' } = {}) {
  const english = document.createElement('span')
  english.lang = 'en'
  english.textContent = [title, detail].filter(Boolean).join(' ')
  say('failed', ' ', wordsOf(type.replace(/^urn:editions:/, '')) ?? english)
}

/** @param {string} name */
function wordsOf(name) {
  const template = /** @type {HTMLTemplateElement | null} */ (document.getElementById(`said-${name}`))
  return template?.content.cloneNode(true)
}
