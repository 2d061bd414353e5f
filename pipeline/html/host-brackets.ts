import type { Nodes } from 'hast'
import { visit } from 'unist-util-visit'

/** The number of a host in IPv6, whose brackets were escaped. */
const HOST = /^([a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?)%5B([\da-f:.]+)%5D(?=[:/?#]|$)/i

/**
 * Writes the brackets around the number of a host as they are (RFC 3986, 3.2.2): http://[::1]/. Escaped, as everywhere else in
 * an address (mdast-util-to-hast), they would be no host.
 */
export function restoreBrackets(tree: Nodes): void {
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName === 'a' && typeof properties['href'] === 'string') properties['href'] = properties['href'].replace(HOST, '$1[$2]')
  })
}
