import { domainToASCII } from 'node:url'
import type { Nodes } from 'hast'
import { visit } from 'unist-util-visit'

/** The number of a host in IPv6, whose brackets were escaped. */
const NUMBER = /^([a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?)%5B([\da-f:.]+)%5D(?=[:/?#]|$)/i
/** The name of a host on the web with letters that were escaped. */
const NAME = /^([a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?)([^/?#:@]*%[^/?#:@]*)/i
/** The same in one of the mailboxes of a letter. */
const MAIL_NAME = /(?<=@)([^?@,;]*%[^?@,;]*)/g

/**
 * Writes the hosts of links as every program knows them. Escaped, as all else in an address (mdast-util-to-hast), the brackets of a
 * number are no host (RFC 3986, 3.2.2): http://[::1]/. The letters of a name are known to browsers alone: of „пример.срб“ it is
 * xn--e1afmkfd.xn--90a3ac (RFC 5891) that Word and mail programs find.
 */
export function writeHosts(tree: Nodes): void {
  visit(tree, 'element', ({ tagName, properties }) => {
    const { href } = properties
    if (tagName === 'a' && typeof href === 'string' && href.includes('%')) properties['href'] = withHosts(href)
  })
}

function withHosts(href: string): string {
  if (!/^mailto:/i.test(href)) return href.replace(NUMBER, '$1[$2]').replace(NAME, (_, before: string, name: string) => before + asciiOf(name)) // prettier-ignore
  const [mailboxes = '', ...rest] = href.split('?')
  return [mailboxes.replaceAll(MAIL_NAME, asciiOf), ...rest].join('?')
}

/** The name in ASCII; as it was, where it is none. */
function asciiOf(escaped: string): string {
  try {
    return domainToASCII(decodeURIComponent(escaped)) || escaped
  } catch {
    return escaped
  }
}
