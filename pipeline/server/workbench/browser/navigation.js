// One segment is the one that is worked on.

import { scrollEdition } from './preview.js'
import { current, fieldOf, isTyped, keyOf, segments } from './page.js'
import { allSaved } from './saving.js'
import { bringTerms, suggest } from './show-suggestions.js'
import { say } from './saying.js'

/** @param {HTMLLIElement} segment */
export function enter(segment) {
  if (segment.classList.contains('current')) return
  current()?.classList.remove('current')
  segment.classList.add('current')
  history.replaceState(null, '', `#${encodeURIComponent(keyOf(segment))}`)
  segment.scrollIntoView({ block: 'nearest' })
  void suggest(segment)
  void bringTerms(segment)
  scrollEdition()
}

/** @param {HTMLLIElement | undefined} segment */
export function goTo(segment) {
  if (!segment) return
  enter(segment)
  fieldOf(segment).focus({ preventScroll: true })
  // What belongs to the text may be longer than the window.
  fieldOf(segment).scrollIntoView({ block: 'center' })
}

const isOpen = (/** @type {HTMLLIElement} */ segment) => segment.dataset['task'] !== 'done' || isTyped(segment)

/** The segments after the present one; after the last comes the first. */
function others() {
  const all = segments()
  const at = all.findIndex((segment) => segment === current())
  return [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))]
}

/** Goes to the next segment with something to do. */
export function next() {
  const open = others().find(isOpen)
  if (open) goTo(open)
  // What was saved just now is told first.
  else void allSaved().then(() => segments().some(isOpen) || say('done'))
}

/** Goes to the next segment with a task of one kind, as one writes or as one reads. @param {string} task */
export function nextTo(task) {
  const found = others().find((segment) => segment.dataset['task'] === task)
  if (found) move(found)
  else void allSaved().then(() => segments().some((segment) => segment.dataset['task'] === task) || say('done'))
}

/** Who reads stands at the segment, who writes in its field. @param {HTMLLIElement | undefined} segment */
function move(segment) {
  if (!segment) return
  if (document.activeElement?.tagName === 'TEXTAREA') return goTo(segment)
  segment.focus({ preventScroll: true })
  segment.scrollIntoView({ block: 'center' })
}

/** @param {HTMLLIElement} segment @param {1 | -1} by */
export function step(segment, by) {
  const all = segments()
  move(all[all.indexOf(segment) + by])
}
