// A question about a segment, and an answer to one.

import { openForm } from './forms.js'
import { withPerson } from './name.js'
import { now, pathOf } from './page.js'
import { back, openPanel } from './panel.js'
import { renew } from './renewing.js'
import { say, sayRefused } from './saying.js'

/** @param {HTMLLIElement} segment @param {'ask' | 'reply'} kind @param {string} path @param {HTMLElement} [about] */
function write(segment, kind, path, about) {
  withPerson(() => {
    const sent = () => {
      say('sent')
      back(segment)
      void renew(now(segment))
    }
    const { form, field } = openForm(kind, path, sent, sayRefused)
    const quoted = about?.querySelector('.asked')?.cloneNode(true)
    openPanel(segment, ...(quoted ? [quoted] : []), form)
    field.focus()
  })
}

/** @param {HTMLLIElement} segment */
export const askQuestion = (segment) => write(segment, 'ask', `${pathOf(segment)}/questions`)

/** @param {HTMLLIElement} segment @param {HTMLElement} button of the question */
export function reply(segment, button) {
  const question = /** @type {HTMLElement} */ (button.closest('.question'))
  write(segment, 'reply', `${pathOf(segment)}/questions/${question.dataset['question']}`, question)
}
