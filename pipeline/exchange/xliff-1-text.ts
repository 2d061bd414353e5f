import type { Element, Nodes } from 'xast'
import { childrenOf, localName, textIn } from './xml.ts'

/** Codes with what they stand for in them; those that never have it; and the pairs that tools make of one another. */
const CODES: Readonly<Record<string, string>> = { ph: 'ph', x: 'ph', it: 'ph', bpt: 'bpt', bx: 'bpt', ept: 'ept', ex: 'ept' }

/** What the codes of a source stand for, by kind and id. */
export function codesIn(source: Element): Map<string, string> {
  const codes = new Map<string, string>()
  const visit = (node: Element): void => {
    const kind = CODES[localName(node)]
    if (kind === undefined) node.children.filter((child) => child.type === 'element').forEach(visit)
    else if (node.children.length > 0) codes.set(nameOf(node, kind), textIn(node))
  }
  visit(source)
  return codes
}

/** A code of the beginning and one of the end of a pair have one `rid`, or one id. */
function nameOf({ attributes }: Element, kind: string): string {
  return `${kind} ${attributes[kind === 'ph' ? 'id' : 'rid'] ?? attributes['id'] ?? ''}`
}

/**
 * A text with its codes in their places. A code that is empty in a translation stands for what its source has there.
 * @param lost takes those that stand for nothing
 */
export function translationIn(node: Nodes, codes: ReadonlyMap<string, string>, lost: Element[]): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value
  if (node.type !== 'element') return ''
  const kind = CODES[localName(node)]
  if (kind === undefined) return node.children.map((child) => translationIn(child, codes, lost)).join('')
  if (node.children.length > 0) return textIn(node)
  const code = codes.get(nameOf(node, kind))
  if (code === undefined) lost.push(node)
  return code ?? ''
}

/** Tells whether only some of the segments that a tool has made of a unit have a translation. */
export function isPartial(segmented: Element | undefined, target: Element): boolean {
  const translated = new Set(segmentsIn(target).flatMap((each) => (textIn(each).trim() === '' ? [] : [midOf(each)])))
  const all = segmented ? segmentsIn(segmented).filter((each) => textIn(each).trim() !== '') : segmentsIn(target)
  return segmentsIn(target).length > 0 && all.some((each) => !translated.has(midOf(each)))
}

/** Segments within a source or a translation. */
function segmentsIn(node: Element): Element[] {
  const marks = childrenOf(node, 'mrk').filter(({ attributes }) => attributes['mtype'] === 'seg')
  const others = node.children.filter((child): child is Element => child.type === 'element' && !marks.includes(child))
  return [...marks, ...others.flatMap(segmentsIn)]
}

function midOf({ attributes }: Element): string {
  return attributes['mid'] ?? ''
}
