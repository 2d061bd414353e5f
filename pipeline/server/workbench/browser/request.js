// What a page asks of the server: with its token, and with the name of the person.

import { asPerson } from './name.js'

const token = /** @type {HTMLMetaElement} */ (document.querySelector('meta[name="editions-token"]')).content

/**
 * @param {string} method @param {string} path @param {object} [body] @param {Record<string, string>} [headers] @param {AbortSignal} [signal]
 */
export function ask(method, path, body, headers = {}, signal) {
  const type = body === undefined ? {} : { 'Content-Type': 'application/json' }
  return fetch(path, {
    method,
    headers: { 'X-Editions-Token': token, ...asPerson(), ...type, ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  })
}
