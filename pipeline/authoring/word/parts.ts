import type { Element, ElementContent, Nodes } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import type { Archive } from './archive.ts'
import { usePrefixes } from './namespaces.ts'
import { exceededIn, type XmlLimits } from '../../files/xml-shape.ts'
import { unusable } from '../refusals.ts'
import { wording, type Words } from '../../wording.ts'

/** Limits of a part. Word nests some thirty elements, and gives one some twenty attributes; a thousand pages take a million tags. */
const LIMITS: XmlLimits = { depth: 400, tags: 2_000_000, attributes: 1000, text: 1_000_000 }
/** Most paragraphs of a part: a thousand pages have some ten thousand. */
const PARAGRAPHS = 20_000

/**
 * Parses a part of an office file. Returns nothing if there is none.
 * @returns its root element
 * @throws Failure for a part that is no XML, declares entities or a type (ISO/IEC 29500-2, 8.1.4), or is too large for its parser
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
  const paragraphs = text.match(/<\w+:p[\s/>]/g)?.length ?? 0
  const exceeded = paragraphs > PARAGRAPHS ? wording`${{ count: paragraphs }} paragraphs` : exceededIn(text, LIMITS)
  if (exceeded !== undefined) throw oversized(file, wording`${{ part: path }}: ${{ exceeded }}`)
  try {
    const root = fromXml(text).children.find((node) => node.type === 'element')
    if (root) usePrefixes(root)
    return root
  } catch (error) {
    throw unusable(file, {
      message: 'A part of this file is damaged.',
      found: `${path}: ${error instanceof Error ? error.message.split('\n')[0] : ''}`,
      remedy: 'Open it in Word or LibreOffice, save it under another name, and try that file.',
    })
  }
}

function oversized(file: string, found: Words): Error {
  return unusable(file, {
    message: 'A part of this file is larger, or nested more deeply, than a document can be.',
    found,
    expected: `at most ${PARAGRAPHS} paragraphs, as word processors write them`,
    remedy: 'Part the document in several, or copy its text into a new one; save that, and try again.',
  })
}

/** Parts are in UTF-8 or UTF-16 (ISO/IEC 29500-2, 8.1.4). */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
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
