// Runs in the page of a document: keeps what is typed, checks it, saves it, and shows what others save. Every part of the page is
// rendered by the server; what is typed alone is the page’s own.

import { checkSoon } from './checking.js'
import { ACTIONS } from './actions.js'
import { bringDraftBack, keepDraft, showLeftOver } from './drafts.js'
import { fitEdition, isDue, scrollEdition, showEdition, showEditionSoon } from './preview.js'
import { listenToKeys, toggleKeys } from './keys.js'
import { listen } from './listening.js'
import { askPerson } from './name.js'
import { enter, goTo, next } from './navigation.js'
import { current, fieldOf, isTyped, list, segmentOf, segments } from './page.js'
import { prepare, renewAll } from './renewing.js'

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
  const action = /** @type {HTMLElement | null} */ (button)?.dataset['do'] ?? ''
  // A finding’s own button mends.
  if (segment && button && action !== 'mend' && Object.hasOwn(ACTIONS, action))
    ACTIONS[action]?.(segment, /** @type {HTMLElement} */ (button))
})

// The edition stands below the head of the page, whose height goes by its words.
const head = /** @type {HTMLElement} */ (document.querySelector('.desk > .top'))
new ResizeObserver(() => {
  document.documentElement.style.setProperty('--top', `${head.offsetHeight}px`)
  fitEdition()
}).observe(head)

const tool = (/** @type {string} */ name) => /** @type {HTMLElement | null} */ (document.querySelector(`.tools [data-do="${name}"]`))
tool('preview')?.addEventListener('click', () => {
  const isWanted = document.body.classList.toggle('with-preview')
  tool('preview')?.setAttribute('aria-expanded', String(isWanted))
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
tool('next')?.addEventListener('click', next)
tool('person')?.addEventListener('click', () => askPerson())
tool('keys')?.addEventListener('click', toggleKeys)
listenToKeys()

for (const segment of segments()) {
  bringDraftBack(segment)
  prepare(segment)
  if (isTyped(segment)) checkSoon(segment)
}
showLeftOver()
const asked = decodeURIComponent(location.hash.slice(1))
if (asked !== '') goTo(segmentOf(asked))
showEdition()
addEventListener('resize', () => {
  fitEdition()
  scrollEdition()
  if (isDue) showEdition()
})
addEventListener('hashchange', () => goTo(segmentOf(decodeURIComponent(location.hash.slice(1)))))

listen(() => void renewAll())
