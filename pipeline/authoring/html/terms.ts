import type { Element, Root } from 'hast'
import { elementsWithin, h, isTag, replaceChild, textOf } from './nodes.ts'

/** Elements that are no part of a line. */
const BLOCKS = ['p', 'div', 'ul', 'ol', 'dl', 'table', 'blockquote', 'pre', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

/** A term, or several, and what explains it. */
interface Entry {
  readonly terms: Element[]
  readonly explanations: Element[]
}

/**
 * Makes lists of terms and explanations lists whose items begin with the term in strong letters, in place: Markdown has no others. An
 * explanation of one line follows its term.
 */
export function listTerms(root: Root): void {
  // Inner lists first, so that they stand in the items of outer ones.
  for (const { element, around } of elementsWithin(root).toReversed())
    if (isTag(element, 'dl')) replaceChild(around.at(-1)!, element, h('ul', {}, ...entriesIn(element).map(itemOf)))
}

function entriesIn(list: Element): Entry[] {
  const entries: Entry[] = []
  // HTML allows groups in `div`.
  const parts = list.children.flatMap((child) => (isTag(child, 'div') ? child.children : [child])).filter((child) => isTag(child))
  for (const part of parts) {
    const last = entries.at(-1)
    if (isTag(part, 'dt') && last && last.explanations.length === 0) last.terms.push(part)
    else if (isTag(part, 'dt')) entries.push({ terms: [part], explanations: [] })
    else if (last) last.explanations.push(part)
    else entries.push({ terms: [], explanations: [part] })
  }
  return entries
}

function itemOf({ terms, explanations }: Entry): Element {
  const named = terms.flatMap((term, index) => [...(index > 0 ? [text(', ')] : []), ...strong(lineOf(term) ?? [text(textOf(term))])])
  const lines = explanations.map(lineOf)
  const [line] = lines
  if (lines.length === 1 && line) return h('li', {}, ...named, ...(named.length > 0 ? [text(separatorAfter(terms))] : []), ...line)
  return h('li', {}, ...(named.length > 0 ? [h('p', {}, ...named)] : []), ...explanations.map(({ children }) => h('div', {}, ...children)))
}

/** The words of an element that is one line; nothing for one of several blocks. */
function lineOf({ children }: Element): Element['children'] | undefined {
  const said = children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const [only] = said
  if (said.length === 1 && isTag(only, 'p', 'div')) return lineOf(only)
  return said.some((child) => isTag(child, ...BLOCKS)) ? undefined : children
}

/** Words in strong letters, unless they have such already. Places stand before them. */
function strong(words: Element['children']): Element['children'] {
  const isPlace = (word: Element['children'][number]): boolean => isTag(word, 'a') && word.children.length === 0
  const said = words.filter((word) => !isPlace(word))
  const isStrong = elementsWithin(h('p', {}, ...said)).some(({ element }) => isTag(element, 'strong', 'b'))
  return [...words.filter(isPlace), ...(isStrong ? said : [h('strong', {}, ...said)])]
}

/** What parts a term from its explanation, unless it ends with such a sign itself. */
function separatorAfter(terms: readonly Element[]): string {
  return /[:.?!–—-]\s*$/u.test(textOf(terms.at(-1)!)) ? ' ' : ': '
}

function text(value: string): Element['children'][number] {
  return { type: 'text', value }
}
