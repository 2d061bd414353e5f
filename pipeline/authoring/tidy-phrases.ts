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
  visit(tree, (node) => {
    if ('children' in node && node.children.some(isMark)) node.children = arranged(node.children as PhrasingContent[]) as never
  })
  visit(tree, 'heading', (heading) => {
    heading.children = heading.children.flatMap((child) => (child.type === 'strong' ? child.children : [child]))
  })
  visit(tree, (node) => {
    if ('children' in node) node.children = joined(node.children as PhrasingContent[]) as never
  })
  visit(tree, 'text', (text) => {
    // Soft hyphens are the product’s own work.
    text.value = text.value.replaceAll('\u00AD', '').replaceAll(/[ \t\n]+/g, ' ')
  })
}

function arranged(children: readonly PhrasingContent[]): PhrasingContent[] {
  let made: PhrasingContent[] = []
  for (const child of children) {
    const last = made.at(-1)
    if (isMark(child) && last?.type === child.type)
      made = [...made.slice(0, -1), { ...child, children: [...last.children, ...child.children] }]
    else made.push(child)
  }
  return made.flatMap((child, index) => (isMark(child) ? unspaced(child, made[index - 1], made[index + 1]) : [child]))
}

/** A mark without what cannot stand at its ends. */
function unspaced(mark: Mark, before: PhrasingContent | undefined, after: PhrasingContent | undefined): PhrasingContent[] {
  const children = arranged(mark.children)
  const [start, end]: [PhrasingContent[], PhrasingContent[]] = [[], []]
  const follows = LETTER.test(firstOf(after))
  const precedes = LETTER.test(lastOf(before))
  for (let first = children[0]; first; first = children[0]) {
    const taken = first.type === 'text' ? (precedes ? /^[^\p{L}\p{N}]+/u : /^\s+/).exec(first.value)?.[0] : undefined
    if (first.type === 'break' || taken === (first as { value?: string }).value) start.push(...children.splice(0, 1))
    else {
      if (taken !== undefined && first.type === 'text') {
        start.push({ type: 'text', value: taken })
        children[0] = { type: 'text', value: first.value.slice(taken.length) }
      }
      break
    }
  }
  for (let last = children.at(-1); last; last = children.at(-1)) {
    const taken = last.type === 'text' ? (follows ? /[^\p{L}\p{N}]+$/u : /\s+$/).exec(last.value)?.[0] : undefined
    if (last.type === 'break' || taken === (last as { value?: string }).value) end.unshift(...children.splice(-1))
    else {
      if (taken !== undefined && last.type === 'text') {
        end.unshift({ type: 'text', value: taken })
        children[children.length - 1] = { type: 'text', value: last.value.slice(0, -taken.length) }
      }
      break
    }
  }
  const holds = children.some((child) => child.type !== 'html' && child.type !== 'footnoteReference')
  return [...start, ...(holds ? [{ ...mark, children }] : children), ...end]
}

function firstOf(node: PhrasingContent | undefined): string {
  return node === undefined ? '' : 'value' in node ? node.value.slice(0, 1) : 'children' in node ? firstOf((node.children)[0]) : '' // prettier-ignore
}

function lastOf(node: PhrasingContent | undefined): string {
  return node === undefined ? '' : 'value' in node ? node.value.slice(-1) : 'children' in node ? lastOf((node.children).at(-1)) : '' // prettier-ignore
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
