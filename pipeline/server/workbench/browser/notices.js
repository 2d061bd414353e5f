// Notices stand at their segment until they are answered.

import { elementsOf } from './difference.js'
import { fieldOf, fromTemplate, keyOf, partOf } from './page.js'

/** What this page has sent last, by key: seen again, it is no other’s. @type {Map<string, string>} */
export const sent = new Map()

/** @param {HTMLLIElement} segment @param {string} name */
export function notice(segment, name) {
  const place = partOf(segment, '.notices')
  place.querySelector(`.${name}`)?.remove()
  const shown = fromTemplate(name)
  place.append(shown)
  return shown
}

/** @param {Element} segment */
export const clearNotices = (segment) => partOf(segment, '.notices').replaceChildren()

/**
 * What is typed stands beside what another has saved, or answers a source that was edited meanwhile.
 * @param {HTMLLIElement} segment as it is now
 * @param {string} seen its version when the text was typed
 * @param {string} [base] the text of that version
 */
export function tellOfOther(segment, seen, base) {
  const [source, text] = (segment.dataset['version'] ?? '').split('-')
  const [seenSource, seenText] = seen.split('-')
  if (source !== seenSource) notice(segment, 'source-changed')
  const { defaultValue } = fieldOf(segment)
  const isOwn = sent.get(keyOf(segment)) === defaultValue
  if (text === seenText || isOwn) return
  // Of several texts saved meanwhile, what is typed was made from the one before the first.
  const first = baseOf(segment) ?? base
  const shown = notice(segment, 'conflict')
  if (first !== undefined) shown.dataset['base'] = first
  partOf(shown, '.theirs').textContent = defaultValue
}

/** The text from which both were made, where another was saved meanwhile. @param {Element} segment */
export function baseOf(segment) {
  /** @type {HTMLElement | null} */
  const shown = segment.querySelector('.conflict')
  return shown?.dataset['base']
}

/**
 * Marks in the other’s text what it has and the typed one has not, and offers what both make together.
 * @param {Element} segment @param {readonly import('./difference.js').Part[]} [parts] @param {string} [merged]
 */
export function markOther(segment, parts = [], merged) {
  const place = segment.querySelector('.conflict .theirs')
  const other = parts.filter(({ kind }) => kind !== 'removed')
  if (place?.textContent !== other.map(({ text }) => text).join('')) return
  place.replaceChildren(...elementsOf(other))
  const isOffered = merged !== undefined && merged !== place.textContent && merged !== fieldOf(segment).value
  partOf(segment, '.conflict .merged').textContent = isOffered ? merged : ''
  for (const part of segment.querySelectorAll('.conflict .of-both')) part.toggleAttribute('hidden', !isOffered)
}
