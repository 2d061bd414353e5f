import type { Element, Root } from 'hast'
import { WITHIN } from '../item-marks.ts'
import { elementsWithin, h, isTag, replaceChild } from './nodes.ts'

/**
 * Puts what goes on with an item of a list into it, in place: tables, which carry how deep they stand, and the lists that were begun anew
 * after them.
 */
export function continueItems(root: Root): void {
  for (const parent of [root, ...elementsWithin(root).map(({ element }) => element)])
    if (parent.children.some((child) => isList(child as Element))) parent.children = joined(parent.children as Element['children'])
  for (const { element, around } of elementsWithin(root)) if (isMark(element)) replaceChild(around.at(-1)!, element, ...element.children)
}

function joined(children: Element['children']): Element['children'] {
  const made: Element['children'] = []
  let last: Element | undefined
  let isParted = false
  for (const child of children) {
    const depth = isTag(child, 'table') ? depthOf(child) : undefined
    const item = last && depth !== undefined ? itemAt(last, depth) : undefined
    if (item) {
      item.children.push(child)
      isParted = true
    } else if (isList(child) && last && (isParted || goesOn(child.children[0]))) {
      const left = addTo(last, child)
      if (left) made.push((last = left))
    } else {
      made.push(child)
      if (isList(child)) [last, isParted] = [child, false]
      else if (child.type !== 'text' || child.value.trim() !== '') last = undefined
    }
  }
  return made
}

/** Adds the items of a list to the one that it goes on with. Returns those of another kind, as a list of their own. */
function addTo(list: Element, more: Element): Element | undefined {
  const [first, ...others] = more.children
  const last = list.children.findLast((child) => isTag(child, 'li'))
  const isMore = last !== undefined && isTag(first, 'li') && goesOn(first)
  if (isMore) addToItem(last, first)
  const items = isMore ? others : more.children
  if (items.length === 0) return undefined
  if (list.tagName !== more.tagName) return h(more.tagName, more.properties, ...items)
  list.children.push(...items)
  return undefined
}

function addToItem(item: Element, { children: [first, ...others] }: Element): void {
  const last = item.children.at(-1)
  const left = isList(first) && isList(last) ? addTo(last, first) : first
  item.children.push(...(left ? [left] : []), ...others)
}

/** True for an item that has no words of its own before a list, or whose words go on with those of another. */
function goesOn(item: Element['children'][number] | undefined): boolean {
  if (!isTag(item, 'li')) return false
  const [first] = item.children
  return isTag(first) && (isList(first) || (isTag(first, 'p', 'pre', 'blockquote') && depthOf(first) !== undefined))
}

/** The item at a depth that stands last. */
function itemAt(list: Element, depth: number): Element | undefined {
  const item = list.children.findLast((child) => isTag(child, 'li'))
  const inner = isTag(item) && depth > 1 ? item.children.findLast((child) => isList(child)) : undefined
  return isList(inner) ? itemAt(inner, depth - 1) : item
}

/** The depth that a block carries with its first words. */
function depthOf(block: Element): number | undefined {
  const [first] = elementsWithin(block).flatMap(({ element }) => (isMark(element) ? [element] : []))
  return first && Number(String(first.properties['id']).slice(WITHIN.length))
}

function isMark({ tagName, properties }: Element): boolean {
  return tagName === 'a' && typeof properties['id'] === 'string' && properties['id'].startsWith(WITHIN)
}

function isList(node: Element['children'][number] | undefined): node is Element {
  return isTag(node, 'ul', 'ol')
}
