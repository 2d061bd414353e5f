import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import pLimit from 'p-limit'
import { refuse } from './problem-details.ts'

/** Where a person enters. */
export const ENTRANCE = '/enter'

/** What the page at the entrance looks like, which strangers see too. */
const OPEN: ReadonlySet<string> = new Set([ENTRANCE, '/workbench/workbench.css', '/workbench/faces.css'])

/** How long a person stays in, in seconds: a day’s work. */
const STAY = 12 * 60 * 60

/** How long an answer to a wrong password takes, in milliseconds: one after the other, so that nobody tries many. */
const WRONG = 500
const MOST_WAITING = 8

/** Lets in who knows the password, or brings a link that was made for one person. */
export interface Access {
  /** A path that lets in who comes first. */
  invite(): string
  readonly guard: MiddlewareHandler
  /** The entrance. @param page shows it; `wrong` after a password or link that does not let in */
  entrance(page: (context: Context, view: Entrance) => Promise<string>): Hono
}

/** What the page at the entrance shows. */
export interface Entrance {
  /** Of a link, empty where there is none. */
  readonly invitation: string
  readonly isWrong: boolean
}

/** The cookie’s name, by the port of the address: the ports of a machine share their cookies. */
function cookieOf({ req }: Context): string {
  return `editions-${new URL(req.url).port}`
}

export function openAccess(password: string): Access {
  const sessions = new Map<string, number>()
  const invitations = new Set<string>()
  const waiting = pLimit(1)
  const isIn = (context: Context): boolean => (sessions.get(getCookie(context, cookieOf(context)) ?? '') ?? 0) > Date.now()
  const enter = (context: Context): Response => {
    const session = secret()
    sessions.set(session, Date.now() + STAY * 1000)
    setCookie(context, cookieOf(context), session, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: STAY })
    return context.redirect('/', 303)
  }
  return {
    invite: () => {
      const invitation = secret()
      invitations.add(invitation)
      return `${ENTRANCE}?link=${invitation}`
    },
    guard: async (context, next) => {
      const { path, method } = context.req
      if (OPEN.has(path) || path.startsWith('/workbench/faces/') || isIn(context)) return next()
      if (method === 'GET' && !path.startsWith('/api/')) return context.redirect(ENTRANCE, 303)
      return refuse(401, 'Enter the workbench first.', `A person enters at ${ENTRANCE}.`)
    },
    entrance: (page) => {
      const app = new Hono()
      // A link is not used up by a program that looks at it, as those of mail and chat do: a person presses a button.
      app.get('/', async (context) => context.html(await page(context, { invitation: context.req.query('link') ?? '', isWrong: false })))
      app.post('/', async (context) => {
        const form = await context.req.parseBody()
        const said = (field: string): string => (typeof form[field] === 'string' ? form[field] : '')
        if (invitations.delete(said('link'))) return enter(context)
        if (waiting.pendingCount >= MOST_WAITING) return refuse(429, 'Too many wrong passwords. Wait a little.')
        if (said('password') !== '' && isEqual(said('password'), password)) return enter(context)
        await waiting(() => setTimeout(WRONG))
        return context.html(await page(context, { invitation: '', isWrong: true }), 403)
      })
      return app
    },
  }
}

function secret(): string {
  return randomBytes(24).toString('base64url')
}

function isEqual(a: string, b: string): boolean {
  const [one, other] = [a, b].map((each) => createHash('sha256').update(each).digest()) as [Buffer, Buffer]
  return timingSafeEqual(one, other)
}
