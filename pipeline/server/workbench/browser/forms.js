// A form in which a question or an answer is written. What is typed is kept in the browser until it is sent.

import { ask } from './request.js'

/**
 * @param {'ask' | 'reply'} kind
 * @param {string} path where it is sent
 * @param {() => void} sent
 * @param {(refusal?: import('./saying.js').Refusal) => void} failed
 */
export function openForm(kind, path, sent, failed) {
  const { content } = /** @type {HTMLTemplateElement} */ (document.getElementById('question-form'))
  const form = /** @type {HTMLFormElement} */ (/** @type {DocumentFragment} */ (content.cloneNode(true)).firstElementChild)
  const label = /** @type {HTMLTemplateElement} */ (document.getElementById(`label-${kind}`))
  form.querySelector('.label')?.append(label.content.cloneNode(true))
  const field = /** @type {HTMLTextAreaElement} */ (form.querySelector('textarea'))
  const name = `editions ${kind} ${path}`
  field.value = localStorage.getItem(name) ?? ''
  const close = () => {
    localStorage.removeItem(name)
    form.remove()
  }
  field.addEventListener('input', () => {
    try {
      localStorage.setItem(name, field.value)
    } catch {
      // It is still in the field.
    }
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    // What is under way is not sent twice, and nothing is added to it.
    if (field.value.trim() === '' || field.readOnly) return
    field.readOnly = true
    void ask('POST', path, kind === 'ask' ? { question: field.value } : { answer: field.value })
      .then(async (answer) => {
        if (!answer.ok) return failed(await answer.json().catch(() => ({})))
        close()
        return sent()
      })
      .catch(() => failed())
      .finally(() => (field.readOnly = false))
  })
  form.addEventListener('click', ({ target }) => {
    if (/** @type {Element} */ (target).closest('[data-do="close"]')) close()
  })
  form.addEventListener('keydown', (event) => {
    const isSent = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (!isSent && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (isSent) form.requestSubmit()
    else close()
  })
  return { form, field }
}
