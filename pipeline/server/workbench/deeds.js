// What buttons and keys do with a segment.

import { next, nextTo, step } from './moving.js'
import { clearNotices } from './notices.js'
import { fieldOf, sourceOf } from './page.js'
import { save } from './saving.js'
import { typeWhole } from './typing.js'

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
