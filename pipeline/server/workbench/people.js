// Runs in the page of a document: what people ask, who works where, and what stood before.

import { listenToKeys } from './keys.js'
import { openForm } from './forms.js'
import { askPerson, person, withPerson } from './name.js'
import { DEEDS } from './deeds.js'
import { showEdition } from './edition.js'
import { nextTo } from './moving.js'
import { ask, fieldOf, fromTemplate, isTyped, keyOf, now, partOf, say, segments, sheet, tag } from './page.js'
import { renew } from './renewing.js'
import { allSaved, save } from './saving.js'

const panelOf = (/** @type {Element} */ segment) => partOf(segment, '.panel')
const pathOf = (/** @type {HTMLElement} */ segment) => `${sheet}/segments/${encodeURIComponent(keyOf(segment))}`
const back = (/** @type {HTMLLIElement} */ segment) => fieldOf(now(segment)).focus()

/** @param {HTMLLIElement} segment @param {'ask' | 'reply'} kind @param {string} path @param {HTMLElement} [about] */
function write(segment, kind, path, about) {
  withPerson(() => {
    const sent = () => {
      say('sent')
      back(segment)
      void renew(now(segment))
    }
    const { form, field } = openForm(kind, path, sent, (detail) => say('failed', detail))
    const quoted = about?.querySelector('.asked')?.cloneNode(true)
    panelOf(now(segment)).replaceChildren(...(quoted ? [quoted] : []), form)
    field.focus()
  })
}

/** @param {HTMLLIElement} segment */
async function showHistory(segment) {
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
  panelOf(now(segment)).replaceChildren(shown)
  shown.querySelector('button')?.focus()
}

/**
 * A change that the server makes: what is typed and not saved would hide it.
 * @param {HTMLLIElement} segment @param {'/restore' | '/undo'} as @param {object} [body]
 */
async function change(segment, as, body) {
  await allSaved()
  const present = now(segment)
  if (isTyped(present)) return say('typed')
  const { defaultValue: before } = fieldOf(present)
  const answer = await ask('POST', `${pathOf(present)}${as}`, body, { 'If-Match': `"${present.dataset['version']}"` }).catch(
    () => undefined,
  )
  const problem = answer?.ok ? {} : await answer?.json().catch(() => ({}))
  if (!answer?.ok && answer?.status !== 412) return say('failed', problem?.title ?? '')
  panelOf(present).replaceChildren()
  await renew(present)
  if (answer.ok) say(fieldOf(now(present)).defaultValue === before ? 'undone-state' : 'undone')
  showEdition()
  back(segment)
}

/** @param {HTMLLIElement} segment @param {'PUT' | 'DELETE'} method */
async function claim(segment, method) {
  const answer = await ask(method, `${pathOf(segment)}/claim`).catch(() => undefined)
  if (!answer?.ok) return say('failed')
  await renew(now(sectionOf(segment)[0] ?? segment))
}

/** The segments of a section, its heading first. @param {HTMLLIElement} segment */
function sectionOf(segment) {
  const all = segments()
  const isHeading = (/** @type {HTMLLIElement} */ each) => each.classList.contains('heading')
  const at = all.indexOf(now(segment))
  const start = Math.max(0, all.slice(0, at + 1).findLastIndex(isHeading))
  const end = all.findIndex((each, index) => index > start && isHeading(each))
  return all.slice(start, end < 0 ? undefined : end)
}

const canReview = (/** @type {HTMLLIElement} */ segment) => segment.querySelector('[data-do="review"]') !== null && !isTyped(segment)

Object.assign(DEEDS, {
  ask: (/** @type {HTMLLIElement} */ segment) => write(segment, 'ask', `${pathOf(segment)}/questions`),
  reply: (/** @type {HTMLLIElement} */ segment, /** @type {HTMLElement} */ button) => {
    const question = /** @type {HTMLElement} */ (button.closest('.question'))
    write(segment, 'reply', `${pathOf(segment)}/questions/${question.dataset['question']}`, question)
  },
  history: (/** @type {HTMLLIElement} */ segment) => void showHistory(segment),
  undo: (/** @type {HTMLLIElement} */ segment) => void change(segment, '/undo'),
  close: (/** @type {HTMLLIElement} */ segment) => {
    panelOf(segment).replaceChildren()
    back(segment)
  },
  claim: (/** @type {HTMLLIElement} */ segment) => {
    const held = sectionOf(segment)[0]?.querySelector('.claim')
    // The key that takes a section gives one’s own back.
    if (held instanceof HTMLElement && held.dataset['by'] === person()) void claim(segment, 'DELETE')
    else withPerson(() => void claim(segment, 'PUT'))
  },
  release: (/** @type {HTMLLIElement} */ segment) => void claim(segment, 'DELETE'),
  review: (/** @type {HTMLLIElement} */ segment) => withPerson(() => save(segment, '/review')),
  'review-next': (/** @type {HTMLLIElement} */ segment) =>
    withPerson(() => {
      save(segment, '/review')
      nextTo('review')
    }),
  'review-section': (/** @type {HTMLLIElement} */ segment) =>
    withPerson(() => {
      for (const each of sectionOf(segment).filter(canReview)) save(each, '/review')
    }),
})

document.querySelector('.tools [data-do="person"]')?.addEventListener('click', () => askPerson())
listenToKeys()
