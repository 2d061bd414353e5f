// Runs in the page of all questions: whoever knows answers them.

import { openForm } from './forms.js'
import { withPerson } from './name.js'

const said = /** @type {HTMLElement} */ (document.querySelector('.said'))

function tell(detail = '') {
  const { content } = /** @type {HTMLTemplateElement} */ (document.getElementById('said-failed'))
  said.replaceChildren(content.cloneNode(true), ` ${detail}`)
}

document.addEventListener('click', ({ target }) => {
  const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest('[data-do="reply"]'))
  const question = /** @type {HTMLElement | null | undefined} */ (button?.closest('.question'))
  const segment = /** @type {HTMLElement | null | undefined} */ (question?.closest('[data-path]'))
  if (!button || !question || !segment) return
  withPerson(() => {
    if (question.querySelector('form')) return
    const { form, field } = openForm('reply', `${segment.dataset['path']}/${question.dataset['question']}`, () => location.reload(), tell)
    question.append(form)
    field.focus()
  })
})

new EventSource('/events').addEventListener('changed', () => {
  if (!document.querySelector('form.form')) location.reload()
})
