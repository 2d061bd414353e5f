import type { Element } from 'xast'

/** How many elements a browser draws of one picture at most. */
const MOST = 100_000

/**
 * Whether a drawing comes to more than a browser can show in time: each of its elements counts, and what another refers to
 * counts once more, so that ten lines that each repeat the one before ten times are ten thousand million.
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
    // One that refers to itself is not drawn in itself (SVG 2, 5.6).
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

/** The names of the elements that one refers to by its attributes. */
function* referred({ attributes }: Element): Generator<string> {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'href' && value?.trim().startsWith('#')) yield value.trim().slice(1)
    for (const [, id] of value?.matchAll(/url\(\s*["']?#([^"')\s]+)/gi) ?? []) yield id!
  }
}
