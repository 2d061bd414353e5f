// What is typed is checked as it is typed.

import { showText } from './preview.js'
import { baseOf, markOther } from './notices.js'
import { fieldOf, keyOf, partOf, segmentOf, sheet } from './page.js'
import { ask } from './request.js'
import { showFindings } from './show-findings.js'
import { showTerms } from './show-terms.js'
import { goToAndType } from './typing.js'

/** @typedef {import('./show-findings.js').Finding} Finding */

/** @type {AbortController | undefined} */
let checking
/** @type {ReturnType<typeof setTimeout> | undefined} */
let due

/** @type {Promise<void>} */
let checked = Promise.resolve()
/** @type {HTMLLIElement | undefined} */
let waiting

/** @param {HTMLLIElement} segment */
export function checkSoon(segment) {
  clearTimeout(due)
  checking?.abort()
  waiting = segment
  due = setTimeout(begin, 20)
}

function begin() {
  clearTimeout(due)
  if (waiting) checked = checkNow(waiting)
  waiting = undefined
}

/** What was typed is checked, and shown in the edition, before a save takes the server’s time. */
export function allChecked() {
  begin()
  return checked
}

/** @param {HTMLLIElement} asked */
async function checkNow(asked) {
  const key = keyOf(asked)
  const before = segmentOf(key)
  const { value: text = '' } = before?.querySelector('textarea') ?? {}
  const base = before && baseOf(before)
  checking = new AbortController()
  const { signal } = checking
  const answer = await ask('POST', `${sheet}/check`, { key, text, base }, {}, signal).catch(() => undefined)
  if (!answer?.ok) return
  const { problems, derived, terms, html, other, merged } = await answer.json().catch(() => ({ problems: [], derived: [], terms: [] }))
  // It may have been renewed meanwhile.
  const segment = segmentOf(key)
  if (!segment || fieldOf(segment).value !== text) return
  showFindings(
    segment,
    problems.filter((/** @type {Finding} */ each) => !isBeingTyped(segment, each)),
    text,
  )
  showTerms(segment, terms, (form) => goToAndType(segment, form))
  showText(segment, html)
  markOther(segment, other, merged)
  for (const each of derived) partOf(segment, `[data-script="${each.tag}"]`).textContent = each.text
}

/** The word before the cursor may not be whole yet. @param {HTMLLIElement} segment @param {Finding} finding */
function isBeingTyped(segment, { rule, found }) {
  const field = fieldOf(segment)
  return rule === 'spelling' && found !== undefined && document.activeElement === field && field.value.slice(0, field.selectionStart).endsWith(found) // prettier-ignore
}
