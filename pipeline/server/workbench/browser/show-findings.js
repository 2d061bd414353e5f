// Findings, each with its fix.

import { fieldOf, fromTemplate, partOf } from './page.js'
import { typeInto } from './typing.js'

/** @typedef {{ start: number, end: number, text: string }} Mend */
/** @typedef {{ rule?: string, severity?: string, language: string, message: string, found?: string, expected?: string, remedy?: string, mend?: Mend }} Finding */

/** @param {HTMLLIElement} segment @param {readonly Finding[]} findings @param {string} text that they are about */
export function showFindings(segment, findings, text) {
  const mendsOf = (/** @type {string | undefined} */ rule) =>
    findings.flatMap((each) => (each.rule === rule && each.mend ? [each.mend] : []))
  // A mend of one place mends all of its rule, and is offered once.
  const listed = findings.filter(
    ({ rule, message, mend }, at) =>
      !mend || findings.findIndex((each) => each.mend && each.rule === rule && each.message === message) === at,
  )
  const items = listed.map(({ rule, severity = 'error', language, message, found, expected, remedy, mend }) => {
    const item = fromTemplate('finding')
    item.classList.add(severity)
    const word = /** @type {HTMLTemplateElement} */ (document.getElementById(`severity-${severity}`))
    partOf(item, '.severity').append(word.content.cloneNode(true))
    partOf(item, '.message').textContent = message
    for (const name of ['.message', '.remedy']) partOf(item, name).lang = language
    for (const [name, value] of /** @type {const} */ ([
      ['found', found],
      ['expected', expected],
    ])) {
      if (value) partOf(item, `.${name} q`).textContent = value
      else partOf(item, `.${name}`).remove()
    }
    if (mend) partOf(item, '.remedy').remove()
    else partOf(item, '.remedy').textContent = remedy ?? ''
    const button = partOf(item, 'button')
    if (!mend) button.remove()
    else button.addEventListener('click', () => mendText(segment, mendsOf(rule), text))
    return item
  })
  const shown = document.createElement('ul')
  shown.append(...items)
  partOf(segment, '.findings').replaceChildren(...(items.length > 0 ? [shown] : []))
}

/**
 * Mends a text in all places of one rule: a quotation has two marks.
 * @param {HTMLLIElement} segment @param {readonly Mend[]} mends of two that overlap, the earlier is taken
 * @param {string} text that they were found for
 */
function mendText(segment, mends, text) {
  const field = fieldOf(segment)
  if (field.value !== text) return
  const ordered = mends.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const apart = ordered.filter(({ start }, at) => at === 0 || start >= (ordered[at - 1]?.end ?? 0))
  const [first, last] = [apart[0], apart.at(-1)]
  if (!first || !last) return
  const mended = apart.reduceRight((whole, { start, end, text: right }) => whole.slice(0, start) + right + whole.slice(end), text)
  field.focus()
  field.setSelectionRange(first.start, last.end)
  typeInto(field, mended.slice(first.start, mended.length - (text.length - last.end)))
}
