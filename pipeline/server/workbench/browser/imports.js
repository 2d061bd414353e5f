// Runs in the page of a language: takes its last import back.

import { ask } from './request.js'
import { sayRefused } from './saying.js'

const button = /** @type {HTMLButtonElement | null} */ (document.querySelector('[data-do="undo-import"]'))

button?.addEventListener('click', () => void takeBack())

async function takeBack() {
  const answer = await ask('POST', '/api/undo', { imported: document.body.dataset['tag'] }).catch(() => undefined)
  if (answer?.ok) return location.reload()
  sayRefused(await answer?.json().catch(() => undefined))
}
