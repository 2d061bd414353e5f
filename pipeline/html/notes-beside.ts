import type { Element, ElementContent, Nodes } from 'hast'
import { toString } from 'mdast-util-to-string'

/** What a note beside the text is made of, since it stands in a line of it; one that is made of more stands at the end alone. */
const INLINE = new Set('a abbr b br cite code del em i ins kbd p q s samp span strong sub sup var wbr'.split(' '))

/** About how many pixels of height a sign takes, and a block or a note more than its signs, in the sizes that the style gives them. */
const HEIGHTS = { text: 0.4, block: 30, note: 0.63, gap: 25 } as const
/** How far below its call a note stands at most, where those before it fill the margin: a few lines less than a screen. */
const FARTHEST = 600
const BLOCKS = new Set(['p', 'li', 'tr', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'dd', 'figcaption'])

/** How far text and margin go, in pixels from the beginning, as far as can be told before a browser lays them out. */
interface Reach {
  text: number
  margin: number
}

/**
 * Puts a copy of each note beside its call, for a window that has a margin, in place. It is for the eye alone: who is read
 * to, or goes by keys, finds the notes where they are, at the end.
 */
export function setNotesBeside(tree: Nodes): void {
  if (!('children' in tree)) return
  const notes = new Map(itemsOf(tree).map((item) => [`#${String(item.properties['id'])}`, item]))
  if (notes.size > 0) tree.children = placed(tree.children as ElementContent[], notes, { text: 0, margin: 0 })
}

/** The notes at the end. */
function itemsOf(tree: Nodes): Element[] {
  if (!('children' in tree)) return []
  if (!isNotes(tree)) return tree.children.flatMap(itemsOf)
  return tree.children.flatMap((list) =>
    'children' in list ? list.children.filter((item) => item.type === 'element' && item.tagName === 'li') : [],
  ) as Element[]
}

function isNotes(node: Nodes): boolean {
  return node.type === 'element' && node.properties['dataFootnotes'] !== undefined
}

/** Whether what is called in an element has no margin beside it: a note stands before it then. */
function hasNoMargin(element: Element): boolean {
  return element.tagName === 'figure' || hasClass(element, 'table-box')
}

function hasClass({ properties }: Element, name: string): boolean {
  return [properties['className']].flat().includes(name)
}

/**
 * @param notes those that stand beside no call yet
 * @param before takes the notes of what has no margin
 */
function placed(children: readonly ElementContent[], notes: Map<string, Element>, reach: Reach, before?: Element[]): ElementContent[] {
  return children.flatMap((child) => {
    if (child.type === 'text') reach.text += child.value.length * HEIGHTS.text
    if (child.type !== 'element' || isNotes(child)) return [child]
    if (BLOCKS.has(child.tagName)) reach.text += HEIGHTS.block
    const called: Element[] = []
    const isApart = hasNoMargin(child)
    child.children = placed(child.children, notes, reach, before ?? (isApart ? called : undefined))
    const note = noteOf(child, notes, reach)
    if (isApart || !note) return [...called, child]
    if (!before) return [child, note]
    before.push(note)
    return [child]
  })
}

/** What stands beside a call; nothing where it is no call, or its note stands beside another or at the end alone. */
function noteOf({ tagName, children: [call] }: Element, notes: Map<string, Element>, reach: Reach): Element | undefined {
  if (tagName !== 'sup' || call?.type !== 'element' || call.properties['dataFootnoteRef'] === undefined) return undefined
  const address = String(call.properties['href'])
  const item = notes.get(address)
  const top = Math.max(reach.text, reach.margin)
  if (!item || !isInline(item.children) || top - reach.text > FARTHEST) return undefined
  notes.delete(address)
  reach.margin = top + toString(item).length * HEIGHTS.note + HEIGHTS.gap
  const number: Element = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['note-number'] },
    children: [{ type: 'text', value: toString(call) }],
  }
  const { lang } = item.properties
  const properties = { className: ['note-beside'], ariaHidden: 'true', ...(lang !== undefined && { lang }) }
  return { type: 'element', tagName: 'span', properties, children: [number, { type: 'text', value: ' ' }, ...copied(item.children)] }
}

function isInline(children: readonly ElementContent[]): boolean {
  return children.every(
    (child) => child.type !== 'element' || (INLINE.has(child.tagName) && !hasClass(child, 'missing-picture') && isInline(child.children)),
  )
}

/** A copy without names, which are of one element each, without the way back, and without a stop for keys. */
function copied(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return child.value.trim() === '' && child.value.includes('\n') ? [] : [child]
    if (child.type !== 'element' || child.properties['dataFootnoteBackref'] !== undefined) return []
    const { id: _, ariaDescribedBy: __, ...properties } = child.properties
    if (child.tagName === 'a') properties['tabIndex'] = -1
    if (child.tagName === 'p') properties['className'] = [...(properties['className'] ?? []), 'note-paragraph']
    return [{ ...child, tagName: child.tagName === 'p' ? 'span' : child.tagName, properties, children: copied(child.children) }]
  })
}
