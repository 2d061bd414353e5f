import { isIP } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'

export const LOOPBACK = '127.0.0.1'

const EVERY: ReadonlySet<string> = new Set(['0.0.0.0', '::'])

/** Whether this machine alone reaches an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

/** The names under which browsers may ask a server that listens at an address, the one to tell people first. */
export function namesOf(host: string): string[] {
  const local = [LOOPBACK, 'localhost']
  if (isLoopback(host)) return ['localhost', ...new Set([LOOPBACK, host])].map(bracketed)
  if (!EVERY.has(host)) return [host, ...local].map(bracketed)
  const addresses = Object.values(networkInterfaces()).flatMap((all = []) =>
    all.filter(({ internal }) => !internal).map(({ address }) => address),
  )
  return [...addresses.toSorted((a, b) => isIP(a) - isIP(b)), hostname().toLowerCase(), ...local].map(bracketed)
}

/** IPv6 addresses stand in brackets before a port (RFC 3986, 3.2.2). */
function bracketed(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host
}
