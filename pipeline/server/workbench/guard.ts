import type { Context, MiddlewareHandler } from 'hono'
import { timingSafeEqual } from 'node:crypto'
import { HEADERS, type Own } from '../loopback.ts'
import { ENTRANCE } from './access.ts'
import { refuse } from './problem-details.ts'

/** In a page of the workbench its own script alone runs, and nothing is asked of any other place. */
const PAGES =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

/** In an edition that is shown in a page of the workbench nothing runs. */
const SHOWN =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox allow-same-origin"

/** Where editions are shown. */
export const SHOWN_UNDER = '/shown/'

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/**
 * Lets nobody in but this machine’s own pages, and has nothing changed but by who has read the token in one of them.
 * @param token what a change brings along as X-Editions-Token
 */
export function guard({ isHost, isOrigin }: Own, token: string): MiddlewareHandler {
  return async (context, next) => {
    const refused = refusal(context)
    if (refused) context.res = refused
    else await next()
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value)
    // What shows a PDF in a browser is the browser’s own, which this would keep from working.
    if (context.res.headers.get('Content-Type') === 'application/pdf') return
    context.res.headers.set('Content-Security-Policy', context.req.path.startsWith(SHOWN_UNDER) ? SHOWN : PAGES)
  }
  function refusal(context: Context): Response | undefined {
    const header = (name: string): string | undefined => context.req.header(name)
    if (!isHost(header('host'))) return refuse(403, 'This workbench does not have this name.')
    if (!isOrigin(header('origin'))) return refuse(403, 'Another site has no access to the workbench.')
    const isRead = READING.has(context.req.method)
    // A link in a mail may lead here; what a page of another site asks for may not.
    const isVisit = isRead && header('sec-fetch-mode') === 'navigate' && header('sec-fetch-dest') === 'document'
    if (!isVisit && [undefined, 'same-origin', 'none'].every((each) => header('sec-fetch-site') !== each))
      return refuse(403, 'Another site has no access to the workbench.')
    if (!isRead && context.req.path !== ENTRANCE && !isSame(header('x-editions-token'), token))
      return refuse(403, 'A change needs the token of the page.', TOKEN)
    return undefined
  }
}

const TOKEN = 'The page carries it in <meta name="editions-token">; it is sent as X-Editions-Token. Read the page anew.'

function isSame(given: string | undefined, token: string): boolean {
  const [a, b] = [given ?? '', token].map((each) => new TextEncoder().encode(each)) as [Uint8Array, Uint8Array]
  return a.length === b.length && timingSafeEqual(a, b)
}
