import { isUtf8 } from 'node:buffer'

/** Characters that an XML text may not hold, neither as they are nor by their numbers (XML 1.0, 2.2). */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/** What stands for a character, by its number or by its name. */
const REFERENCE = /&(?:#(\d+)|#x([\da-f]+)|(?:amp|lt|gt|quot|apos));/gi

/** A text with its characters instead of their numbers. */
export function plain(xml: string): string {
  return xml.replaceAll(REFERENCE, (found, decimal?: string, digits?: string) => {
    const code = decimal === undefined ? Number.parseInt(digits ?? '', 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : found
  })
}

/**
 * Why a text is no XML in UTF-8 whose prefixes are bound as they should be; nothing where it is.
 * @param namespaces by their prefixes, which stand for nothing else; any other may stand for what is not among them
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

/** The names of all elements that stand in elements of a name. */
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

/** Where the elements are not closed in turn, the first that is not; or what no XML may hold. */
function unbalanced(xml: string): string | undefined {
  const open: string[] = []
  for (const [, closing, tag, empty] of xml.matchAll(TAG)) {
    if (closing) {
      if (open.pop() !== tag) return tag
    } else if (!empty) open.push(tag!)
  }
  return open.at(-1) ?? /<(?![/?\w])|&(?!#\d+;|#x[\da-f]+;|(?:amp|lt|gt|quot|apos);)/i.exec(xml)?.[0]
}
