import type { Element, Root } from 'hast'
import { elementsWithin, h, isTag, replaceChild, type Placed } from './nodes.ts'

/** Elements that hold words, or a picture, themselves. */
const HOLDERS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'li', 'dt', 'dd', 'td', 'th', 'figcaption', 'caption', 'summary']) // prettier-ignore

/** Elements within a block’s words: a place is before them. */
const PHRASES: ReadonlySet<string> = new Set(['span', 'img', 'sup', 'sub', 'b', 'strong', 'em', 'i', 'u', 'code', 'mark', 'cite', 'abbr', 'small', 'label', 'input', 'button', 'font', 'del', 'ins', 'q', 'kbd']) // prettier-ignore

/**
 * Puts an empty link where a link of the page leads to, in place: blocks lose their ids. A section’s place is at its first words, and
 * that of what has none is at the next words of the page.
 */
export function markPlaces(root: Root): void {
  const all = elementsWithin(root)
  const wanted = new Set(all.flatMap(({ element: { properties } }) => targetOf(properties['href'])))
  const following = holdersAfter(all)
  for (const [at, { element, around }] of all.entries()) {
    const { id } = element.properties
    if (typeof id !== 'string' || !wanted.has(id)) continue
    // The first of a name is the place (HTML, “find a potential indicated element”).
    wanted.delete(id)
    if (isTag(element, 'a')) continue
    const place = h('a', { id })
    const parent = around.at(-1)!
    const link = around.findLastIndex((each) => isTag(each, 'a'))
    if (link > 0) replaceChild(around[link - 1]!, around[link] as Element, place, around[link] as Element)
    else if (PHRASES.has(element.tagName)) replaceChild(parent, element, place, element)
    else if (isTag(element, 'div', 'blockquote') && element.children.some((child) => child.type === 'text' && child.value.trim() !== ''))
      element.children.unshift(place) // prettier-ignore
    else (holderIn(element) ?? following[at])?.children.unshift(place)
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

/** After each element the next block with words, whatever is around it. */
function holdersAfter(all: readonly Placed[]): (Element | undefined)[] {
  let next: Element | undefined
  return all
    .map((_, index) => all[all.length - 1 - index]!.element)
    .map((element) => {
      const following = next
      if (HOLDERS.has(element.tagName)) next = element
      return following
    })
    .toReversed()
}
