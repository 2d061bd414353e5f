import { exceededIn, type XmlLimits } from '../../files/xml-shape.ts'
import { unreadable } from './table-errors.ts'
import { wording } from '../../wording.ts'

/** An element of an office file. Prefixes are left out: only tables and their words are looked at, in which no two names are alike. */
export interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Node | string)[]
}

/** Limits of a part: office programs nest some thirty elements, and a cell of Excel has 32,767 signs. */
const LIMITS: XmlLimits = { depth: 400, tags: 1_500_000, attributes: 1000, text: 1_000_000 }
/** Of a part beside the table: five thousand comments take some hundred thousand tags. */
const LIMITS_BESIDE: XmlLimits = { ...LIMITS, tags: 200_000 }

/** A tag with its attributes as they are written. A name is whole: one that is parted anywhere would be tried at each of its letters. */
const TAG = /<([^\s/>!?<"'=]+)(?=[\s/>])((?:[^<>"'/]|"[^"<]*"|'[^'<]*'|\/(?!>))*)(\/?)>/y
const CLOSING = /^([^\s/>!?<"'=]+)\s*$/
const ATTRIBUTE = /(?<![^\s"'])([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));|&/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Elements that are handed over as soon as they are whole, the outermost of a name, and are no part of the tree. */
export interface Taking {
  readonly name: string
  readonly take: (node: Node) => void
  /** An element that never holds another of its name, and is left out: a table may have it in each cell. */
  readonly leaving?: string
}

/**
 * Parses a part of an office file. It knows no entities but XML’s own five. A table of five thousand rows is read in a fourth of the
 * time that `fromXml` takes, which notes where everything stands.
 * @param part its path, for messages
 * @param taking rows of a long table: what is not kept costs no memory, nor the time to look through it; other parts are shorter
 * @throws Failure for a part that is no XML, declares a type or entities (ISO/IEC 29500-2, 8.1.4), or is too large
 */
export function parseOfficeXml(bytes: Uint8Array, part: string, file: string, taking?: Taking): Node {
  const text = decoded(bytes)
  const exceeded = exceededIn(text, taking ? LIMITS : LIMITS_BESIDE)
  if (exceeded !== undefined) throw unreadable(file, wording`${{ part }}: ${{ exceeded }}`)
  const wrong = (at: number): Error => malformed(text, at, part, file)
  const root: OpenNode = { written: '', name: '', attributes: NO_ATTRIBUTES, children: [] }
  const open = [root]
  let parent = root
  let within = 0
  let at = 0
  const handOver = (): void => {
    if (--within === 0) taking!.take(parent.children.pop() as Node)
  }
  for (let next = text.indexOf('<'); next >= 0; next = text.indexOf('<', at)) {
    if (next > at) addText(parent, text.slice(at, next), () => wrong(at))
    at = next
    const sign = text[at + 1]
    if (sign === '!' || sign === '?') {
      const aside = ASIDE.find(([begins]) => text.startsWith(begins, at))
      const end = aside ? text.indexOf(aside[1], at + aside[0].length) : -1
      if (!aside || end < 0) throw wrong(at)
      if (aside === DATA) parent.children.push(text.slice(at + aside[0].length, end))
      at = end + aside[1].length
      continue
    }
    const end = text.indexOf('>', at)
    if (sign === '/') {
      const name = text.slice(at + 2, end)
      const closed = end < 0 || open.length === 1 ? undefined : open.pop()!
      if (closed === undefined || (closed.written !== name && closed.written !== CLOSING.exec(name)?.[1])) throw wrong(at)
      parent = open.at(-1)!
      if (closed.name === taking?.name) handOver()
      at = end + 1
      continue
    }
    const tag = KNOWN.get(text.slice(at + 1, end)) ?? tagAt(text, at)
    if (tag === undefined) throw wrong(at)
    if (tag.name === taking?.leaving && !tag.isAlone) {
      const closing = `</${tag.written}>`
      const closes = text.indexOf(closing, at)
      if (closes < 0) throw wrong(at)
      at = closes + closing.length
      continue
    }
    const node = { written: tag.written, name: tag.name, attributes: tag.attributes, children: [] }
    parent.children.push(node)
    at += tag.length
    if (node.name === taking?.name) within++
    if (!tag.isAlone) open.push((parent = node))
    else if (node.name === taking?.name) handOver()
  }
  if (at < text.length) addText(parent, text.slice(at), () => wrong(at))
  const element = root.children.find((child) => typeof child !== 'string')
  if (open.length > 1 || !element) throw wrong(text.length)
  return element
}

/** What is no element: a CDATA section is text, what a comment or an instruction says is left out. */
const DATA = ['<![CDATA[', ']]>'] as const
const ASIDE = [['<!--', '-->'], DATA, ['<?', '?>']] as const

interface OpenNode extends Node {
  readonly written: string
  readonly children: (Node | string)[]
}

interface Tag extends Omit<OpenNode, 'children'> {
  readonly length: number
  readonly isAlone: boolean
}

/** Tags by how they are written: a table has the same few thousands of times. */
const KNOWN = new Map<string, Tag>()
const KNOWN_AT_MOST = 1000

function tagAt(text: string, at: number): Tag | undefined {
  TAG.lastIndex = at
  const [whole, written, attributes, alone] = TAG.exec(text) ?? []
  if (whole === undefined) return undefined
  const tag = {
    written: written!,
    name: localName(written!),
    attributes: attributesIn(attributes!),
    isAlone: alone !== '',
    length: whole.length,
  }
  if (KNOWN.size < KNOWN_AT_MOST && whole.length < 200) KNOWN.set(whole.slice(1, -1), tag)
  return tag
}

function addText(parent: OpenNode, written: string, wrong: () => Error): void {
  parent.children.push(written.includes('&') ? resolved(written, wrong) : written)
}

const NO_ATTRIBUTES: Node['attributes'] = {}

function attributesIn(written: string): Node['attributes'] {
  if (!written.includes('=')) return NO_ATTRIBUTES
  const found: Record<string, string> = Object.create(null) as Record<string, string>
  for (const [, name, one, other] of written.matchAll(ATTRIBUTE)) found[localName(name!)] = resolved(one ?? other!)
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
  const found = /<!(?:DOCTYPE|ENTITY)/i.exec(text.slice(at, at + 10))
    ? wording`<!DOCTYPE in ${{ part }}`
    : wording`${{ part }}, sign ${{ count: at + 1 }}`
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
