import { exceededIn, type XmlLimits } from '../../files/xml-shape.ts'
import { unreadable } from './table-errors.ts'

/** An element of an office file. Prefixes are left out: only tables and their words are looked at, in which no two names are alike. */
export interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Node | string)[]
}

/** Limits of a part: office programs nest some thirty elements, and a cell of Excel has 32,767 signs. */
const LIMITS: XmlLimits = { depth: 400, tags: 1_500_000, attributes: 1000, text: 1_000_000 }

/**
 * A tag, with its attributes as they are written; a comment, an instruction or a CDATA section; or the text up to the next of them. A
 * name is whole, since one that is parted anywhere would be tried at each of its letters.
 */
const TOKEN =
  /<(\/?)([^\s/>!?<"'=]+)(?=[\s/>])((?:[^<>"'/]|"[^"<]*"|'[^'<]*'|\/(?!>))*)(\/?)>|<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[([^]*?)\]\]>|[^<]+/gy
const ATTRIBUTE = /(?<![^\s"'])([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));|&/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Elements that are handed over as soon as they are whole, the outermost of a name, and are no part of the tree. */
export interface Taking {
  readonly name: string
  readonly take: (node: Node) => void
}

/**
 * Parses a part of an office file. It knows no entities but XML’s own five. A table of five thousand rows is read in a fourth of the
 * time that `fromXml` takes, which notes where everything stands.
 * @param part its path, for messages
 * @param taking rows of a long table: what is not kept costs no memory, nor the time to look through it
 * @throws Failure for a part that is no XML, declares a type or entities (ISO/IEC 29500-2, 8.1.4), or is too large
 */
export function parseOfficeXml(bytes: Uint8Array, part: string, file: string, taking?: Taking): Node {
  const text = decoded(bytes)
  const exceeded = exceededIn(text, LIMITS)
  if (exceeded !== undefined) throw unreadable(file, `${part}: ${exceeded}`)
  const root: OpenNode = { name: '', attributes: {}, children: [] }
  const open = [root]
  let within = 0
  const close = (node: Node, parent: OpenNode): void => {
    if (node.name === taking?.name && --within === 0) taking.take(parent.children.pop() as Node)
  }
  for (let at = 0; ; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(text)
    if (!token) {
      if (at < text.length) throw malformed(text, at, part, file)
      break
    }
    const [whole, closing, name, attributes, alone, data] = token
    const parent = open.at(-1)!
    if (name === undefined) {
      if (data !== undefined) parent.children.push(data)
      else if (whole[0] !== '<') addText(parent, whole, () => malformed(text, at, part, file))
      continue
    }
    if (closing) {
      const closed = open.length === 1 ? undefined : open.pop()!
      if (closed?.written !== name) throw malformed(text, at, part, file)
      close(closed, open.at(-1)!)
      TOKEN.lastIndex = at + whole.length
      continue
    }
    const node = { written: name, name: localName(name), attributes: attributesIn(attributes!), children: [] }
    parent.children.push(node)
    if (node.name === taking?.name) within++
    if (alone) close(node, parent)
    else open.push(node)
    TOKEN.lastIndex = at + whole.length
  }
  const element = root.children.find((child) => typeof child !== 'string')
  if (open.length > 1 || !element) throw malformed(text, text.length, part, file)
  return element
}

interface OpenNode extends Node {
  readonly written?: string
  readonly children: (Node | string)[]
}

function addText(parent: OpenNode, written: string, wrong: () => Error): void {
  parent.children.push(written.includes('&') ? resolved(written, wrong) : written)
}

const NO_ATTRIBUTES: Node['attributes'] = {}

/** Attributes by how they are written: a table has the same few thousands of times. */
const KNOWN = new Map<string, Node['attributes']>()
const KNOWN_AT_MOST = 1000

function attributesIn(written: string): Node['attributes'] {
  if (!written.includes('=')) return NO_ATTRIBUTES
  const known = KNOWN.get(written)
  if (known) return known
  const found: Record<string, string> = Object.create(null) as Record<string, string>
  for (const [, name, one, other] of written.matchAll(ATTRIBUTE)) found[localName(name!)] = resolved(one ?? other!)
  if (KNOWN.size < KNOWN_AT_MOST && written.length < 200) KNOWN.set(written, found)
  return found
}

function resolved(written: string, wrong?: () => Error): string {
  if (!written.includes('&')) return written
  return written.replaceAll(REFERENCE, (reference, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? reference
    const point = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
    if (point <= 0x10_ffff) return String.fromCodePoint(point)
    if (wrong) throw wrong()
    return reference
  })
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Parts are in UTF-8 or UTF-16 (ISO/IEC 29500-2, 8.1.4). Line ends are one (XML 1.0, 2.11). */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  const text = new TextDecoder(encoding).decode(bytes)
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
}

function malformed(text: string, at: number, part: string, file: string): Error {
  const found = /<!(?:DOCTYPE|ENTITY)/i.exec(text.slice(at, at + 10)) ? `<!DOCTYPE in ${part}` : `${part}, sign ${at + 1}`
  return unreadable(file, found)
}

/** Children with a name. */
export function childrenOf(node: Node | undefined, name: string): Node[] {
  return (node?.children ?? []).filter((child): child is Node => typeof child !== 'string' && child.name === name)
}

/** The first child of a name, or of a path of names. */
export function childOf(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  return path.reduce<Node | undefined>((parent, name) => childrenOf(parent, name)[0], node)
}

/** All text in a node. */
export function textIn(node: Node | string): string {
  return typeof node === 'string' ? node : node.children.map(textIn).join('')
}

/** All nodes of a name in a node, in order, but for those within each other. */
export function nodesIn(node: Node, name: string): Node[] {
  return node.children.flatMap((child) => (typeof child === 'string' ? [] : child.name === name ? [child] : nodesIn(child, name)))
}

/** A text as XML has it, in elements and attributes alike. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"\r]/g, (sign) => ESCAPES[sign]!)
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#xD;' }
