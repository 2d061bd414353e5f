import type { Element, ElementContent, Nodes } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import type { Archive } from './archive.ts'
import { usePrefixes } from './namespaces.ts'
import { unusable } from '../refusals.ts'

/** Limit of elements in each other. Word nests some thirty. */
const DEEPEST = 400

/**
 * Parses a part of an office file. Returns nothing if there is none.
 * @returns its root element
 * @throws Failure for a part that is no XML, declares entities or a type (ISO/IEC 29500-2, 8.1.4), or nests too deeply
 */
export function parsePart(archive: Archive, path: string, file: string): Element | undefined {
  const bytes = archive.get(path)
  if (!bytes) return undefined
  const text = textOf(bytes)
  if (/<!DOCTYPE|<!ENTITY/i.test(text))
    throw unusable(file, {
      message: 'This file declares entities, as no word processor does; it was not read.',
      found: `<!DOCTYPE in ${path}`,
      remedy: 'Do not trust this file. Ask its author to save the document anew in Word or LibreOffice.',
    })
  if (deepest(text) > DEEPEST) throw nested(file, path)
  try {
    const root = fromXml(text).children.find((node) => node.type === 'element')
    if (root) usePrefixes(root)
    return root
  } catch (error) {
    if (error instanceof RangeError) throw nested(file, path)
    throw unusable(file, {
      message: 'A part of this file is damaged.',
      found: `${path}: ${error instanceof Error ? error.message.split('\n')[0] : ''}`,
      remedy: 'Open it in Word or LibreOffice, save it under another name, and try that file.',
    })
  }
}

function nested(file: string, path: string): Error {
  return unusable(file, {
    message: 'A part of this file is nested more deeply than any word processor writes.',
    found: path,
    remedy: 'Copy the text into a new document, save that, and try again.',
  })
}

/** Parts are in UTF-8 or UTF-16 (ISO/IEC 29500-2, 8.1.4). */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** Greatest depth of tags, without parsing them: a parser would overflow its stack. */
function deepest(text: string): number {
  let [depth, most] = [0, 0]
  for (const [tag] of text.matchAll(/<(?:[^<>"'!?]|"[^"]*"|'[^']*')+>/g)) {
    if (tag.startsWith('</')) depth--
    else if (!tag.endsWith('/>')) most = Math.max(most, ++depth)
  }
  return most
}

/** All elements of some names in an element, in order. */
export function* elementsIn(node: Nodes, ...names: readonly string[]): Generator<Element> {
  if (!('children' in node)) return
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (names.length === 0 || names.includes(child.name)) yield child
    yield* elementsIn(child, ...names)
  }
}

/** The first child of a name, or of a path of names. */
export function childOf(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((parent, name) => parent?.children.find((node) => isElement(node, name)), element)
}

export function isElement(node: ElementContent | Nodes | undefined, name?: string): node is Element {
  return node?.type === 'element' && (name === undefined || node.name === name)
}

/** Value of the attribute `w:val` of a child. */
export function valueOf(element: Element | undefined, ...path: readonly string[]): string | undefined {
  return childOf(element, ...path)?.attributes['w:val'] ?? undefined
}

/** True for a property that is there and not switched off (ISO/IEC 29500-1, 17.17.4). Absent if it is not there. */
export function isOn(element: Element | undefined, name: string): boolean | undefined {
  const found = childOf(element, name)
  return found && !['false', '0', 'off', 'none'].includes(found.attributes['w:val'] ?? 'true')
}
