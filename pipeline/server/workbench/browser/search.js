// Runs in the page of a search: shows what a replacement would change, changes what is chosen, and takes it back.

import { ask } from './request.js'
import { say, sayNothing, sayRefused } from './saying.js'

/** @typedef {{ start: number, end: number, found: string, put: string, as: 'whole' | 'ending' | 'form' }} Replacement */
/** @typedef {{ document: string, key: string, source: string, sourceTag: string, before: string, after: string, replacements: Replacement[], version: string }} Proposal */

const { tag = '' } = document.body.dataset
const form = /** @type {HTMLFormElement} */ (document.getElementById('replace'))
const section = /** @type {HTMLElement} */ (document.getElementById('changes'))
const list = /** @type {HTMLOListElement} */ (section.querySelector('.changes'))
const button = /** @type {HTMLButtonElement} */ (section.querySelector('[data-do="replace"]'))

/** @param {string} name */
const copyOf = (name) =>
  /** @type {DocumentFragment} */ (/** @type {HTMLTemplateElement} */ (document.getElementById(name)).content.cloneNode(true))

/** @param {string} path @param {object} body @returns {Promise<any>} nothing where it was refused, which is said */
async function post(path, body) {
  const answer = await ask('POST', `/api/${path}`, body).catch(() => undefined)
  const given = await answer?.json().catch(() => undefined)
  if (answer?.ok) return given
  sayRefused(given)
  return undefined
}

/** The text before, with what goes and what comes. @param {HTMLElement} place @param {Proposal} proposal */
function showReplaced(place, { before, replacements }) {
  let done = 0
  for (const { start, end, found, put } of replacements) {
    const [gone, come] = [document.createElement('del'), document.createElement('ins')]
    gone.textContent = found
    come.textContent = put
    place.append(before.slice(done, start), gone, ' ', come)
    done = end
  }
  place.append(before.slice(done))
}

/** @param {Proposal} proposal */
function itemFor(proposal) {
  const item = /** @type {HTMLElement} */ (copyOf('change').firstElementChild)
  const { source, sourceTag, after, replacements } = proposal
  const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (item.querySelector(selector))
  // An ending that was carried over is looked at; a form that a person has to inflect is not replaced by itself.
  const box = /** @type {HTMLInputElement} */ (part('input'))
  box.checked = replacements.every(({ as }) => as !== 'form')
  part('.replaced').lang = tag
  showReplaced(part('.replaced'), proposal)
  part('.source').textContent = source
  part('.source').lang = sourceTag
  part('.form').hidden = replacements.every(({ as }) => as === 'whole')
  const field = /** @type {HTMLTextAreaElement} */ (part('textarea'))
  field.value = after
  field.addEventListener('input', () => (box.checked = true))
  return item
}

/** @type {Proposal[]} */
let proposals = []

const boxes = () => [.../** @type {NodeListOf<HTMLInputElement>} */ (list.querySelectorAll('.choice input'))]

function countChosen() {
  const count = boxes().filter(({ checked }) => checked).length
  button.disabled = count === 0
}

/** Shows what would change, and changes nothing. */
async function preview() {
  const { find, put } = Object.fromEntries(new FormData(form))
  const answer = await post('replace', { tag, find, put, dryRun: true })
  if (!answer) return
  proposals = answer.changes
  list.replaceChildren(...proposals.map(itemFor))
  section.hidden = proposals.length === 0
  if (proposals.length === 0) return say('none')
  sayNothing()
  countChosen()
  document.getElementById('changes-title')?.focus()
}

async function replaceChosen() {
  const fields = [...list.querySelectorAll('textarea')]
  const changes = boxes().flatMap(({ checked }, at) => {
    const [proposal, field] = [proposals[at], fields[at]]
    if (!checked || !proposal || !field) return []
    const { document: id, key, version } = proposal
    return [{ document: id, key, version, after: field.value.replaceAll(/\s*[\r\n]+\s*/g, ' ') }]
  })
  await stepped('replaced', await post('replace', { tag, changes, dryRun: false }))
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  void preview()
})
list.addEventListener('input', countChosen)
button.addEventListener('click', () => void replaceChosen())

/** @param {string} name @param {{ step: number, changed: number } | undefined} answer */
async function stepped(name, answer) {
  if (!answer) return
  const undo = /** @type {HTMLElement} */ (copyOf('undo').firstElementChild)
  const opposite = name === 'replaced' ? 'undone' : 'replaced'
  undo.addEventListener('click', () => void post('undo', { step: answer.step }).then((made) => stepped(opposite, made)))
  say(name, ` ${new Intl.NumberFormat(tag).format(answer.changed)} `, undo)
  section.hidden = true
  undo.focus()
  await renew()
}

/** Shows what is found as it is now. */
async function renew() {
  const answer = await fetch(location.href).catch(() => undefined)
  if (!answer?.ok) return
  const found = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('found')
  if (found) document.getElementById('found')?.replaceWith(document.importNode(found, true))
}
