import { isUtf8 } from 'node:buffer'

/** Characters that XML forbids, both literally and as references (XML 1.0, 2.2). */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/** A character reference by number or name. */
const REFERENCE = /&(?:#(\d+)|#x([\da-f]+)|(?:amp|lt|gt|quot|apos));/gi

/** A text with its character references resolved. */
export function plain(xml: string): string {
  return xml.replaceAll(REFERENCE, (found, decimal?: string, digits?: string) => {
    const code = decimal === undefined ? Number.parseInt(digits ?? '', 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : found
  })
}

/**
 * Faults of a text as UTF-8 XML with correct namespaces.
 * @param namespaces required namespaces by prefix, to which no other prefix may be bound
 */
export function* faultsOf(bytes: Uint8Array, namespaces: Readonly<Record<string, string>>): Generator<string> {
  const xml = Buffer.from(bytes).toString('utf8')
  if (!isUtf8(bytes)) yield 'no UTF-8'
  const forbidden = FORBIDDEN.exec(plain(xml))?.[0].codePointAt(0)
  if (forbidden !== undefined) yield `the character ${forbidden.toString(16)}`
  const fault = unbalanced(xml)
  if (fault !== undefined) yield fault
  const bound = new Set<string>()
  const prefixes = new Map(Object.entries(namespaces).map(([prefix, space]) => [space, prefix]))
  for (const [, prefix, space] of xml.matchAll(/\sxmlns:(\w+)="([^"]*)"/g)) {
    bound.add(prefix!)
    if (space !== (namespaces[prefix!] ?? space) || prefix !== (prefixes.get(space!) ?? prefix)) yield `${prefix} for ${space}`
  }
  for (const prefix of new Set([...xml.matchAll(/<(\w+):/g)].map((each) => each[1]!))) if (!bound.has(prefix)) yield `${prefix} for nothing`
}

const TAG = /<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>/g

/** Names of all elements directly in elements of a given name. */
export function childrenOf(xml: string, parent: string): string[] {
  const open: string[] = []
  const children: string[] = []
  for (const [, closing, tag, empty] of xml.matchAll(TAG)) {
    if (closing) open.pop()
    else if (open.at(-1) === parent) children.push(tag!)
    if (!closing && !empty) open.push(tag!)
  }
  return children
}

/** The first element that is not properly closed, or a forbidden construct. */
function unbalanced(xml: string): string | undefined {
  const open: string[] = []
  for (const [, closing, tag, empty] of xml.matchAll(TAG)) {
    if (closing) {
      if (open.pop() !== tag) return tag
    } else if (!empty) open.push(tag!)
  }
  return open.at(-1) ?? /<(?![/?\w])|&(?!#\d+;|#x[\da-f]+;|(?:amp|lt|gt|quot|apos);)/i.exec(xml)?.[0]
}
