import type { VFileMessage } from 'vfile-message'
import type { Element, ElementContent, Nodes, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { exceededIn, type XmlLimits } from '../files/xml-shape.ts'
import { failure, type Failure, type Position } from '../problem.ts'
import type { Words } from '../wording.ts'

/** How much of a content tells its format, in UTF-16 units. */
export const BEGINNING = 4096

/**
 * Limits of a file: tools nest some ten elements, and give one some twenty attributes; some put a whole other file into a text. Five
 * thousand segments take a hundred thousand tags.
 */
const LIMITS: XmlLimits = { depth: 400, tags: 400_000, attributes: 1000, text: 16_000_000 }

/**
 * Parses XML of other programs. It knows no entities but XML’s own five, and reads no other file.
 * @throws Failure for malformed XML, and for a file that declares entities, with the line
 */
export function parseXml(content: string, file: string): Element {
  const doctype = content.indexOf('<!DOCTYPE')
  // A name of a file stands in quotes, in which every sign may be.
  if (doctype >= 0 && /^[^[>]*\[/.test(content.slice(doctype).replaceAll(/"[^"]*"|'[^']*'/g, '')))
    throw declares(file, content.slice(0, doctype).split('\n').length)
  const exceeded = exceededIn(content, LIMITS)
  if (exceeded !== undefined) throw malformed(file, undefined, exceeded)
  return parsed(content, file).children.find((node) => node.type === 'element')!
}

function parsed(content: string, file: string): Root {
  try {
    return fromXml(content)
  } catch (error) {
    const { line = 1, column = 1, cause } = error as VFileMessage
    const [reason = ''] = cause instanceof Error ? cause.message.split(/ \(line|\n/) : []
    throw malformed(file, { line, column }, reason)
  }
}

function malformed(file: string, position: Position | undefined, found: Words): Failure {
  return failure({
    rule: 'exchange',
    file,
    position,
    message: 'This file is no XML that can be read.',
    found,
    expected: 'XML as translators’ tools write it, without entities of its own',
    remedy: 'Save it anew in the tool that it comes from; nothing was taken from it.',
  })
}

function declares(file: string, line: number): Failure {
  return failure({
    rule: 'exchange',
    file,
    position: { line, column: 1 },
    message: 'This file declares entities, which no translator’s tool does.',
    found: '<!DOCTYPE',
    expected: 'XML without declarations',
    remedy: 'Ask who has sent it where it comes from; nothing was taken from it.',
  })
}

/** Makes an element. Attributes without a value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: (ElementContent | string)[]
): Element {
  return {
    type: 'element',
    name,
    attributes: Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined)),
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  }
}

/** An element with each child on a line of its own. `depth` is how deep it stands. */
export function block(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  depth: number,
  children: readonly Element[],
): Element {
  const indent = '  '.repeat(depth)
  return element(name, attributes, ...children.flatMap((child) => [`\n${indent}  `, child]), `\n${indent}`)
}

/** Serializes a document. Law: `parseXml(xmlText(root))` equals the root, white space and all. */
export function xmlText(root: Element, doctype = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}${serialized(root)}\n`
}

function serialized(node: ElementContent): string {
  if (node.type === 'text') return referring(node.value, /[&<>\r]/g)
  if (node.type !== 'element') return ''
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${referring(value ?? '', /[&<>"\t\n\r]/g)}"`)
  const content = node.children.map(serialized).join('')
  return `<${node.name}${attributes.join('')}${content === '' ? '/>' : `>${content}</${node.name}>`}`
}

/** A text with signs as references. `xast-util-to-xml` leaves “>” and carriage returns as they are, and “]]>” is no XML. */
function referring(text: string, signs: RegExp): string {
  return text.replaceAll(signs, (sign) => NAMED[sign] ?? `&#x${sign.codePointAt(0)!.toString(16).toUpperCase()};`)
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Name without its prefix. */
export function localName({ name }: Pick<Element, 'name'>): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Children with a name, whatever their prefix. */
export function childrenOf({ children }: Element, name: string): Element[] {
  return children.filter((child): child is Element => child.type === 'element' && localName(child) === name)
}

export function childOf(parent: Element, name: string): Element | undefined {
  return childrenOf(parent, name)[0]
}

/** All text in a node. */
export function textIn(node: Nodes): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value
  return 'children' in node ? node.children.map(textIn).join('') : ''
}

/** Where a node begins in its file. */
export function positionOf({ position }: Pick<Element, 'position'>): Position {
  return { line: position!.start.line, column: position!.start.column }
}
