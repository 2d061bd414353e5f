// Runs in the page of a document: keeps what is typed, checks it, saves it, and shows what others save. Every part of the page is
// rendered by the server; what is typed alone is the page’s own.

import { asPerson } from './name.js'
import { showTerms } from './show-terms.js'

/** @typedef {{ start: number, end: number, text: string }} Mend */
/** @typedef {{ rule?: string, severity?: string, language: string, message: string, found?: string, expected?: string, remedy?: string, mend?: Mend }} Finding */
/** @typedef {{ key: string, text: string, source: string, etag: string }} Present */

export const { tag = '', document: id = '', publication = '' } = document.body.dataset
const token = /** @type {HTMLMetaElement} */ (document.querySelector('meta[name="editions-token"]')).content
export const sheet = `/api/editions/${tag}/documents/${id}`
export const list = /** @type {HTMLOListElement} */ (document.getElementById('segments'))
const said = /** @type {HTMLElement} */ (document.querySelector('.said'))

/** @returns {HTMLLIElement[]} */
export const segments = () => [.../** @type {NodeListOf<HTMLLIElement>} */ (list.querySelectorAll('.segment'))]
export const keyOf = (/** @type {HTMLElement} */ segment) => segment.dataset['key'] ?? ''
const segmentOf = (/** @type {string} */ key) => segments().find((segment) => keyOf(segment) === key)
export const fieldOf = (/** @type {Element} */ segment) => /** @type {HTMLTextAreaElement} */ (segment.querySelector('textarea'))
const sourceOf = (/** @type {Element} */ segment) => segment.querySelector('.words-of-source')?.textContent ?? ''
export const isTyped = (/** @type {HTMLElement} */ segment) => fieldOf(segment).value !== fieldOf(segment).defaultValue
export const partOf = (/** @type {ParentNode} */ element, /** @type {string} */ selector) =>
  /** @type {HTMLElement} */ (element.querySelector(selector))

/** A copy of a part that the server has rendered for such use. @param {string} name */
export function fromTemplate(name) {
  const { content } = /** @type {HTMLTemplateElement} */ (document.getElementById(name))
  return /** @type {HTMLElement} */ (/** @type {DocumentFragment} */ (content.cloneNode(true)).firstElementChild)
}

/** @param {string} name @param {string} [detail] */
export function say(name, detail = '') {
  const { content } = /** @type {HTMLTemplateElement} */ (document.getElementById(`said-${name}`))
  said.classList.toggle('failed', name === 'failed')
  said.replaceChildren(content.cloneNode(true), detail === '' ? '' : ` ${detail}`)
}

// What is typed is kept in the browser until it is saved.

const nameOfDraft = (/** @type {string} */ key) => `editions ${publication} ${tag} ${id} ${key}`

/** @param {HTMLLIElement} segment */
function keepDraft(segment) {
  const name = nameOfDraft(keyOf(segment))
  try {
    if (isTyped(segment)) localStorage.setItem(name, JSON.stringify({ text: fieldOf(segment).value, version: segment.dataset['version'] }))
    else localStorage.removeItem(name)
  } catch {
    say('failed')
  }
  segment.classList.toggle('typed', isTyped(segment))
}

/** What was typed and not saved before the page was closed. @param {HTMLLIElement} segment */
function bringDraftBack(segment) {
  const kept = localStorage.getItem(nameOfDraft(keyOf(segment)))
  if (kept === null) return
  const draft = /** @type {{ text: string, version: string }} */ (JSON.parse(kept))
  const field = fieldOf(segment)
  if (draft.text === field.defaultValue) return localStorage.removeItem(nameOfDraft(keyOf(segment)))
  field.value = draft.text
  segment.classList.add('typed')
  notice(segment, 'draft')
  if (draft.version !== segment.dataset['version']) tellOfOther(segment, draft.version)
}

// Notices stand at their segment until they are answered.

/** @param {HTMLLIElement} segment @param {string} name */
function notice(segment, name) {
  const place = partOf(segment, '.notices')
  place.querySelector(`.${name}`)?.remove()
  const shown = fromTemplate(name)
  place.append(shown)
  return shown
}

/** @param {Element} segment */
const clearNotices = (segment) => partOf(segment, '.notices').replaceChildren()

/**
 * What is typed stands beside what another has saved, or answers a source that was edited meanwhile.
 * @param {HTMLLIElement} segment as it is now
 * @param {string} seen its version when the text was typed
 */
function tellOfOther(segment, seen) {
  const [source, text] = (segment.dataset['version'] ?? '').split('-')
  const [seenSource, seenText] = seen.split('-')
  if (source !== seenSource) notice(segment, 'source-changed')
  const { defaultValue } = fieldOf(segment)
  const isOwn = sent.get(keyOf(segment)) === defaultValue
  if (text !== seenText && !isOwn) partOf(notice(segment, 'conflict'), '.theirs').textContent = defaultValue
}

// Findings, each with its fix.

/** @param {HTMLLIElement} segment @param {readonly Finding[]} findings @param {string} text that they are about */
function showFindings(segment, findings, text) {
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

/** Types as a person does, who can undo it. @param {HTMLTextAreaElement} field @param {string} text */
function typeInto(field, text) {
  // No other way keeps the field’s undo (html.spec.whatwg.org has none).
  const isDone = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text)
  if (isDone) return
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

/** @param {HTMLTextAreaElement} field @param {string} text */
function typeWhole(field, text) {
  field.focus()
  field.select()
  typeInto(field, text)
}

/** @type {AbortController | undefined} */
let checking
/** @type {ReturnType<typeof setTimeout> | undefined} */
let due

/** @param {HTMLLIElement} segment */
function checkSoon(segment) {
  clearTimeout(due)
  checking?.abort()
  due = setTimeout(() => void checkNow(segment), 20)
}

/** @param {HTMLLIElement} asked */
async function checkNow(asked) {
  const key = keyOf(asked)
  const { value: text = '' } = segmentOf(key)?.querySelector('textarea') ?? {}
  checking = new AbortController()
  const { signal } = checking
  const answer = await ask('POST', `${sheet}/check`, { key, text }, {}, signal).catch(() => undefined)
  if (!answer?.ok) return
  const { problems, derived, terms, html } = await answer.json().catch(() => ({ problems: [], derived: [], terms: [] }))
  // It may have been renewed meanwhile.
  const segment = segmentOf(key)
  if (!segment || fieldOf(segment).value !== text) return
  showFindings(
    segment,
    problems.filter((/** @type {Finding} */ each) => !isBeingTyped(segment, each)),
    text,
  )
  showTerms(segment, terms, (form) => goToAndType(segment, form))
  showText(segment, html)
  for (const each of derived) partOf(segment, `[data-script="${each.tag}"]`).textContent = each.text
}

/** The word before the cursor may not be whole yet. @param {HTMLLIElement} segment @param {Finding} finding */
function isBeingTyped(segment, { rule, found }) {
  const field = fieldOf(segment)
  return rule === 'spelling' && found !== undefined && document.activeElement === field && field.value.slice(0, field.selectionStart).endsWith(found) // prettier-ignore
}

// Saving.

/**
 * @param {string} method @param {string} path @param {object} [body] @param {Record<string, string>} [headers] @param {AbortSignal} [signal]
 */
export function ask(method, path, body, headers = {}, signal) {
  const type = body === undefined ? {} : { 'Content-Type': 'application/json' }
  return fetch(path, {
    method,
    headers: { 'X-Editions-Token': token, ...asPerson(), ...type, ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  })
}

/** What this page has sent last, by key: seen again, it is no other’s. @type {Map<string, string>} */
const sent = new Map()

/** One save follows the other, since each needs the version that the one before has made. */
let saving = Promise.resolve()

/** All that was sent is answered. */
export const allSaved = () => saving

/** A segment as the page has it now. @param {HTMLLIElement} segment */
export const now = (segment) => segmentOf(keyOf(segment)) ?? segment

/** @param {HTMLLIElement} segment @param {'' | '/accept' | '/review'} [as] */
export function save(segment, as = '') {
  const key = keyOf(segment)
  // A text that is being written is saved before it is confirmed.
  if (as !== '') save(segment)
  saving = saving.then(() => saveNow(key, as)).catch(() => say('failed'))
}

/** @param {string} key @param {'' | '/accept' | '/review'} as */
async function saveNow(key, as) {
  const segment = segmentOf(key)
  if (!segment || isTyped(segment) !== (as === '')) return
  const { value: text } = fieldOf(segment)
  if (as === '') sent.set(key, text)
  const path = `${sheet}/segments/${encodeURIComponent(key)}${as}`
  const headers = { 'If-Match': `"${segment.dataset['version']}"` }
  /** @type {Response} */
  let answer
  try {
    answer = await ask(as === '' ? 'PUT' : 'POST', path, as === '' ? { text } : undefined, headers)
  } catch {
    return say('failed')
  }
  const present = now(segment)
  if (answer.ok) {
    fieldOf(present).defaultValue = text
    present.dataset['version'] = (answer.headers.get('etag') ?? '').slice(1, -1)
    clearNotices(present)
    keepDraft(present)
    say('saved')
    await renew(present)
    showEditionSoon()
    return
  }
  const problem = await answer.json().catch(() => ({}))
  if (answer.status === 412) await renew(present)
  else say('failed', `${problem.title ?? ''} ${problem.detail ?? ''}`)
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
    tellOfOther(fresh, seen)
    checkSoon(fresh)
  } else keepDraft(fresh)
  prepare(fresh)
  if (fresh === current()) void bringTerms(fresh)
}

/** Shows what was saved elsewhere. */
async function renewAll() {
  const answer = await fetch(`${sheet}/segments`).catch(() => undefined)
  if (!answer?.ok) return
  const rows = /** @type {(Present & { mark: string })[]} */ (await answer.json())
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
}

// One segment is the one that is worked on.

/** @returns {HTMLLIElement | null} */
const current = () => list.querySelector('.segment.current')

/** @param {HTMLLIElement} segment */
function enter(segment) {
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
function goTo(segment) {
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
function next() {
  const open = others().find(isOpen)
  if (open) goTo(open)
  // What was saved just now is told first.
  else void saving.then(() => segments().some(isOpen) || say('done'))
}

/** Goes to the next segment with a task of one kind, as one writes or as one reads. @param {string} task */
export function nextTo(task) {
  const found = others().find((segment) => segment.dataset['task'] === task)
  if (found) move(found)
  else void saving.then(() => segments().some((segment) => segment.dataset['task'] === task) || say('done'))
}

/** Who reads stands at the segment, who writes in its field. @param {HTMLLIElement | undefined} segment */
function move(segment) {
  if (!segment) return
  if (document.activeElement?.tagName === 'TEXTAREA') return goTo(segment)
  segment.focus({ preventScroll: true })
  segment.scrollIntoView({ block: 'center' })
}

/** @param {HTMLLIElement} segment @param {1 | -1} by */
function step(segment, by) {
  const all = segments()
  move(all[all.indexOf(segment) + by])
}

/** @param {HTMLLIElement} segment */
async function suggest(segment) {
  const answer = await fetch(`${sheet}/segments/${encodeURIComponent(keyOf(segment))}/suggestions`).catch(() => undefined)
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
async function bringTerms(segment) {
  const answer = await fetch(`${sheet}/segments/${encodeURIComponent(keyOf(segment))}/terms`).catch(() => undefined)
  if (!answer?.ok) return
  const terms = await answer.json()
  const present = segmentOf(keyOf(segment))
  if (present && !isTyped(present)) showTerms(present, terms, (form) => goToAndType(present, form))
}

/** @param {HTMLLIElement} segment @param {string} text */
function goToAndType(segment, text) {
  const field = fieldOf(segmentOf(keyOf(segment)) ?? segment)
  field.focus({ preventScroll: true })
  typeInto(field, text)
}

/** @type {Record<string, (segment: HTMLLIElement, button: HTMLElement) => void>} */
export const DEEDS = {
  save: (segment) => save(segment),
  'save-next': (segment) => {
    save(segment)
    next()
  },
  accept: (segment) => save(segment, '/accept'),
  review: (segment) => save(segment, '/review'),
  next,
  finding: () => nextTo('findings'),
  mend: (segment) => segment.querySelector('.findings button')?.dispatchEvent(new MouseEvent('click')),
  before: (segment) => step(segment, -1),
  after: (segment) => step(segment, 1),
  copy: (segment) => typeWhole(fieldOf(segment), sourceOf(segment)),
  discard: (segment) => {
    typeWhole(fieldOf(segment), fieldOf(segment).defaultValue)
    clearNotices(segment)
  },
  keep: (segment) => {
    clearNotices(segment)
    save(segment)
  },
  take: (segment) => {
    typeWhole(fieldOf(segment), fieldOf(segment).defaultValue)
    clearNotices(segment)
  },
}

/** @param {HTMLLIElement} segment */
function prepare(segment) {
  const { findings = '[]' } = partOf(segment, '.findings').dataset
  if (!isTyped(segment)) showFindings(segment, JSON.parse(findings), fieldOf(segment).defaultValue)
}

list.addEventListener('focusin', ({ target }) => {
  const segment = /** @type {Element} */ (target).closest('.segment')
  if (segment) enter(/** @type {HTMLLIElement} */ (segment))
})
list.addEventListener('input', ({ target }) => {
  const segment = /** @type {HTMLLIElement} */ (/** @type {Element} */ (target).closest('.segment'))
  const field = fieldOf(segment)
  // A text is one line: what is pasted may have several.
  if (/[\r\n]/.test(field.value) && !/[\r\n]/.test(field.defaultValue)) {
    const at = field.selectionStart
    field.value = field.value.replace(/\s*[\r\n]+\s*/g, ' ')
    field.setSelectionRange(at, at)
  }
  if (isDue) showEditionSoon()
  keepDraft(segment)
  checkSoon(segment)
})
list.addEventListener('click', ({ target }) => {
  const button = /** @type {Element} */ (target).closest('button[data-do]')
  const segment = /** @type {HTMLLIElement | null} */ (button?.closest('.segment'))
  const deed = /** @type {HTMLElement | null} */ (button)?.dataset['do'] ?? ''
  // A finding’s own button mends.
  if (segment && button && deed !== 'mend' && Object.hasOwn(DEEDS, deed)) DEEDS[deed]?.(segment, /** @type {HTMLElement} */ (button))
})
// The edition beside the texts.

const frame = /** @type {HTMLIFrameElement | null} */ (document.querySelector('.preview iframe'))
const isShown = () => frame !== null && frame.getClientRects().length > 0

/** @returns {Record<string, string>} key → id */
function blocksOf() {
  const meta = /** @type {HTMLMetaElement | null | undefined} */ (frame?.contentDocument?.querySelector('meta[name="editions-blocks"]'))
  return meta ? JSON.parse(meta.content) : {}
}

/**
 * How long nobody types, in milliseconds, before an edition that shows what is typed is made anew as a whole; and how many times as
 * long as it takes to be made.
 */
const IDLE = 1_000
const IDLE_TIMES = 8
/** How long it took last. */
let took = 0

/** @type {ReturnType<typeof setTimeout> | undefined} */
let idle

/** Shows the edition as it is now: later where it shows already what was typed. */
function showEditionSoon() {
  isDue = true
  clearTimeout(idle)
  idle = setTimeout(showEdition, isShownAlready ? Math.max(IDLE, took * IDLE_TIMES) : 0)
}

/** Whether the edition shows all that was typed since it was made. */
let isShownAlready = false
let isDue = true
let isLoading = false
/** Shows the edition as it is now, where it stands on the screen. */
export function showEdition() {
  isDue = true
  isShownAlready = false
  if (!frame || !isShown() || isLoading) return
  isDue = false
  isLoading = true
  const { scrollY: top = 0 } = frame.contentWindow ?? {}
  const begun = performance.now()
  const shown = () => {
    took = performance.now() - begun
    isLoading = false
    frame.contentWindow?.scrollTo(0, top)
    scrollEdition()
    frame.contentDocument?.addEventListener('click', openFrom)
    if (isDue) showEdition()
  }
  frame.addEventListener('load', shown, { once: true })
  const address = frame.dataset['src'] ?? ''
  if (frame.contentWindow && frame.src !== '') frame.contentWindow.location.replace(address)
  else frame.src = address
}

/** What belongs to the whole document, or to other blocks: the edition shows it when it is made anew. */
const NOT_ALONE = 'p, ul, ol, div, table, figure, pre, blockquote, sup, img, .caption-label'

/** Shows a text in the edition as it is written. @param {HTMLLIElement} segment @param {string | undefined} html of its line, which is safe */
function showText(segment, html) {
  const block = blocksOf()[keyOf(segment)]
  const element = block === undefined ? undefined : frame?.contentDocument?.getElementById(block)
  const line = element?.matches('li') ? (element.querySelector(':scope > p') ?? element) : element
  isShownAlready = line != null && html !== undefined && !html.includes('<sup') && !line.querySelector(NOT_ALONE)
  if (!line || html === undefined || !isShownAlready) return
  line.classList.remove('fallback', 'stale')
  line.removeAttribute('lang')
  line.innerHTML = html
}

/** Shows the edition as wide as a phone or as a page, made smaller where there is less room. */
function fitEdition() {
  const pressed = /** @type {HTMLElement | null} */ (document.querySelector('.preview-tools [aria-pressed="true"]'))
  if (!frame?.parentElement) return
  const wanted = Number(pressed?.dataset['width'] ?? 0)
  const { clientWidth: width, clientHeight: height } = frame.parentElement
  const room = height - frame.offsetTop
  const scale = wanted > width ? width / wanted : 1
  Object.assign(frame.style, {
    width: wanted > 0 ? `${wanted}px` : '',
    height: wanted > 0 ? `${room / scale}px` : '',
    transform: wanted > 0 ? `translateX(${Math.max(0, (width - wanted * scale) / 2)}px) scale(${scale})` : '',
  })
}

function scrollEdition() {
  const segment = current()
  const block = segment ? blocksOf()[keyOf(segment)] : undefined
  const element = block === undefined ? undefined : frame?.contentDocument?.getElementById(block)
  if (!element || !frame?.contentWindow || !frame.contentDocument) return
  for (const each of frame.contentDocument.querySelectorAll('[data-current]')) each.removeAttribute('data-current')
  element.setAttribute('data-current', '')
  const { top, height } = element.getBoundingClientRect()
  const middle = top + frame.contentWindow.scrollY - Math.max(0, (frame.clientHeight - height) / 2)
  frame.contentWindow.scrollTo({ top: middle, behavior: 'instant' })
}

/** Opens the segment of the block that was pressed. @param {MouseEvent} event */
function openFrom({ target }) {
  const keys = new Map(Object.entries(blocksOf()).map(([key, block]) => [block, key]))
  for (let element = /** @type {Element | null} */ (target); element; element = element.parentElement) {
    const key = keys.get(element.id)
    if (key === undefined) continue
    return goTo(segmentOf(key))
  }
}

// The edition stands below the head of the page, whose height goes by its words.
const head = /** @type {HTMLElement} */ (document.querySelector('.desk > .top'))
new ResizeObserver(() => {
  document.documentElement.style.setProperty('--top', `${head.offsetHeight}px`)
  fitEdition()
}).observe(head)

/** @param {string} name @param {(isWanted: boolean) => void} show */
function toggle(name, show) {
  const button = /** @type {HTMLElement | null} */ (document.querySelector(`.tools [data-do="${name}"]`))
  button?.addEventListener('click', () => {
    const isWanted = button.getAttribute('aria-expanded') !== 'true'
    button.setAttribute('aria-expanded', String(isWanted))
    show(isWanted)
  })
}
toggle('keys', (isWanted) => void (partOf(document.body, '#keys').hidden = !isWanted))
toggle('preview', (isWanted) => {
  document.body.classList.toggle('with-preview', isWanted)
  current()?.querySelector('textarea')?.scrollIntoView({ block: 'center' })
  if (isWanted) showEdition()
})
for (const button of document.querySelectorAll('.preview-tools button'))
  button.addEventListener('click', () => {
    const isPressed = button.getAttribute('aria-pressed') === 'true'
    for (const each of document.querySelectorAll('.preview-tools button'))
      each.setAttribute('aria-pressed', String(each === button && !isPressed))
    fitEdition()
    scrollEdition()
  })
document.querySelector('.tools [data-do="next"]')?.addEventListener('click', next)

for (const segment of segments()) {
  bringDraftBack(segment)
  prepare(segment)
  if (isTyped(segment)) checkSoon(segment)
}
const asked = decodeURIComponent(location.hash.slice(1))
if (asked !== '') goTo(segmentOf(asked))
showEdition()
addEventListener('resize', () => {
  fitEdition()
  if (isDue) showEdition()
})
addEventListener('hashchange', () => goTo(segmentOf(decodeURIComponent(location.hash.slice(1)))))

const events = new EventSource('/events')
events.addEventListener('changed', () => void renewAll())
