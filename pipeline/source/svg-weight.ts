import type { Element } from 'xast'

/** Limit of elements that a browser draws of one picture. */
const MOST = 100_000

/**
 * True if a drawing is too large for browsers. Referenced elements count again at each reference, so that ten lines that each
 * repeat the former ten times make ten thousand million.
 */
export function isTooMuch(root: Element): boolean {
  const named = new Map<string, Element>()
  const gather = (element: Element): void => {
    const { id } = element.attributes
    if (id && !named.has(id)) named.set(id, element)
    for (const child of element.children) if (child.type === 'element') gather(child)
  }
  gather(root)
  const weights = new Map<Element, number>()
  const weigh = (element: Element): number => {
    const known = weights.get(element)
    if (known !== undefined) return known
    // An element that refers to itself is not drawn in itself (SVG 2, 5.6).
    weights.set(element, 1)
    let weight = 1
    for (const child of element.children) if (child.type === 'element') weight += weigh(child)
    for (const name of referred(element)) {
      const other = named.get(name)
      if (other) weight += weigh(other)
    }
    weights.set(element, weight)
    return weight
  }
  return weigh(root) > MOST
}

/** Names that an element’s attributes refer to. */
function* referred({ attributes }: Element): Generator<string> {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'href' && value?.trim().startsWith('#')) yield value.trim().slice(1)
    for (const [, id] of value?.matchAll(/url\(\s*["']?#([^"')\s]+)/gi) ?? []) yield id!
  }
}
