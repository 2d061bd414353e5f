import type { Element, Nodes, Parents, Properties } from 'hast'

/** Makes an element of HTML. */
export function h(tagName: string, properties: Properties, ...children: Element['children']): Element {
  return { type: 'element', tagName, properties, children }
}

export function isTag<Name extends string>(node: Nodes | undefined, ...names: readonly Name[]): node is Element & { tagName: Name } {
  return node?.type === 'element' && (names.length === 0 || (names as readonly string[]).includes(node.tagName))
}

/** The text in an element as it is written. Line breaks are spaces. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (isTag(node, 'br')) return ' '
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** An element with those around it, the outermost first. */
export interface Placed {
  readonly element: Element
  readonly around: readonly Parents[]
}

/** Lists all elements in a tree in order, as it is now. */
export function elementsWithin(node: Nodes, around: readonly Parents[] = []): Placed[] {
  if (!('children' in node)) return []
  const own = [...around, node]
  return node.children.flatMap((child) =>
    child.type === 'element' ? [{ element: child, around: own }, ...elementsWithin(child, own)] : [],
  )
}

/** Property of a quotation that is a callout: its kind. */
export const ALERT = 'dataAlert'

/** Names of a place: an id, or what the attribute `name` of a link says. */
export function namesOf({ properties, tagName }: Element): string[] {
  return [properties['id'], tagName === 'a' ? properties['name'] : undefined].filter((name): name is string => typeof name === 'string')
}

/** Replaces a child by others. */
export function replaceChild(parent: Parents, child: Element, ...others: Element['children']): void {
  const children = parent.children as Element['children']
  const at = children.indexOf(child)
  if (at >= 0) children.splice(at, 1, ...others)
}

export function classesOf({ properties }: Element): readonly string[] {
  const names = properties['className']
  return Array.isArray(names) ? names.map(String) : []
}
