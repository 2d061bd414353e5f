// What a page asks of the server: with its token, and with the name of the person.

import { asPerson } from './name.js'

const meta = (/** @type {Document} */ page) => /** @type {HTMLMetaElement | null} */ (page.querySelector('meta[name="editions-token"]'))
let token = meta(document)?.content ?? ''

/**
 * @param {string} method @param {string} path @param {object} [body] @param {Record<string, string>} [headers] @param {AbortSignal} [signal]
 */
export async function ask(method, path, body, headers = {}, signal) {
  const type = body === undefined ? {} : { 'Content-Type': 'application/json' }
  const send = () =>
    fetch(path, {
      method,
      headers: { 'X-Editions-Token': token, ...asPerson(), ...type, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    })
  const answer = await send()
  return answer.status === 403 && (await renewToken()) ? send() : answer
}

/** A workbench that was started anew has another token. */
async function renewToken() {
  const answer = await fetch(location.href).catch(() => undefined)
  if (!answer?.ok) return false
  const fresh = meta(new DOMParser().parseFromString(await answer.text(), 'text/html'))?.content ?? ''
  const isOther = fresh !== '' && fresh !== token
  if (isOther) token = fresh
  return isOther
}
