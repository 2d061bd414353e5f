import type { Context } from 'hono'

/** How a page says who makes a change, percent-encoded: a header has no other letters. */
const HEADER = 'x-editions-name'
const LONGEST = 80

/** The name that a person gave in their browser; nothing where they gave none. It is a name, and proves nothing. */
export function personIn(context: Context): string | undefined {
  const name = decoded(context.req.header(HEADER) ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ')
    .trim()
  return name === '' ? undefined : Array.from(name).slice(0, LONGEST).join('')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
