// Runs in the page of all questions: whoever knows answers them.

import { openForm } from './forms.js'
import { listen } from './listening.js'
import { withPerson } from './name.js'
import { sayRefused } from './saying.js'

document.addEventListener('click', ({ target }) => {
  const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest('[data-do="reply"]'))
  const question = /** @type {HTMLElement | null | undefined} */ (button?.closest('.question'))
  const segment = /** @type {HTMLElement | null | undefined} */ (question?.closest('[data-path]'))
  if (!button || !question || !segment) return
  withPerson(() => {
    if (question.querySelector('form')) return
    const { form, field } = openForm(
      'reply',
      `${segment.dataset['path']}/${question.dataset['question']}`,
      () => location.reload(),
      sayRefused,
    )
    question.append(form)
    field.focus()
  })
})

listen(() => {
  if (!document.querySelector('form.form')) location.reload()
})
