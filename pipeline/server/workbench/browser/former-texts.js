// Former texts of a segment, and their return.

import { fieldOf, fromTemplate, isTyped, now, partOf, pathOf, tag } from './page.js'
import { back, emptyPanel, isPanelOpen, isWith, openPanel, shownIn } from './panel.js'
import { showEdition } from './preview.js'
import { renew } from './renewing.js'
import { ask } from './request.js'
import { allSaved } from './saving.js'
import { say, sayRefused } from './saying.js'

/** @param {HTMLLIElement} segment */
export async function showFormerTexts(segment) {
  const answer = await fetch(`${pathOf(segment)}/history`).catch(() => undefined)
  if (!answer?.ok) return say('failed')
  const former = /** @type {{ text: string, at?: string, by?: string }[]} */ (await answer.json())
  const shown = fromTemplate('history')
  partOf(shown, '.none').hidden = former.length > 0
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' })
  partOf(shown, 'ol').append(
    ...former.map(({ text, at, by }) => {
      const item = fromTemplate('former')
      partOf(item, '.text').textContent = text
      partOf(item, '.detail').textContent = [by, at && format.format(new Date(at))].filter(Boolean).join(' · ')
      partOf(item, 'button').addEventListener('click', () => void change(segment, '/restore', { text }))
      return item
    }),
  )
  openPanel(segment, shown)
  if (isWith(segment)) shown.querySelector('button')?.focus()
}

/** @param {HTMLLIElement} segment */
export const undo = (segment) => void change(segment, '/undo')

/**
 * A change that the server makes: what is typed and not saved would hide it.
 * @param {HTMLLIElement} segment @param {'/restore' | '/undo'} as @param {object} [body]
 */
async function change(segment, as, body) {
  const opened = shownIn(segment)
  await allSaved()
  const present = now(segment)
  if (isTyped(present)) return say('typed')
  const { defaultValue: before } = fieldOf(present)
  const seen = { 'If-Match': `"${present.dataset['version']}"` }
  const answer = await ask('POST', `${pathOf(present)}${as}`, body, seen).catch(() => undefined)
  const problem = answer?.ok ? {} : await answer?.json().catch(() => ({}))
  if (!answer?.ok && answer?.status !== 412) return sayRefused(problem)
  // What was opened while the server answered stays open.
  if (shownIn(present) === opened) emptyPanel(present)
  await renew(present)
  if (answer.ok) say(fieldOf(now(present)).defaultValue === before ? 'undone-state' : 'undone')
  showEdition()
  if (!isPanelOpen(segment)) back(segment)
}
