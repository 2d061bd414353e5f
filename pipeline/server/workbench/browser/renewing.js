// Segments are shown as they are now; what is typed in them stays.

import { checkSoon } from './checking.js'
import { keepDraft } from './drafts.js'
import { showEditionSoon } from './preview.js'
import { tellOfOther } from './notices.js'
import { current, fieldOf, id, isTyped, keyOf, partOf, segmentOf, segments, sheet, tag } from './page.js'
import { showFindings } from './show-findings.js'
import { bringTerms } from './show-suggestions.js'

/** @param {HTMLLIElement} segment */
export function prepare(segment) {
  const { findings = '[]' } = partOf(segment, '.findings').dataset
  if (!isTyped(segment)) showFindings(segment, JSON.parse(findings), fieldOf(segment).defaultValue)
}

/**
 * Shows a segment as it is now. The field stays, and what is typed in it.
 * @param {HTMLLIElement} asked
 */
export async function renew(asked) {
  const answer = await fetch(`/${tag}/${id}/?segment=${encodeURIComponent(keyOf(asked))}`).catch(() => undefined)
  if (!answer?.ok) return
  const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html')
  // It may have been renewed meanwhile.
  const segment = segmentOf(keyOf(asked))
  if (!segment) return
  const fresh = /** @type {HTMLLIElement} */ (document.importNode(partOf(parsed, '.segment'), true))
  const field = fieldOf(segment)
  const wasTyped = isTyped(segment)
  const { defaultValue: base } = field
  const seen = segment.dataset['version'] ?? ''
  const saved = fieldOf(fresh).defaultValue
  const { selectionStart, selectionEnd } = field
  const { activeElement: focused } = document
  const notices = partOf(segment, '.notices')
  const panel = partOf(segment, '.panel')
  const isAt = focused === segment
  fieldOf(fresh).replaceWith(field)
  field.defaultValue = saved
  if (!wasTyped) field.value = saved
  if (wasTyped && field.value !== saved) partOf(fresh, '.notices').replaceWith(notices)
  partOf(fresh, '.panel').replaceWith(panel)
  fresh.classList.toggle('current', segment.classList.contains('current'))
  segment.replaceWith(fresh)
  if (focused === field) {
    field.focus({ preventScroll: true })
    field.setSelectionRange(selectionStart, selectionEnd)
  } else if (isAt) fresh.focus({ preventScroll: true })
  else if (focused instanceof HTMLElement && panel.contains(focused)) focused.focus({ preventScroll: true })
  if (isTyped(fresh)) {
    fresh.classList.add('typed')
    tellOfOther(fresh, seen, base)
    checkSoon(fresh)
  } else keepDraft(fresh)
  prepare(fresh)
  if (fresh === current()) void bringTerms(fresh)
}

/** Shows what was saved elsewhere. */
export async function renewAll() {
  const answer = await fetch(`${sheet}/segments`).catch(() => undefined)
  if (!answer?.ok) return
  const rows = /** @type {{ key: string, mark: string }[]} */ (await answer.json())
  const present = segments()
  // Other texts in another order: what is typed is brought back from where it is kept.
  if (rows.length !== present.length || rows.some(({ key }, at) => key !== present[at]?.dataset['key'])) {
    if (current()) history.replaceState(null, '', `#${encodeURIComponent(keyOf(/** @type {HTMLLIElement} */ (current())))}`)
    return location.reload()
  }
  for (const { key, mark } of rows) {
    const segment = segmentOf(key)
    if (segment && segment.dataset['mark'] !== mark) await renew(segment)
  }
  showEditionSoon()
  await renewProgress()
}

/** Shows how far the document is. */
async function renewProgress() {
  const answer = await fetch(`/${tag}/${id}/?part=progress`).catch(() => undefined)
  if (!answer?.ok) return
  const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html')
  partOf(document, '.top .progress').replaceChildren(...parsed.body.children)
}
