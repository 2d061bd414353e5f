import type { Element, Root } from 'hast'
import { classesOf, elementsWithin, h, isTag, namesOf, replaceChild, textOf, type Placed } from './nodes.ts'

/** Property of the span that stands for a reference to a note: its label. Blanks around a span are kept. */
export const REFERENCE = 'dataNote'
/** What stands in that span: the blanks on both sides of an empty one would become one. */
export const SIGN = { type: 'text', value: '\u2060' } as const
/** Name of the element that holds a note. */
export const NOTE = 'note-text'

/** What a reference to a note looks like: a number, a letter or a sign, with or without brackets. */
const MARK = /^[[(]?(?:\p{N}{1,4}|[a-z]{1,4}|[*†‡§¶↑↩]+)[\])]?[.:]?$/iu
/** Elements that hold a note. */
const HOLDERS = ['li', 'aside', 'div', 'section', 'p', 'dd']

/**
 * Finds notes, in place: a short link whose target holds a link back to it. Word, LibreOffice, Google Docs and mammoth all write
 * them so. Notes go to the end of the tree, in the order of their references.
 */
export function takeNotes(root: Root): void {
  const all = elementsWithin(root)
  const places = new Map(all.flatMap(({ element, around }) => namesOf(element).map((name) => [name, { element, around }] as const)))
  // A page of links would else be searched anew for each of them.
  const links = Map.groupBy(all.filter(({ element }) => isTag(element, 'a')), ({ element }) => fragmentOf(element)) // prettier-ignore
  const replaced = new Set<Element>()
  const labels = new Map<Element, string>()
  const notes: Element[] = []
  const before = all.filter(({ element }) => element.tagName === NOTE).length
  const holders = new Map<string, Placed>()
  for (const { element, around } of all) {
    const name = fragmentOf(element)
    const target = isTag(element, 'a') && !replaced.has(element) && isMark(element) ? places.get(name) : undefined
    if (!target) continue
    const back = namesAround({ element, around }).flatMap((each) => links.get(each) ?? []).filter((each) => !replaced.has(each.element)) // prettier-ignore
    const holder = holders.get(name) ?? holderOf(target, back)
    // A note’s own link back leads to its reference, and is none. One that leads to another note is a reference.
    if (!holder || around.includes(holder.element) || (!holders.has(name) && around.some((each) => isTag(each) && labels.has(each)))) continue // prettier-ignore
    const label = labels.get(holder.element) ?? String(before + labels.size + 1)
    holders.set(name, holder)
    if (!labels.has(holder.element)) {
      labels.set(holder.element, label)
      // A note has a link back to each of its references.
      const every = (links.get(name) ?? []).filter((each) => isMark(each.element)).flatMap((each) => namesAround(each).flatMap((own) => links.get(own) ?? [])) // prettier-ignore
      for (const each of linksBack(holder.element, every)) replaced.add(each.element)
      notes.push(h(NOTE, { label }, ...withoutLinksBack(holder.element, every)))
    }
    replaced.add(element)
    const sup = around.at(-1)
    const [outer, parent] =
      isTag(sup, 'sup') && textOf(sup).trim() === textOf(element).trim() ? [sup, around.at(-2)!] : [element, around.at(-1)!]
    replaceChild(parent, outer, h('span', { [REFERENCE]: label }, SIGN))
  }
  for (const { element, around } of all) if (labels.has(element)) replaceChild(around.at(-1)!, element)
  for (const { element, around } of all) if (isLeftOver(element)) replaceChild(around.at(-1)!, element)
  root.children.push(...notes)
}

function isMark(link: Element): boolean {
  return MARK.test(textOf(link).trim())
}

/** Names of a reference: its own, and those of the signs around it. */
function namesAround({ element, around }: Placed): string[] {
  return [element, ...around.filter((each) => isTag(each, 'sup', 'span'))].flatMap((each) => (isTag(each) ? namesOf(each) : []))
}

/** True for the section of a page’s notes that has but its heading left. */
function isLeftOver(element: Element): boolean {
  if (!isTag(element, 'section', 'div')) return false
  if (element.properties['dataFootnotes'] === undefined && !classesOf(element).includes('footnotes')) return false
  return element.children.every((child) => (isTag(child) ? /^h[1-6r]$/.test(child.tagName) || textOf(child).trim() === '' : child.type !== 'text' || child.value.trim() === '')) // prettier-ignore
}

function fragmentOf({ properties: { href } }: Element): string {
  return typeof href === 'string' && href.startsWith('#') ? href.slice(1) : ''
}

/** The block of a note: the smallest around the target that has a link back, and the one around it if that has nothing else. */
function holderOf({ element, around }: Placed, back: readonly Placed[]): Placed | undefined {
  const blocks = [...around, element].flatMap((each, index) => (isTag(each, ...HOLDERS) ? [{ element: each, around: around.slice(0, index) }] : [])) // prettier-ignore
  const inner = blocks.findLast((each) => linksBack(each.element, back).length > 0)
  if (!inner) return undefined
  const outer = blocks[blocks.indexOf(inner) - 1]
  const isNote = outer !== undefined && isTag(outer.element, 'li', 'aside', 'div') && namesOf(outer.element).length > 0
  return isNote && !holdsOthers(outer.element, inner.element) ? outer : inner
}

/** True if an element holds further blocks that begin with a link of a note’s mark. */
function holdsOthers(outer: Element, inner: Element): boolean {
  return outer.children.some((child) => isTag(child) && child !== inner && elementsWithin(child).some(({ element }) => isTag(element, 'a') && MARK.test(textOf(element).trim()))) // prettier-ignore
}

/** Those of some links that stand in an element. */
function linksBack(holder: Element, links: readonly Placed[]): Placed[] {
  return links.filter(({ around }) => around.includes(holder))
}

function withoutLinksBack(holder: Element, links: readonly Placed[]): Element['children'] {
  for (const { element, around } of linksBack(holder, links)) {
    const parent = around.at(-1)!
    if (isTag(parent, 'sup')) replaceChild(around.at(-2)!, parent)
    else replaceChild(parent, element)
    // Wikipedia has an arrow before several.
    if (isTag(parent, 'span') && /^[\s^↑]+$/.test(textOf(parent))) replaceChild(around.at(-2)!, parent)
  }
  return isTag(holder, 'p') ? [holder] : holder.children
}
