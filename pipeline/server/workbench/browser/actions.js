// What buttons and keys do with a segment, by the name that a button gives in `data-do`.

import { askQuestion, reply } from './asking.js'
import { showFormerTexts, undo } from './former-texts.js'
import { withPerson } from './name.js'
import { next, nextTo, step } from './navigation.js'
import { clearNotices } from './notices.js'
import { fieldOf, partOf, sourceOf } from './page.js'
import { closePanel } from './panel.js'
import { save } from './saving.js'
import { claim, release, reviewSection } from './sections.js'
import { typeWhole } from './typing.js'

/** @param {HTMLLIElement} segment */
function takeSaved(segment) {
  typeWhole(fieldOf(segment), fieldOf(segment).defaultValue)
  clearNotices(segment)
}

/** What both make together stands in the field until it is saved. @param {HTMLLIElement} segment */
function takeMerged(segment) {
  typeWhole(fieldOf(segment), partOf(segment, '.conflict .merged').textContent ?? '')
  clearNotices(segment)
}

/** @type {Readonly<Record<string, (segment: HTMLLIElement, button: HTMLElement) => void>>} */
export const ACTIONS = {
  save: (segment) => save(segment),
  'save-next': (segment) => {
    save(segment)
    next()
  },
  accept: (segment) => save(segment, '/accept'),
  review: (segment) => withPerson(() => save(segment, '/review')),
  'review-next': (segment) =>
    withPerson(() => {
      save(segment, '/review')
      nextTo('review')
    }),
  'review-section': reviewSection,
  next,
  finding: () => nextTo('findings'),
  mend: (segment) => segment.querySelector('.findings button')?.dispatchEvent(new MouseEvent('click')),
  before: (segment) => step(segment, -1),
  after: (segment) => step(segment, 1),
  copy: (segment) => typeWhole(fieldOf(segment), sourceOf(segment)),
  discard: takeSaved,
  take: takeSaved,
  merge: takeMerged,
  keep: (segment) => {
    clearNotices(segment)
    save(segment)
  },
  ask: askQuestion,
  reply,
  history: (segment) => void showFormerTexts(segment),
  undo,
  close: closePanel,
  claim,
  release,
}
