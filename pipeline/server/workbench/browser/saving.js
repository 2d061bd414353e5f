// What is typed is saved, and confirmed.

import { allChecked } from './checking.js'
import { keepDraft } from './drafts.js'
import { showEditionSoon } from './preview.js'
import { clearNotices, sent } from './notices.js'
import { fieldOf, isTyped, keyOf, now, pathOf, segmentOf } from './page.js'
import { renew } from './renewing.js'
import { ask } from './request.js'
import { say, sayRefused } from './saying.js'

/** One save follows the other, since each needs the version that the one before has made. */
let saving = Promise.resolve()

/** All that was sent is answered. */
export const allSaved = () => saving

/** @param {HTMLLIElement} segment @param {'' | '/accept' | '/review'} [as] */
export function save(segment, as = '') {
  const key = keyOf(segment)
  // A text that is being written is saved before it is confirmed.
  if (as !== '') save(segment)
  saving = saving.then(() => saveNow(key, as)).catch(() => say('failed'))
}

/** @param {string} key @param {'' | '/accept' | '/review'} as */
async function saveNow(key, as) {
  const segment = segmentOf(key)
  if (!segment || isTyped(segment) !== (as === '')) return
  const { value: text } = fieldOf(segment)
  if (as === '') {
    sent.set(key, text)
    await allChecked()
  }
  const path = `${pathOf(segment)}${as}`
  const headers = { 'If-Match': `"${segment.dataset['version']}"` }
  /** @type {Response} */
  let answer
  try {
    answer = await ask(as === '' ? 'PUT' : 'POST', path, as === '' ? { text } : undefined, headers)
  } catch {
    return say('failed')
  }
  const present = now(segment)
  if (answer.ok) {
    fieldOf(present).defaultValue = text
    present.dataset['version'] = (answer.headers.get('etag') ?? '').slice(1, -1)
    clearNotices(present)
    keepDraft(present)
    say('saved')
    await renew(present)
    showEditionSoon()
    return
  }
  const problem = await answer.json().catch(() => ({}))
  if (answer.status === 412) await renew(present)
  else sayRefused(problem)
}
