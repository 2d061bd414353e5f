import { serve, type ServerType } from '@hono/node-server'
import type { Hono } from 'hono'
import { failure } from '../problem.ts'
import { LOOPBACK, namesOf } from './names.ts'

/** A server for this machine alone, or for those that reach an address of it. */
export interface Loopback {
  /** With a slash at its end. */
  readonly address: string
  /** Ends what is under way as well. */
  readonly close: () => Promise<void>
}

/** Who asks, and what a server answers to them. */
export interface Own {
  /** Whether a request names this server as its host: a site whose name leads here would read the pages (DNS rebinding). */
  readonly isHost: (host: string | undefined) => boolean
  /** Whether a page of this server asks, or no page. */
  readonly isOrigin: (origin: string | undefined) => boolean
}

/** What every answer says. */
export const HEADERS = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const

/**
 * Listens on this machine alone, or at another address.
 * @param usual tried first where none is wanted, so that the address stays the same; where it is taken, any that is free
 * @throws Failure where the wanted port cannot be had
 */
export async function listen(
  applicationFor: (own: Own) => Hono,
  wanted: number | undefined,
  usual: number,
  host = LOOPBACK,
): Promise<Loopback> {
  const attempt = (port: number): Promise<Loopback> =>
    new Promise((resolve, reject) => {
      let own: readonly string[] = []
      const app = applicationFor({
        isHost: (asked) => own.includes(asked?.toLowerCase() ?? ''),
        isOrigin: (origin) => origin === undefined || own.some((each) => origin === `http://${each}`),
      })
      const server = serve({ fetch: app.fetch, hostname: host, port }, ({ port: given }) => {
        own = namesOf(host).map((name) => `${name}:${given}`)
        resolve({ address: `http://${own[0]}/`, close: () => close(server) })
      })
      server.on('error', reject)
    })
  try {
    return await attempt(wanted ?? usual)
  } catch (error) {
    if (wanted === undefined && (error as NodeJS.ErrnoException).code === 'EADDRINUSE') return attempt(0)
    throw failure({
      rule: 'port',
      file: `${host}:${wanted ?? usual}`,
      message: 'The pages cannot be shown at this address and port.',
      found: (error as Error).message,
      expected: 'an address of this machine, and a port from 1024 to 65535 that no other program has',
      remedy: 'Name another with --port, or leave it out: then one that is free is taken.',
    })
  }
}

function close(server: ServerType): Promise<void> {
  return new Promise((end) => {
    server.close(() => end())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}

/** An address’s path as it is meant; one that is not well-formed as it stands. */
export function decodedPath(address: string): string {
  const { pathname } = new URL(address)
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}
