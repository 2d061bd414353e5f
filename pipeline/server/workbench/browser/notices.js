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
 */
export function tellOfOther(segment, seen) {
  const [source, text] = (segment.dataset['version'] ?? '').split('-')
  const [seenSource, seenText] = seen.split('-')
  if (source !== seenSource) notice(segment, 'source-changed')
  const { defaultValue } = fieldOf(segment)
  const isOwn = sent.get(keyOf(segment)) === defaultValue
  if (text !== seenText && !isOwn) partOf(notice(segment, 'conflict'), '.theirs').textContent = defaultValue
}

/** Marks in the other’s text what it has and the typed one has not. @param {Element} segment @param {readonly import('./difference.js').Part[]} [parts] */
export function markOther(segment, parts = []) {
  const place = segment.querySelector('.conflict .theirs')
  const own = parts.filter(({ kind }) => kind !== 'removed')
  if (place?.textContent === own.map(({ text }) => text).join('')) place.replaceChildren(...elementsOf(own))
}
