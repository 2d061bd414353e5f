// What helps with a text: translations of similar ones, and the terms in it.

import { fieldOf, fromTemplate, id, isTyped, keyOf, partOf, pathOf, segmentOf, tag } from './page.js'
import { showTerms } from './show-terms.js'
import { goToAndType, typeWhole } from './typing.js'

/** @param {HTMLLIElement} segment */
export async function suggest(segment) {
  const answer = await fetch(`${pathOf(segment)}/suggestions`).catch(() => undefined)
  if (!answer?.ok) return
  const found = /** @type {{ text: string, similarity: number, document: string, key: string }[]} */ (await answer.json())
  const place = partOf(segment, '.suggestions')
  place.hidden = found.length === 0
  partOf(place, 'ol').replaceChildren(
    ...found.map(({ text, similarity, document: from, key }) => {
      const item = fromTemplate('suggestion')
      partOf(item, '.text').textContent = text
      partOf(item, '.similarity').textContent = new Intl.NumberFormat(tag, { style: 'percent' }).format(Math.floor(similarity * 100) / 100)
      partOf(item, '.origin').textContent = from === id ? key : `${from}, ${key}`
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
