// Hears from the server that something has changed.

/** @param {() => void} changed is called as well when the server is there again: what it told meanwhile was not heard */
export function listen(changed) {
  const events = new EventSource('/events')
  let wasCut = false
  events.addEventListener('changed', changed)
  events.addEventListener('error', () => (wasCut = true))
  events.addEventListener('open', () => {
    if (wasCut) changed()
    wasCut = false
  })
}
