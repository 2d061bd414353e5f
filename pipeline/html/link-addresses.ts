import { domainToUnicode } from 'node:url'
import type { Nodes } from 'hast'
import { toString } from 'mdast-util-to-string'

/** Marks the links whose words are their address, in place: whoever prints a web page gets the addresses of all others beside their words. */
export function markAddresses(tree: Nodes): void {
  if (!('children' in tree)) return
  for (const child of tree.children) markAddresses(child)
  if (tree.type !== 'element' || tree.tagName !== 'a') return
  if (plain(toString(tree)) === plain(readable(String(tree.properties['href'])))) tree.properties['className'] = ['address']
}

/** An address without what people leave out. */
function plain(address: string): string {
  return address
    .trim()
    .replace(/^(?:https?:\/\/|mailto:)(?:www\.)?|^www\./, '')
    .replace(/\/$/, '')
}

/** An address as its writer typed it, in the letters of its language. */
function readable(href: string): string {
  try {
    return decodeURI(href).replace(/(?<=^(?:https?:\/\/|mailto:[^@]*@))[^/?#:@]+/i, (host) => domainToUnicode(host) || host)
  } catch {
    return href
  }
}
