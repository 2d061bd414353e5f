// What is typed is kept in the browser until it is saved.

import { notice, tellOfOther } from './notices.js'
import { fieldOf, fromTemplate, id, isTyped, keyOf, list, partOf, publication, segmentOf, tag } from './page.js'
import { say } from './saying.js'

const nameOfDraft = (/** @type {string} */ key) => `editions ${publication} ${tag} ${id} ${key}`

/** @param {HTMLLIElement} segment */
export function keepDraft(segment) {
  const name = nameOfDraft(keyOf(segment))
  try {
    const { value: text, defaultValue: base } = fieldOf(segment)
    if (isTyped(segment)) localStorage.setItem(name, JSON.stringify({ text, base, version: segment.dataset['version'] }))
    else localStorage.removeItem(name)
  } catch {
    say('failed')
  }
  segment.classList.toggle('typed', isTyped(segment))
}

/** Drafts of texts that the document no longer has are shown until they are discarded. */
export function showLeftOver() {
  const prefix = nameOfDraft('')
  const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix) && !segmentOf(name.slice(prefix.length)))
  for (const name of names) {
    const shown = fromTemplate('left-over')
    partOf(shown, '.text').textContent = JSON.parse(localStorage.getItem(name) ?? '{}').text
    partOf(shown, 'button').addEventListener('click', () => {
      localStorage.removeItem(name)
      shown.remove()
    })
    list.before(shown)
  }
}

/** What was typed and not saved before the page was closed. @param {HTMLLIElement} segment */
export function bringDraftBack(segment) {
  const kept = localStorage.getItem(nameOfDraft(keyOf(segment)))
  if (kept === null) return
  const draft = /** @type {{ text: string, base?: string, version: string }} */ (JSON.parse(kept))
  const field = fieldOf(segment)
  if (draft.text === field.defaultValue) return localStorage.removeItem(nameOfDraft(keyOf(segment)))
  field.value = draft.text
  segment.classList.add('typed')
  notice(segment, 'draft')
  if (draft.version !== segment.dataset['version']) tellOfOther(segment, draft.version, draft.base)
}
