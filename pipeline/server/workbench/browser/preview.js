// The edition beside the texts.

import { blockOf, keyAt } from './blocks.js'
import { current, fieldOf, keyOf, segmentOf } from './page.js'

const frame = /** @type {HTMLIFrameElement | null} */ (document.querySelector('.preview iframe'))
const isShown = () => frame !== null && frame.getClientRects().length > 0

const shownBlock = (/** @type {string} */ key) => (frame?.contentDocument ? blockOf(frame.contentDocument, key) : undefined)

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
export function showEditionSoon() {
  isDue = true
  clearTimeout(idle)
  idle = setTimeout(showEdition, isShownAlready ? Math.max(IDLE, took * IDLE_TIMES) : 0)
}

/** Whether the edition shows all that was typed since it was made. */
let isShownAlready = false
export let isDue = true
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
export function showText(segment, html) {
  const element = shownBlock(keyOf(segment))
  const line = element?.matches('li') ? (element.querySelector(':scope > p') ?? element) : element
  isShownAlready = line != null && html !== undefined && !html.includes('<sup') && !line.querySelector(NOT_ALONE)
  if (!line || html === undefined || !isShownAlready) return
  line.classList.remove('fallback', 'stale')
  line.removeAttribute('lang')
  line.innerHTML = html
}

/** Shows the edition as wide as a phone or as a page, made smaller where there is less room. */
export function fitEdition() {
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

export function scrollEdition() {
  const segment = current()
  const element = segment ? shownBlock(keyOf(segment)) : undefined
  if (!element || !frame?.contentWindow || !frame.contentDocument) return
  for (const each of frame.contentDocument.querySelectorAll('[data-current]')) each.removeAttribute('data-current')
  element.setAttribute('data-current', '')
  const { top, height } = element.getBoundingClientRect()
  const middle = top + frame.contentWindow.scrollY - Math.max(0, (frame.clientHeight - height) / 2)
  frame.contentWindow.scrollTo({ top: middle, behavior: 'instant' })
}

/** Opens the segment of the block that was pressed; a link there leads nowhere. @param {MouseEvent} event */
function openFrom(event) {
  event.preventDefault()
  const key = frame?.contentDocument ? keyAt(frame.contentDocument, /** @type {Element} */ (event.target)) : undefined
  const segment = key === undefined ? undefined : segmentOf(key)
  if (!segment) return
  fieldOf(segment).focus({ preventScroll: true })
  fieldOf(segment).scrollIntoView({ block: 'center' })
}
