import type { Element, Root } from 'hast'
import { elementsWithin, h, isTag } from './nodes.ts'

/** Elements that hold words themselves. */
const HOLDERS: ReadonlySet<string> = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'p',
  'li',
  'dt',
  'dd',
  'td',
  'th',
  'figcaption',
  'caption',
])

/** Puts an empty link where a link of the page leads to, in place: blocks lose their ids. A section’s place is at its first words. */
export function markPlaces(root: Root): void {
  const all = elementsWithin(root)
  const wanted = new Set(all.flatMap(({ element: { properties } }) => targetOf(properties['href'])))
  for (const { element } of all) {
    const { id } = element.properties
    if (typeof id !== 'string' || !wanted.has(id) || isTag(element, 'a')) continue
    holderIn(element)?.children.unshift(h('a', { id }))
  }
}

function targetOf(href: unknown): string[] {
  if (typeof href !== 'string' || !href.startsWith('#')) return []
  try {
    return [href.slice(1), decodeURIComponent(href.slice(1))]
  } catch {
    return [href.slice(1)]
  }
}

/** The first block with words of its own, of an element and all in it. */
function holderIn(element: Element): Element | undefined {
  if (HOLDERS.has(element.tagName)) return element
  for (const child of element.children) {
    const found = isTag(child) ? holderIn(child) : undefined
    if (found) return found
  }
  return undefined
}
