import type { Nodes, PhrasingContent, Root } from 'mdast'
import { visit } from 'unist-util-visit'

const MARKS = ['emphasis', 'strong', 'delete'] as const
type Mark = Extract<PhrasingContent, { type: (typeof MARKS)[number] }>

const isMark = (node: Nodes | undefined): node is Mark => (MARKS as readonly string[]).includes(node?.type ?? '')
const LETTER = /[\p{L}\p{N}]/u

/**
 * Puts the marks of emphasis where Markdown can have them, in place: no blanks at their ends, none empty, one where two of a kind
 * meet, none in headings that are all strong; punctuation outside where a letter follows. Law: the text stays the same.
 */
export function tidyPhrases(tree: Root): void {
  joinTexts(tree)
  visit(tree, (node) => {
    if ('children' in node && node.children.some(isMark)) node.children = arranged(node.children as PhrasingContent[]) as never
  })
  visit(tree, 'table', ({ children: [head] }) => {
    for (const cell of head?.children ?? [])
      cell.children = cell.children.flatMap((child) => (child.type === 'strong' ? child.children : [child]))
  })
  visit(tree, 'heading', (heading) => {
    heading.children = heading.children.flatMap((child) => (child.type === 'strong' ? child.children : [child]))
  })
  joinTexts(tree)
  visit(tree, ['paragraph', 'heading', 'tableCell'], trim)
  visit(tree, 'text', (text) => {
    // Soft hyphens are the product’s own work.
    text.value = text.value.replaceAll('\u00AD', '').replaceAll(/[ \t\n]+/g, ' ')
  })
}

function arranged(children: readonly PhrasingContent[]): PhrasingContent[] {
  let made: PhrasingContent[] = []
  for (const child of children) {
    const last = made.at(-1)
    const before = made.at(-2)
    if (isMark(child) && last?.type === 'text' && last.value.trim() === '' && before?.type === child.type)
      made = [...made.slice(0, -2), { ...child, children: [...before.children, last, ...child.children] }]
    else if (isMark(child) && last?.type === child.type)
      made = [...made.slice(0, -1), { ...child, children: [...last.children, ...child.children] }]
    else made.push(child)
  }
  return made.flatMap((child, index) => (isMark(child) ? unspaced(child, made[index - 1], made[index + 1]) : [child]))
}

/** A mark without what cannot stand at its ends: that stands before it and after it. */
function unspaced(mark: Mark, before: PhrasingContent | undefined, after: PhrasingContent | undefined): PhrasingContent[] {
  const children = arranged(mark.children)
  const start = cut(children, /^\s+/, 'start')
  // Markdown closes no mark between punctuation and a letter.
  if (start.length === 0 && LETTER.test(lastOf(before))) start.push(...cut(children, /^[^\p{L}\p{N}]+/u, 'start'))
  const end = cut(children, /\s+$/, 'end')
  if (end.length === 0 && LETTER.test(firstOf(after))) end.push(...cut(children, /[^\p{L}\p{N}]+$/u, 'end'))
  const holds = children.some((child) => child.type !== 'html' && child.type !== 'footnoteReference')
  return [...start, ...(holds ? [{ ...mark, children }] : children), ...end.toReversed()]
}

/** Takes what a pattern finds off one end of phrases, and line breaks. @returns what was taken, from the outside to the inside */
function cut(children: PhrasingContent[], pattern: RegExp, side: 'start' | 'end'): PhrasingContent[] {
  const taken: PhrasingContent[] = []
  for (;;) {
    const at = side === 'start' ? 0 : children.length - 1
    const outer = children[at]
    if (outer?.type === 'break') taken.push(...children.splice(at, 1))
    else {
      const found = outer?.type === 'text' ? pattern.exec(outer.value)?.[0] : undefined
      if (outer?.type !== 'text' || found === undefined) return taken
      const rest = side === 'start' ? outer.value.slice(found.length) : outer.value.slice(0, -found.length)
      taken.push({ type: 'text', value: found })
      children.splice(at, 1, ...(rest === '' ? [] : [{ type: 'text' as const, value: rest }]))
      if (rest !== '') return taken
    }
  }
}

function firstOf(node: PhrasingContent | undefined): string {
  return node === undefined ? '' : 'value' in node ? node.value.slice(0, 1) : 'children' in node ? firstOf((node.children)[0]) : '' // prettier-ignore
}

function lastOf(node: PhrasingContent | undefined): string {
  return node === undefined ? '' : 'value' in node ? node.value.slice(-1) : 'children' in node ? lastOf((node.children).at(-1)) : '' // prettier-ignore
}

/** Removes blanks and line breaks from the ends of a block. */
function trim(node: Nodes): void {
  if (!('children' in node)) return
  const isBlank = (child: Nodes | undefined): boolean => child?.type === 'break' || (child?.type === 'text' && child.value.trim() === '')
  const children = node.children as PhrasingContent[]
  while (isBlank(children[0])) children.shift()
  while (isBlank(children.at(-1))) children.pop()
  const [first, last] = [children[0], children.at(-1)]
  if (first?.type === 'text') first.value = first.value.trimStart()
  if (last?.type === 'text') last.value = last.value.trimEnd()
}

function joinTexts(tree: Root): void {
  visit(tree, (node) => {
    if ('children' in node) node.children = joined(node.children as PhrasingContent[]) as never
  })
}

/** Joins texts that stand next to each other. */
function joined(children: readonly PhrasingContent[]): PhrasingContent[] {
  const made: PhrasingContent[] = []
  for (const child of children) {
    const last = made.at(-1)
    if (child.type === 'text' && last?.type === 'text') made[made.length - 1] = { type: 'text', value: last.value + child.value }
    else if (child.type !== 'text' || child.value !== '') made.push(child)
  }
  return made
}
