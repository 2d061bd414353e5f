// The name that a person gives: asked once, kept in this browser, and sent with what they change.

const NAME = 'editions name'

export function person() {
  return localStorage.getItem(NAME) ?? ''
}

/** The header that brings the name along. */
export function asPerson() {
  const name = person()
  return name === '' ? {} : { 'X-Editions-Name': encodeURIComponent(name) }
}

/**
 * Asks for the name.
 * @param {() => void} then is called when it was given
 */
export function askPerson(then = () => undefined) {
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById('person'))
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector('input'))
  input.value = person()
  dialog.addEventListener(
    'close',
    () => {
      try {
        localStorage.setItem(NAME, input.value.trim())
      } catch {
        // It is asked again on the next page.
      }
      if (input.value.trim() !== '') then()
    },
    { once: true },
  )
  dialog.showModal()
}

/** Does what needs a name, which is asked for if none was given yet. @param {() => void} action */
export function withPerson(action) {
  if (person() === '') askPerson(action)
  else action()
}
