// What helps with a text: translations of similar ones, and the terms in it.

import { elementsOf } from './difference.js'
import { fieldOf, fromTemplate, id, isTyped, keyOf, partOf, pathOf, segmentOf, tag } from './page.js'
import { showTerms } from './show-terms.js'
import { goToAndType, typeWhole } from './typing.js'

/** @typedef {{ text: string, similarity: number, document: string, difference: import('./difference.js').Part[] }} Suggestion of which the difference is that from its source to this one */

const share = new Intl.NumberFormat(tag, { style: 'percent' })
/** @param {HTMLLIElement} segment */
export async function suggest(segment) {
  const answer = await fetch(`${pathOf(segment)}/suggestions`).catch(() => undefined)
  if (!answer?.ok) return
  const found = /** @type {Suggestion[]} */ (await answer.json())
  const place = partOf(segment, '.suggestions')
  place.hidden = found.length === 0
  partOf(place, 'ol').replaceChildren(
    ...found.map(({ text, similarity, document: from, difference }) => {
      const item = fromTemplate('suggestion')
      partOf(item, '.text').textContent = text
      // Of a source that is the same there is nothing to compare.
      partOf(item, '.basis').replaceChildren(...(difference.length > 1 ? elementsOf(difference) : []))
      partOf(item, '.detail').textContent = [share.format(Math.floor(similarity * 100) / 100), from === id ? '' : from]
        .filter(Boolean)
        .join(' · ')
      partOf(item, 'button').addEventListener('click', () => typeWhole(fieldOf(segmentOf(keyOf(segment)) ?? segment), text))
      return item
    }),
  )
}

/** @param {HTMLLIElement} segment */
export async function bringTerms(segment) {
  const answer = await fetch(`${pathOf(segment)}/terms`).catch(() => undefined)
  if (!answer?.ok) return
  const terms = await answer.json()
  const present = segmentOf(keyOf(segment))
  if (present && !isTyped(present)) showTerms(present, terms, (form) => goToAndType(present, form))
}
