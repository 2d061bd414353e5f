// A section: whoever works on it says so, and a second reader marks it as a whole.

import { person, withPerson } from './name.js'
import { isTyped, now, pathOf, segments } from './page.js'
import { renew } from './renewing.js'
import { ask } from './request.js'
import { save } from './saving.js'
import { sayRefused } from './saying.js'

/** The segments of a section, its heading first. @param {HTMLLIElement} segment */
function sectionOf(segment) {
  const all = segments()
  const isHeading = (/** @type {HTMLLIElement} */ each) => each.classList.contains('heading')
  const at = all.indexOf(now(segment))
  const start = Math.max(0, all.slice(0, at + 1).findLastIndex(isHeading))
  const end = all.findIndex((each, index) => index > start && isHeading(each))
  return all.slice(start, end < 0 ? undefined : end)
}

/** @param {HTMLLIElement} segment @param {'PUT' | 'DELETE'} method */
async function setClaim(segment, method) {
  const answer = await ask(method, `${pathOf(segment)}/claim`).catch(() => undefined)
  if (!answer?.ok) return sayRefused(await answer?.json().catch(() => ({})))
  await renew(now(sectionOf(segment)[0] ?? segment))
}

/** Takes a section, or gives one’s own back. @param {HTMLLIElement} segment */
export function claim(segment) {
  const held = sectionOf(segment)[0]?.querySelector('.claim')
  if (held instanceof HTMLElement && held.dataset['by'] === person()) release(segment)
  else withPerson(() => void setClaim(segment, 'PUT'))
}

/** @param {HTMLLIElement} segment */
export const release = (segment) => void setClaim(segment, 'DELETE')

const canReview = (/** @type {HTMLLIElement} */ segment) => segment.querySelector('[data-do="review"]') !== null && !isTyped(segment)

/** @param {HTMLLIElement} segment */
export function reviewSection(segment) {
  withPerson(() => {
    for (const each of sectionOf(segment).filter(canReview)) save(each, '/review')
  })
}
