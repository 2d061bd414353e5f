import type { Element, Nodes } from 'xast'
import { unwritableSign } from './writable.ts'
import { childOf, childrenOf, localName } from './xml.ts'

/** What a code of the source stands for, at its beginning and its end. */
interface CodeText {
  start?: string | undefined
  end?: string | undefined
}

/** What the inline codes of a unit stand for. */
export interface CodeTexts {
  /** By the id of the original data. */
  readonly data: ReadonlyMap<string, string>
  /** By the id of the code in the source, for tools that keep nothing else of it in the translation. */
  readonly byId: ReadonlyMap<string, CodeText>
}

/** @param segments of the unit @param lost takes codes within the original data that stand for nothing */
export function codesOf(unit: Element, segments: readonly Element[], lost: Element[]): CodeTexts {
  const written = childrenOf(childOf(unit, 'originalData') ?? unit, 'data')
  const none: CodeTexts = { data: new Map(), byId: new Map() }
  const data = new Map(written.map((each) => [each.attributes['id'] ?? '', textWithin(each, none, lost)]))
  const byId = new Map<string, CodeText>()
  const visit = (node: Element): void => {
    const { id = '', startRef = '', dataRef = '', dataRefStart = '', dataRefEnd = '' } = node.attributes as Record<string, string>
    switch (localName(node)) {
      case 'ph':
      case 'sc':
        byId.set(id, { ...byId.get(id), start: data.get(dataRef) })
        break
      case 'ec':
        byId.set(startRef || id, { ...byId.get(startRef || id), end: data.get(dataRef) })
        break
      case 'pc':
        byId.set(id, { start: data.get(dataRefStart), end: data.get(dataRefEnd) })
    }
    for (const child of node.children) if (child.type === 'element') visit(child)
  }
  for (const segment of segments) childrenOf(segment, 'source').forEach(visit)
  return { data, byId }
}

/** A text with its codes in their places. @param lost takes those that stand for nothing */
export function textWithin(node: Nodes, codes: CodeTexts, lost: Element[] = []): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value
  if (node.type !== 'element') return ''
  const codeOf = (reference: string, side: keyof CodeText): string => {
    const { id = '', startRef = '', copyOf = '' } = node.attributes as Record<string, string>
    const known = [startRef, id, copyOf].map((each) => codes.byId.get(each)?.[side]).find((each) => each !== undefined)
    const code = codes.data.get(node.attributes[reference] ?? '') ?? known
    if (code === undefined) lost.push(node)
    return code ?? ''
  }
  const within = (): string => node.children.map((child) => textWithin(child, codes, lost)).join('')
  switch (localName(node)) {
    case 'ph':
    case 'sc':
      return codeOf('dataRef', 'start')
    case 'ec':
      return codeOf('dataRef', 'end')
    case 'pc':
      return codeOf('dataRefStart', 'start') + within() + codeOf('dataRefEnd', 'end')
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
