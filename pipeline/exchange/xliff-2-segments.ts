import type { Element, Nodes } from 'xast'
import { unwritableSign } from './writable.ts'
import { childOf, childrenOf, localName } from './xml.ts'

/** What the segments of a unit are together. */
interface Joined {
  readonly source: string
  /** Empty if no segment has a translation. */
  readonly text: string
  /** True if only some of the segments have a translation: the text lacks the words of the others. */
  readonly isPartial: boolean
}

/** Segments of a unit, and what stands between them. */
export function segmentsOf({ children }: Element): Element[] {
  return children.filter((each): each is Element => each.type === 'element' && ['segment', 'ignorable'].includes(localName(each)))
}

/** Joins segments. @param lost takes codes of the translation that stand for nothing */
export function joinedSegments(segments: readonly Element[], codes: ReadonlyMap<string, string>, lost: Element[]): Joined {
  const parts = segments.map((part) => {
    const isSegment = localName(part) === 'segment'
    const [source, own] = [sideOf(part, 'source', codes, []), sideOf(part, 'target', codes, lost)]
    const hasTarget = childOf(part, 'target') !== undefined
    // What stands between segments is the same in every language, unless it is written.
    const text = isSegment || hasTarget ? own : source
    // A segment may be left empty on purpose, its words being in another: its state says so then.
    const isEmptied = hasTarget && (part.attributes['state'] ?? 'initial') !== 'initial'
    return { source, text, isBegun: isSegment && own !== '', isLeft: isSegment && source !== '' && own === '' && !isEmptied }
  })
  const isBegun = parts.some((part) => part.isBegun)
  return {
    source: parts.map(({ source }) => source).join(''),
    text: isBegun ? parts.map(({ text }) => text).join('') : '',
    isPartial: isBegun && parts.some(({ isLeft }) => isLeft),
  }
}

function sideOf(part: Element, name: 'source' | 'target', codes: ReadonlyMap<string, string>, lost: Element[]): string {
  const sides = childrenOf(part, name)
  return sides.map((each) => textWithin(each, codes, lost)).join('')
}

/** A text with its codes in their places. @param lost takes those that stand for nothing */
export function textWithin(node: Nodes, codes: ReadonlyMap<string, string>, lost: Element[] = []): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value
  if (node.type !== 'element') return ''
  const codeOf = (attribute: string): string => {
    const code = codes.get(node.attributes[attribute] ?? '')
    if (code === undefined) lost.push(node)
    return code ?? ''
  }
  const within = (): string => node.children.map((child) => textWithin(child, codes, lost)).join('')
  switch (localName(node)) {
    case 'ph':
    case 'sc':
    case 'ec':
      return codeOf('dataRef')
    case 'pc':
      return codeOf('dataRefStart') + within() + codeOf('dataRefEnd')
    case 'cp':
      return signOf(node, lost)
    default:
      return within()
  }
}

/** The sign of a code point, which XML may not be able to hold. */
function signOf(node: Element, lost: Element[]): string {
  const point = parseInt(node.attributes['hex'] ?? '', 16)
  const sign = point <= 0x10_ffff ? String.fromCodePoint(point) : undefined
  if (sign !== undefined && unwritableSign(sign) === undefined) return sign
  lost.push(node)
  return ''
}
